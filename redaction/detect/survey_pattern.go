package detect

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// pattern is three bytes in a row, each one of a set: what a survey stops at.
type pattern [3]product

// product is the set of the bytes whose lower nibble has its bit in low and whose upper nibble has its bit in high.
type product struct{ low, high uint16 }

var anyByte = product{1<<16 - 1, 1<<16 - 1}

// productOf returns the least product that holds all bytes for which in returns true.
func productOf(in func(byte) bool) (p product) {
	for c := range 256 {
		if in(byte(c)) {
			p.add(byte(c))
		}
	}
	return p
}

func (p *product) add(c byte) {
	p.low |= 1 << (c & 15)
	p.high |= 1 << (c >> 4)
}

func (p product) has(c byte) bool { return p.low>>(c&15)&1 == 1 && p.high>>(c>>4)&1 == 1 }

// or returns the pattern that holds all that p and q hold.
func (p pattern) or(q pattern) pattern {
	for i := range p {
		p[i].low |= q[i].low
		p[i].high |= q[i].high
	}
	return p
}

// weight returns how often p is to be met in text, in parts of a large number: as if its bytes came independently.
func (p pattern) weight() float64 {
	w := 1.0
	for _, of := range p {
		sum := 0.0
		for rows := of.high; rows != 0; rows &= rows - 1 {
			of16 := &rowWeights[bits.TrailingZeros16(rows)]
			sum += of16[0][of.low&0xff] + of16[1][of.low>>8]
		}
		w *= sum
	}
	return w
}

// compare orders patterns, so that the same ones are always joined in the same way.
func (p pattern) compare(q pattern) int {
	for i := range p {
		if c := cmp.Or(cmp.Compare(p[i].high, q[i].high), cmp.Compare(p[i].low, q[i].low)); c != 0 {
			return c
		}
	}
	return 0
}

// bucketCount is the number of buckets that are searched at once, maxSets how often that is done.
const (
	bucketCount = 8
	maxSets     = 3
)

// heavy is the weight of a twenty-fifth of all places in text: see pattern.weight.
const heavy = 0.04 * 1e9

// bucketsOf gathers patterns in buckets, each of which holds all that is in it and as little else as may be: of all buckets, the two
// are joined to which that adds least, until bucketCount are left, or up to maxSets times as many where so few would hold too much of all text.
// Where there are very many patterns, which it sorts, each of them is first joined to one of the first maxBuckets, or it would take too long.
func bucketsOf(patterns []pattern) []bucket {
	const maxBuckets = 256
	var all []bucket
	slices.SortFunc(patterns, pattern.compare)
	for _, p := range slices.Compact(patterns) {
		b := bucket{p, p.weight()}
		if len(all) < maxBuckets {
			all = append(all, b)
			continue
		}
		i, joined := b.nearest(all)
		all[i] = joined
	}
	many := joinNearest(all, maxSets*bucketCount)
	for count := bucketCount; count < maxSets*bucketCount; count += bucketCount {
		if few := joinNearest(slices.Clone(many), count); weightOf(few) < heavy {
			return few
		}
	}
	return many
}

func weightOf(all []bucket) (sum float64) {
	for _, b := range all {
		sum += b.weight
	}
	return sum
}

// joinNearest joins buckets, in place, until count are left.
func joinNearest(all []bucket, count int) []bucket {
	partner, more := make([]int, len(all)), make([]float64, len(all)) // of each bucket, the one behind it to join it with
	look := func(i, k int) {
		if _, m := all[i].join(all[k]); all[i].weight > 0 && all[k].weight > 0 && m < more[i] {
			partner[i], more[i] = k, m
		}
	}
	lookAll := func(i int) {
		more[i] = math.Inf(1)
		for k := i + 1; k < len(all); k++ {
			look(i, k)
		}
	}
	for i := range all {
		lookAll(i)
	}
	for left := len(all); left > count; left-- {
		i := slices.Index(more, slices.Min(more))
		gone := partner[i]
		all[i], _ = all[i].join(all[gone])
		all[gone], more[gone] = bucket{}, math.Inf(1) // empty from now on
		for k := range i {
			look(k, i)
		}
		for k := range all {
			if all[k].weight > 0 && (k == i || partner[k] == i || partner[k] == gone) {
				lookAll(k)
			}
		}
	}
	return slices.DeleteFunc(all, func(b bucket) bool { return b.weight == 0 })
}

// bucket holds patterns.
type bucket struct {
	pattern
	weight float64
}

// join returns the bucket that holds all of b and c, and what that weighs more than they do.
func (b bucket) join(c bucket) (joined bucket, more float64) {
	all := b.or(c.pattern)
	joined = bucket{all, all.weight()}
	return joined, joined.weight - b.weight - c.weight
}

// nearest returns the bucket among others to join b with, and what becomes of it.
func (b bucket) nearest(others []bucket) (at int, joined bucket) {
	least := math.Inf(1)
	for i, c := range others {
		if j, more := b.join(c); more < least {
			at, joined, least = i, j, more
		}
	}
	return at, joined
}

// byteWeights says how often a byte is to be met in text, in thousandths, about: by the order of letters in English.
var byteWeights = func() (w [256]float64) {
	const letters = "zqxjkvbpygfwmucldrhsnioate" // rarest first
	for c := range w {
		switch {
		case c == ' ':
			w[c] = 150
		case c < 0x20 || c >= 0x7f:
			w[c] = 0.5
		default:
			w[c] = 2
		}
		if is(byte(c), lower) {
			i := strings.IndexByte(letters, byte(c))
			w[c] = 1 + float64(i*i)/9
		}
	}
	for _, c := range ",.\"\\" {
		w[c] = 12
	}
	return w
}()

// rowWeights adds up the weights of the bytes with an upper nibble, by which of the first eight of them are meant, and which of the others.
var rowWeights = func() (w [16][2][256]float64) {
	for row := range w {
		for half := range 2 {
			for set := range 256 {
				for i := range 8 {
					w[row][half][set] += float64(set>>i&1) * byteWeights[row<<4|half<<3|i]
				}
			}
		}
	}
	return w
}()
