package dialect

// Gate passes over keys that begin and end like none of a set. It is asked of every key of every span of every service, nearly all of which
// are somebody else's. The zero value is of the empty set; a Gate is safe for concurrent use once nothing is added any more.
type Gate struct {
	heads [1 << headBits]uint8 // marks by the hash of the first bytes
	tails [1 << tailBits]uint8 // of the last bytes
}

const (
	gateBytes = 4 // that are looked at on either side
	headBits  = 13
	tailBits  = 12
)

// MarkBeginning marks all keys that begin so. A mark is one bit or several; text is not "".
func (g *Gate) MarkBeginning(text string, mark uint8) {
	switch missing := gateBytes - len(text); {
	case missing <= 0:
		g.heads[hash(text)>>(32-headBits)] |= mark
	case missing == 1:
		for next := range 256 {
			g.heads[hash(text+string([]byte{byte(next)}))>>(32-headBits)] |= mark
		}
	default: // of a custom dialect: not worth a table
		for i := range g.heads {
			g.heads[i] |= mark
		}
	}
}

// MarkEnding marks all keys that end so, in letters of either case. An ending shorter than what is looked at marks all keys.
func (g *Gate) MarkEnding(text string, mark uint8) {
	if len(text) >= gateBytes {
		g.tails[hash(text[len(text)-gateBytes:])>>(32-tailBits)] |= mark
		return
	}
	for i := range g.tails {
		g.tails[i] |= mark
	}
}

// MarkKey marks the keys that begin and end so, letters of either case alike: at least the one. Ask Whole for them.
func (g *Gate) MarkKey(key string, mark uint8) {
	g.MarkBeginning(key, mark)
	g.MarkEnding(key, mark)
}

// Whole returns the marks that a key has by its beginning and its ending.
func (g *Gate) Whole(key string) uint8 { return g.Begins(key) & g.Ends(key) }

// Begins returns the marks of a key's beginning: all that it has, seldom others, too. Keys of less than four bytes have all. It and Ends are
// two so that the compiler puts both into the loop over the keys.
func (g *Gate) Begins(key string) uint8 {
	if len(key) < gateBytes {
		return 0xff
	}
	return g.heads[hash(key)>>(32-headBits)]
}

// Ends returns those of its ending.
func (g *Gate) Ends(key string) uint8 {
	if len(key) < gateBytes {
		return 0xff
	}
	return g.tails[hash(key[len(key)-gateBytes:])>>(32-tailBits)]
}

// hash is of the first four bytes, letters of both cases alike.
func hash(key string) uint32 {
	const (
		small  = 0x20202020 // makes small letters of capitals
		spread = 0x9E3779B1 // of Knuth's multiplicative hashing: 2^32 by the golden ratio
	)
	return (uint32(key[0]) | uint32(key[1])<<8 | uint32(key[2])<<16 | uint32(key[3])<<24 | small) * spread
}
