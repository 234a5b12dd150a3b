package detect

// A survey is what one look at each byte of a text says: where something may stand that a detector has to see. It is made for 64 bytes at a
// time, by [surveyPlainly] or, on amd64 with AVX2, by the same in assembly, which takes a tenth of the time. A fuzz target holds the two
// to each other.

const (
	// blockSize is the number of bytes of a block.
	blockSize = 64
	// chunkBlocks is the number of blocks that are surveyed in one go.
	chunkBlocks = 16
	// lookahead is the number of bytes behind a block that count for it.
	lookahead = 2
)

// block is the survey of 64 bytes; the lowest bit is that of the first one.
type block struct {
	stops        uint64 // a byte of shape.stop, or the first of three bytes of one of its patterns
	digits       uint64
	gaps         uint64 // see isNumberGap
	backslashes  uint64
	highs        uint64 // bytes that are none of ASCII
	shortEscapes uint64 // a byte of shape.short
}

// shape is what a survey looks for. Sets of bytes are nibble tables, each one twice, as the instruction VPSHUFB reads them: a byte is in the
// set of a bit where both the entry of its lower half and that of its upper half have that bit. The assembly knows the order of these.
type shape struct {
	triples
	rows  halves // the bit of a row of 16 bytes; the lower half is for bytes from 0, the upper one for those from 0x80
	stop  halves // by lower nibble, the rows in which a byte is in the set; the same
	gap   nibbles
	short nibbles

	more *triples // what of the patterns has no room in the first ones, nil if nothing
}

// triples are patterns of three bytes in a row, gathered in eight buckets.
type triples struct {
	first, second, third halves // bit per bucket
}

// nibbles are 16 entries, twice.
type nibbles [32]uint8

type halves struct{ low, high nibbles }

func (n *nibbles) or(at int, bits uint8) {
	n[at] |= bits
	n[at+16] |= bits
}

// byteSet is a set of bytes.
type byteSet [256]bool

// newShape compiles the sets of a survey, and its patterns, which are in buckets. Bytes of gap and short must be ASCII.
func newShape(stop, gap, short *byteSet, buckets []bucket) *shape {
	s := &shape{}
	for row := range 8 {
		s.rows.low.or(row, 1<<row)
		s.rows.high.or(row+8, 1<<row)
	}
	for c := range 256 {
		row := uint8(1) << (c >> 4 & 7)
		switch {
		case stop[c] && c < 0x80:
			s.stop.low.or(c&15, row)
		case stop[c]:
			s.stop.high.or(c&15, row)
		}
		if gap[c] {
			s.gap.or(c&15, row)
		}
		if short[c] {
			s.short.or(c&15, row)
		}
	}
	for i, b := range buckets[:min(len(buckets), bucketCount)] {
		s.triples.add(i, b.pattern)
	}
	if len(buckets) > bucketCount {
		s.more = &triples{}
		for i, b := range buckets[bucketCount:] {
			s.more.add(i, b.pattern)
		}
	}
	return s
}

// add puts p in bucket i.
func (t *triples) add(i int, p pattern) {
	for k, h := range []*halves{&t.first, &t.second, &t.third} {
		for nibble := range 16 {
			h.low.or(nibble, uint8(p[k].low>>nibble&1)<<i)
			h.high.or(nibble, uint8(p[k].high>>nibble&1)<<i)
		}
	}
}

// has reports whether three bytes in a row are of a pattern.
func (t *triples) has(a, b, c byte) bool {
	return t.first.low[a&15]&t.first.high[a>>4]&t.second.low[b&15]&t.second.high[b>>4]&t.third.low[c&15]&t.third.high[c>>4] != 0
}

// surveyPlainly surveys blocks of text, which has lookahead bytes more than they.
func surveyPlainly(blocks []block, text []byte, s *shape) {
	for i := range blocks {
		b := &blocks[i]
		*b = block{}
		for k, c := range text[i*blockSize : (i+1)*blockSize] {
			b.add(s, k, c, text[i*blockSize+k+1], text[i*blockSize+k+2])
		}
	}
}

// add adds the byte c at bit k, and the two behind it.
func (b *block) add(s *shape, k int, c, second, third byte) {
	low, high := c&15, c>>4
	ascii, other := s.rows.low[high], s.rows.high[high]
	if s.triples.has(c, second, third) || s.more != nil && s.more.has(c, second, third) || s.stop.low[low]&ascii|s.stop.high[low]&other != 0 {
		b.stops |= 1 << k
	}
	if s.gap[low]&ascii != 0 {
		b.gaps |= 1 << k
	}
	if s.short[low]&ascii != 0 {
		b.shortEscapes |= 1 << k
	}
	switch {
	case is(c, digit):
		b.digits |= 1 << k
	case c == '\\':
		b.backslashes |= 1 << k
	case c >= 0x80:
		b.highs |= 1 << k
	}
}
