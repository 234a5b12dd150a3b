package main

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func TestLinesThatAreTooLongArePassedOver(t *testing.T) {
	t.Parallel()
	const size = 200 << 10 // more than is read at once
	long, longest := strings.Repeat("y", size), strings.Repeat("x", size+1)
	l, err := openLines("-", strings.NewReader(" a \r\n\n"+longest+"\n"+long+"\nb"+"\n"+longest))
	if err != nil {
		t.Fatal(err)
	}
	l.limit = size + 1 // with the end of the line
	var got []string
	for {
		line, err := l.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, string(line))
	}
	if want := []string{"a", "", "longer than 64 MiB", long, "b", longest}; !slices.Equal(got, want) {
		t.Errorf("%d lines, want %d", len(got), len(want))
	}
	if cap(l.buffer) > 4*size {
		t.Errorf("the buffer holds %d bytes", cap(l.buffer))
	}
}

func TestAnErrorOfReadingIsNotTheEnd(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	l, err := openLines("-", io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken)))
	if err != nil {
		t.Fatal(err)
	}
	if line, err := l.next(); err != nil || string(line) != "a" {
		t.Errorf("%q, %v", line, err)
	}
	if _, err := l.next(); !errors.Is(err, broken) {
		t.Errorf("%v, want %v", err, broken)
	}
}
