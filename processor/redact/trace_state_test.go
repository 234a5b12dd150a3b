package redact

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func TestTraceStates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in, want string
		found          int
	}{
		{"none", "", "", 0},
		{"members of vendors", "dd=s:1;t.dm:-0;p:00f067aa0ba902b7,congo=t61rcWkgMzE , ot=th:8;rv:6e6d1a75832a2f", "dd=s:1;t.dm:-0;p:00f067aa0ba902b7,congo=t61rcWkgMzE , ot=th:8;rv:6e6d1a75832a2f", 0},
		{"a member with a finding", "a=1,user=" + canaryEmail + ",b=2", "a=1,b=2", 1},
		{"the first member", "user=" + canaryEmail + ", b=2", "b=2", 1},
		{"the only member", "user=" + canaryEmail, "", 1},
		{"two findings in one member", "a=1,u=" + canaryEmail + ";" + canaryEmail, "a=1", 2},
		{"an encoded finding", "a=1,u=canary.bird%40example.com", "a=1", 1},
		{"a finding in a key", canaryEmail + "=1,a=1", "a=1", 1},
		{"no list", "password=hunter2secret9", "", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, r := range []*Redactor{mustRedactor(t, Settings{}), mustRedactor(t, Settings{Mode: Monitor})} {
				s, want := newSubject(), c.want
				s.span().TraceState().FromRaw(c.in)
				s.span().Links().At(0).TraceState().FromRaw(c.in)
				var o Outcome
				r.TraceStates(s.span(), &o)
				assert.Equal(t, 2*c.found, o.Tally.Total())
				if !r.enforce {
					want = c.in
				}
				assert.Equal(t, want, s.span().TraceState().AsRaw())
				assert.Equal(t, want, s.span().Links().At(0).TraceState().AsRaw())
			}
		})
	}
}

func TestTraceStatesFailClosed(t *testing.T) {
	t.Parallel()
	for _, enforce := range []bool{true, false} {
		s, want := newSubject(), ""
		s.span().TraceState().FromRaw("a=1")
		s.span().Links().At(0).TraceState().FromRaw("a=1")
		var o Outcome
		(&Redactor{enforce: enforce}).TraceStates(s.span(), &o)
		assert.Equal(t, 1, o.Tally.Failed(redaction.FailPanic))
		if !enforce {
			want = "a=1"
		}
		assert.Equal(t, want, s.span().TraceState().AsRaw())
		assert.Equal(t, want, s.span().Links().At(0).TraceState().AsRaw())
	}
}
