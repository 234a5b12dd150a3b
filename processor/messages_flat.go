package processor

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/message"
)

// flat is content that several attributes make together.
type flat struct {
	rule    *dialect.ContentRule // of the first
	attrs   pcommon.Map
	entries []flatEntry
	plain   message.Plain // while isPlain
	isPlain bool
	piece   [1]piece // of plain
}

// flatEntry is one of the attributes: its place among all, and the rule for its key.
type flatEntry struct {
	at   int
	rule *dialect.ContentRule
}

// moverScratch is what one span needs and the next can use again.
type moverScratch struct {
	claims []claim
	flats  []flat
	json   []byte
	gone   []bool // by the place of an attribute
}

// reset forgets the span before.
func (s *moverScratch) reset() {
	clear(s.claims) // of what it holds of the span
	s.claims = s.claims[:0]
	for i := range s.flats {
		f := &s.flats[i]
		f.plain.Reset()
		*f = flat{entries: f.entries[:0], plain: f.plain}
	}
	s.flats = s.flats[:0]
	if cap(s.json) > maxKeptJSON {
		s.json = nil
	}
}

// maxKeptJSON bounds the room for JSON that is kept for the next span; nearly all messages fit.
const maxKeptJSON = 256 << 10

// addFlat takes the attribute of attrs at a place.
func (s *moverScratch) addFlat(r *dialect.ContentRule, path string, value pcommon.Value, attrs pcommon.Map, at int) {
	f := s.flatOf(r)
	f.attrs = attrs
	f.entries = append(f.entries, flatEntry{at, r})
	f.isPlain = f.isPlain && value.Type() == pcommon.ValueTypeStr && f.plain.Add(path, value.Str())
}

func (s *moverScratch) flatOf(r *dialect.ContentRule) *flat {
	for i := range s.flats {
		if f := &s.flats[i]; f.rule.Rank == r.Rank && f.rule.Group == r.Group {
			return f
		}
	}
	s.flats = slices.Grow(s.flats, 1)[:len(s.flats)+1] // with the room of one that was there before
	f := &s.flats[len(s.flats)-1]
	f.rule, f.isPlain = r, r.Member == "" && (r.Slot == dialect.InputMessages || r.Slot == dialect.OutputMessages)
	return f
}

// claim is of the slots that the attributes may fill; the flat must then stay where it is.
func (f *flat) claim() (cl claim, ok bool) {
	if f.isPlain = f.isPlain && f.plain.Ready(); f.isPlain {
		cl = claim{rank: f.rule.Rank, whole: true, place: place{event: onSpan, flat: f}}
		f.piece[0] = piece{slot: f.rule.Slot, plain: f, paths: wholeTree}
		cl.pieces = f.piece[:]
		return cl, true
	}
	tree, keys, ok := f.tree()
	if !ok {
		return cl, false
	}
	cl = claim{rank: f.rule.Rank, whole: true, place: place{keys: keys, event: onSpan}}
	cl.pieces = read(f.rule, content{tree: tree})
	return cl, len(cl.pieces) == 1 && cl.pieces[0].use == fills
}

// wholeTree leads to all that a tree holds.
var wholeTree = [][]string{nil}

// tree puts the attributes together, and returns the keys of those that found their place in it.
func (f *flat) tree() (tree message.Node, keys []string, ok bool) {
	var together message.Flat
	at, rest := -1, f.entries
	for key, value := range f.attrs.All() {
		at++
		if len(rest) == 0 || rest[0].at != at {
			continue
		}
		path := rest[0].rule.Member
		if path == "" {
			path = key[len(rest[0].rule.Key):]
		}
		rest = rest[1:]
		if n, ok := message.FromValue(value); ok && together.Add(path, n) {
			keys = append(keys, key)
		}
	}
	tree, ok = together.Tree()
	return tree, keys, ok
}

// node reads what plain messages say the long way.
func (f *flat) node() message.Node {
	tree, _, _ := f.tree()
	pieces := read(f.rule, content{tree: tree})
	if len(pieces) != 1 {
		return message.Node{} // never: what is plain can be read
	}
	return pieces[0].node
}
