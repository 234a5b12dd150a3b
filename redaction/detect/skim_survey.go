package detect

// How [Scanner.skim] has a text surveyed.

// reading is a way to read a text: as it is, or as the content of a JSON string.
type reading struct {
	json    bool
	actions [256]action
	unplain byteSet // bytes that may be no plain text: see isPlainAt
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

// IsASCII reports whether the part [from, to) of the text is surveyed, and holds neither a byte other than ASCII nor a backslash.
func (k *Skim) IsASCII(from, to int) bool {
	if from < k.from || to > k.to {
		return false
	}
	from, to = from-k.from, to-k.from
	others := uint64(0)
	for n := from / blockSize; n*blockSize < to; n++ {
		of := k.blocks[n].highs | k.blocks[n].backslashes
		if start := n * blockSize; start < from {
			of &^= 1<<(from-start) - 1
		}
		if left := to - n*blockSize; left < blockSize {
			of &= 1<<left - 1
		}
		others |= of
	}
	return others == 0
}
