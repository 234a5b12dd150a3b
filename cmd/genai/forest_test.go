package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// spanOf makes a span that starts at its id in seconds.
func spanOf(id, parent byte) record {
	return record{
		name:   fmt.Sprintf("%d", id),
		span:   pcommon.SpanID{0, 0, 0, 0, 0, 0, 0, id},
		parent: pcommon.SpanID{0, 0, 0, 0, 0, 0, 0, parent},
		start:  time.Unix(int64(id), 0),
		end:    time.Unix(int64(id)+1, 0),
	}
}

func TestWalk(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		records []record
		want    string // names in order, each behind a dot for every level
	}{
		{"children follow their parent by start time", []record{spanOf(4, 1), spanOf(1, 0), spanOf(2, 1), spanOf(3, 2)}, "1 .2 ..3 .4"},
		{"a span whose parent was not seen is a root", []record{spanOf(1, 0), spanOf(2, 9), spanOf(3, 2)}, "1 2 .3"},
		{"two roots stay two", []record{spanOf(1, 0), spanOf(2, 0)}, "1 2"},
		{"a cycle begins at its earliest span", []record{spanOf(2, 3), spanOf(3, 4), spanOf(4, 2)}, "2 .4 ..3"},
		{"a cycle beside a root comes last", []record{spanOf(2, 3), spanOf(3, 2), spanOf(5, 0)}, "5 2 .3"},
		{"a span that is its own parent appears once", []record{spanOf(1, 1), spanOf(2, 1)}, "1 .2"},
		{"a span that came twice counts once", []record{spanOf(1, 0), spanOf(2, 1), spanOf(2, 1)}, "1 .2"},
		{"spans without an id are roots without children", []record{spanOf(0, 0), spanOf(1, 0), spanOf(2, 1)}, "0 1 .2"},
		{"two spans of one id share no children", []record{spanOf(1, 0), renamed(spanOf(1, 0), "again"), spanOf(2, 1)}, "1 .2 again"},
		{"log records hang on their span", []record{logOf(1), spanOf(1, 0), spanOf(2, 1)}, "1 .log .2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			traces := groupByTrace(tt.records)
			if len(traces) != 1 {
				t.Fatalf("groupByTrace = %d traces, want 1", len(traces))
			}
			var got []string
			for _, n := range traces[0].walk() {
				got = append(got, strings.Repeat(".", n.depth)+n.record.name)
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("walk = %s, want %s", strings.Join(got, " "), tt.want)
			}
		})
	}
}

func renamed(r record, name string) record {
	r.name = name
	return r
}

func logOf(span byte) record {
	r := spanOf(0, span)
	r.name, r.isLog, r.span = "log", true, pcommon.SpanID{}
	r.start = time.Unix(int64(span), 0)
	return r
}

func TestWalkOfAVeryLongChainEnds(t *testing.T) {
	t.Parallel()
	const length = 100_000
	chain := make([]record, length)
	for i := range chain {
		chain[i].span = pcommon.SpanID{1, 0, 0, 0, 0, byte(i >> 16), byte(i >> 8), byte(i)}
		if i > 0 {
			chain[i].parent = chain[i-1].span
		}
	}
	order := trace{records: chain}.walk()
	if len(order) != length || order[length-1].depth != length-1 {
		t.Fatalf("walk = %d nodes, want %d in one line", len(order), length)
	}
	if guide := order[length-1].guide(); width(guide) != 2*(maxGuideLevels+1) {
		t.Errorf("the guide of the last is %d columns wide, want %d", width(guide), 2*(maxGuideLevels+1))
	}
}

func TestComplete(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		records []record
		want    bool
	}{
		{"a root and its child", []record{spanOf(1, 0), spanOf(2, 1)}, true},
		{"a child whose parent is missing", []record{spanOf(1, 0), spanOf(2, 9)}, false},
		{"no root", []record{spanOf(2, 3), spanOf(3, 2)}, false},
		{"a log record whose span is missing", []record{spanOf(1, 0), logOf(7)}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := (trace{records: tt.records}).complete(); got != tt.want {
				t.Errorf("complete = %t, want %t", got, tt.want)
			}
		})
	}
}
