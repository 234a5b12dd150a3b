package detect

import "encoding/binary"

// How [Scanner.skim] reads a text: in blocks of 32 bytes, two bytes at a time, by a table.

// reading is a way to read a text: as it is, or as the content of a JSON string.
type reading struct {
	actions [256]action
	table   *[1 << 16]uint8 // by two bytes, the first one lower: what there is to look at
}

// What an entry of reading.table says of two bytes.
const (
	stopFirst    = 1 << iota // there is something to look at at the first one
	stopSecond               // … at the second one
	capitalFirst             // the first one is a capital, which is something if a letter stands before
	letterSecond             // the second one is a letter
)

// blockSize is the number of bytes whose answers fit in one integer: four bits for two bytes, see stopFirst.
const blockSize = 32

// stopsFrom returns the stops of a block from its byte at offset on.
func stopsFrom(stops uint64, offset int) uint64 {
	const ofFirst = stopFirst | capitalFirst
	shift := uint(offset) / 2 * 4
	return stops &^ (1<<shift - 1) &^ (uint64(offset&1*ofFirst) << shift)
}

// readBlock reads the block of b that starts at i.
func (k *Skim) readBlock(b []byte, i int, r *reading) {
	before := uint64(0)
	if i > 0 && is(b[i-1], letter) {
		before = letterSecond
	}
	rest := b[i:]
	k.block, k.end = i, i+blockSize
	if len(rest) >= blockSize {
		k.stops = r.stops((*[blockSize]byte)(rest), before)
		return
	}
	var last [blockSize]byte // with NUL behind the end, as in byteAt
	k.end = i + copy(last[:], rest)
	k.stops = r.stops(&last, before)
	k.stops &^= stopsFrom(^uint64(0), len(rest))
}

// stops returns where in a block there is something to look at. before is letterSecond if the byte before it is a letter.
func (r *reading) stops(block *[blockSize]byte, before uint64) uint64 {
	t := r.table
	all := uint64(0)
	for at := 0; at < blockSize; at += 8 {
		x := binary.LittleEndian.Uint64(block[at : at+8])
		of := uint64(t[uint16(x)]) | uint64(t[uint16(x>>16)])<<4 | uint64(t[uint16(x>>32)])<<8 | uint64(t[x>>48])<<12
		all |= of << uint(2*at)
	}
	const ones = 0x1111111111111111
	behindLetter := (all<<4 | before) >> 1 // letterSecond of the two bytes before, where capitalFirst is
	return all&((stopFirst|stopSecond)*ones) | all&behindLetter&(capitalFirst*ones)
}

// compileTable fills the table of a reading.
func (s *Scanner) compileTable(r *reading) {
	r.table = new([1 << 16]uint8)
	var stops [256]bool // whatever stands behind
	for c := range stops {
		switch r.actions[c] {
		case actNone, actLetter:
			stops[c] = s.lone[c]
		default:
			stops[c] = true
		}
	}
	for k := range r.table {
		first, second := byte(k), byte(k>>8)
		e := uint8(0)
		if stops[first] && (r.actions[first] != actAnchor || s.anchorPairs.has(first, second)) || s.pairs.has(first, second) ||
			s.rarePairs.has(first, second) {
			e |= stopFirst
		}
		if stops[second] && !(is(first, digit) && is(second, digit)) || s.pairs[second] != [4]uint64{} || is(first, letter) && is(second, upper) {
			e |= stopSecond
		}
		if is(first, upper) {
			e |= capitalFirst
		}
		if is(second, letter) {
			e |= letterSecond
		}
		r.table[k] = e
	}
}
