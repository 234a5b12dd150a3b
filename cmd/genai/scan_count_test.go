package main

import (
	"fmt"
	"testing"
)

func TestACounterIsBounded(t *testing.T) {
	t.Parallel()
	var c counter[dialectName]
	for i := range maxCounted + 5 {
		c.add(dialectName(fmt.Sprint(i)), 1)
	}
	c.add("7", 2)
	rows, more := c.rows()
	if len(c.counts) != maxCounted || len(rows) != maxRows || more != maxCounted-maxRows+5 || c.total() != maxCounted+7 {
		t.Errorf("%d keys, %d rows, %d more, %d in all", len(c.counts), len(rows), more, c.total())
	}
	if rows[0] != (countedRow[dialectName]{"7", 3}) || rows[1].key != "0" || rows[2].key != "1" {
		t.Errorf("%v", rows[:3])
	}
}
