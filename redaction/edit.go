package redaction

import (
	"math"
	"strconv"
)

// edit puts replacement in the place of the bytes [start, end) of a text, which are a finding of entity.
type edit struct {
	start, end  int
	entity      Entity
	replacement string // as it goes into JSON strings: no quote, no backslash, no control character
	// quotes: 0 for a placeholder without quotes, else one more than the number of JSON strings around the place, for a number or
	// an object that becomes a string.
	quotes int
	// nth: above 1, the placeholder is a key of a JSON object that had the same for nth-1 keys before: "<EMAIL>#2".
	nth int
}

// requote moves e into the content of one more JSON string.
func (e *edit) requote() {
	if e.quotes > 0 {
		e.quotes++
	}
}

// appendReplacement appends what e puts in place of its bytes.
func (e edit) appendReplacement(dst []byte) []byte {
	dst = appendQuote(dst, e.quotes)
	dst = append(dst, e.replacement...)
	if e.nth > 1 {
		dst = append(dst, '#')
		dst = strconv.AppendInt(dst, int64(e.nth), 10)
	}
	return appendQuote(dst, e.quotes)
}

// appendQuote appends a quote escaped for quotes-1 JSON strings around it: one backslash in the first, three in the second, seven
// in the third.
func appendQuote(dst []byte, quotes int) []byte {
	if quotes == 0 {
		return dst
	}
	for range 1<<(quotes-1) - 1 {
		dst = append(dst, '\\')
	}
	return append(dst, '"')
}

// maxQuotes is the number of JSON strings around a place above which no text that is short enough has room for its quotes.
const maxQuotes = 30

// size returns the number of bytes that appendReplacement appends, and more than any value may have where there are too many to count.
func (e edit) size() int {
	if e.quotes > maxQuotes {
		return math.MaxInt32
	}
	n := len(e.replacement)
	if e.quotes > 0 {
		n += 2 << (e.quotes - 1)
	}
	if e.nth > 1 {
		n += 1 + len(strconv.Itoa(e.nth))
	}
	return n
}

// fits reports whether size bytes of text with edits made are at most limit. Quotes double with each JSON string around them, but may have
// been written as \u0022, which hardly grows: a kilobyte of those would become gigabytes.
func fits(size int, edits []edit, limit int) bool {
	for _, e := range edits {
		size -= e.end - e.start
	}
	for _, e := range edits {
		if size += e.size(); size > limit {
			return false
		}
	}
	return size <= limit
}

// splice appends text to dst with edits made, which are disjoint and in ascending order. If o is not nil, it is marked so that
// positions of the result map to positions of text.
func splice(dst, text []byte, edits []edit, o *offsets) []byte {
	at := 0
	for _, e := range edits {
		dst = append(dst, text[at:e.start]...)
		dst = e.appendReplacement(dst)
		at = e.end
		if o != nil {
			o.mark(len(dst), at)
		}
	}
	return append(dst, text[at:]...)
}

// mergeEdits joins two lists of edits of one text, both in ascending order, into dst. Where edits overlap, one covers them all.
func (e *Engine) mergeEdits(dst, first, later []edit) []edit {
	for len(first) > 0 || len(later) > 0 {
		var next edit
		if len(later) == 0 || len(first) > 0 && first[0].start < later[0].start {
			next, first = first[0], first[1:]
		} else {
			next, later = later[0], later[1:]
		}
		if n := len(dst); n > 0 && next.start < dst[n-1].end {
			e.cover(&dst[n-1], next)
			continue
		}
		dst = append(dst, next)
	}
	return dst
}

// cover extends an edit over the next one, which overlaps with it. It stays the edit of its own finding, unless the other's action takes
// away more than the finding. Of a mask a placeholder is made, since what it leaves may be a part of the other finding.
func (e *Engine) cover(last *edit, next edit) {
	if last.start == next.start && last.end == next.end && last.entity == next.entity {
		return
	}
	if e.actions[next.entity].drops() && !e.actions[last.entity].drops() {
		last.entity, last.replacement = next.entity, next.replacement
	}
	if e.actions[last.entity] == Mask {
		last.replacement = e.placeholders[last.entity]
	}
	last.end = max(last.end, next.end)
}
