package detect

import "math/bits"

// How [Scanner.skim] has a text surveyed.

// reading is a way to read a text: as it is, or as the content of a JSON string.
type reading struct {
	json    bool
	actions [256]action
	shape   *shape
}

// survey surveys b from i on, as far as k has room, and adds to the stops of each block where a number starts, and the escapes that
// are not to be passed over.
func (k *Skim) survey(b []byte, i int, r *reading) {
	rest := b[i:]
	whole := min(max(len(rest)-lookahead, 0)/blockSize, chunkBlocks)
	survey(k.blocks[:whole], rest, r.shape)
	k.from, k.to = i, i+whole*blockSize
	blocks := k.blocks[:whole]
	if whole < chunkBlocks {
		blocks = k.surveyEnd(rest[whole*blockSize:], whole, r)
	}
	number, backslash := uint64(0), uint64(0) // the byte before the block
	if i > 0 && is(b[i-1], digit) {
		number = 1
	}
	if i > 0 && b[i-1] == '\\' {
		backslash = 1
	}
	for n := range blocks {
		of := &blocks[n]
		numbers := of.digits &^ (of.digits<<1 | number)
		number = of.digits >> (blockSize - 1)
		of.stops |= numbers
		if r.json {
			escaped := of.backslashes<<1 | backslash
			backslash = of.backslashes >> (blockSize - 1)
			of.stops = of.stops&^escaped | escaped&^of.shortEscapes
		}
	}
	if size := (k.to - k.from) % blockSize; size > 0 {
		blocks[len(blocks)-1].stops &= 1<<size - 1 // nothing behind the end
	}
}

// surveyEnd surveys the end of a text, behind whole blocks of it, as if NUL stood behind it. It returns all blocks.
func (k *Skim) surveyEnd(rest []byte, whole int, r *reading) []block {
	var padded [2*blockSize + lookahead]byte
	size := copy(padded[:], rest)
	count := min((size+blockSize-1)/blockSize, chunkBlocks-whole)
	survey(k.blocks[whole:whole+count], padded[:], r.shape)
	k.to += min(size, count*blockSize)
	return k.blocks[:whole+count]
}

// dateDigits says where the digits of "2024-05-12" are, the lowest bit first. Those of "3039 52 95" are there, too, which is none.
const dateDigits = 0b11_0_11_0_1111

func isPlusBefore(b []byte, at int) bool { return byteAt(b, at-1) == '+' || byteAt(b, at-2) == '+' }

// isShortNumber reports whether the survey of a block shows that the number at at, the given bit of it, is a token of its own, and that with
// all that may belong to it, it has too few digits for any detector, or is a date that none takes.
func (s *Scanner) isShortNumber(b []byte, at int, of *block, bit, low int, json bool) bool {
	digits := of.digits >> bit
	size, reach := bits.TrailingZeros64(^digits), bits.TrailingZeros64(^(of.gaps>>bit | digits))
	if bit+reach >= blockSize || at+reach >= len(b) || b[at+reach] >= 0x80 || b[at+reach] == '\\' || s.startsWithNumber {
		return false // who knows what follows
	}
	number := digits & (1<<reach - 1)
	if first := min(size, maxDigits); bits.OnesCount64(number) >= int(s.least[first]) && !(s.passesDates && number == dateDigits && isDateAt(b, at, at+size) && !isPlusBefore(b, at)) ||
		s.near[first] != 0 && s.isNear(b, at, at+size) {
		return false
	}
	if is(b[at+size], letter) || at > low && b[at-1] == '\\' {
		return false
	}
	return at == low || !is(b[at-1], letter) || json && at > low+1 && b[at-2] == '\\' // the letter of an escape
}
