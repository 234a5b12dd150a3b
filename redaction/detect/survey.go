package detect

// A survey is what one look at each byte of a text says: where something may stand that a detector has to see. It is made for 64 bytes at a
// time, by [surveyByTable] or, on amd64 with AVX2, by the same in assembly, which takes a tenth of the time and stops less often. A fuzz target
// holds both to a third that is as plain as can be.

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

	more []triples // what of the patterns has no room in the first ones

	table table // all of it, where there is no assembly
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
	s.table.compile(stop, gap, short, buckets)
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
	for rest := buckets[min(len(buckets), bucketCount):]; len(rest) > 0; rest = rest[min(len(rest), bucketCount):] {
		var t triples
		for i, b := range rest[:min(len(rest), bucketCount)] {
			t.add(i, b.pattern)
		}
		s.more = append(s.more, t)
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
