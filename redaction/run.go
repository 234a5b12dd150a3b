package redaction

import (
	"hash/maphash"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

const (
	// workPerByte and workFree are the budget of one value, in bytes looked at: each byte may be looked at so often. Real texts need
	// between 1 and 6; the hardest texts that the tests know stay below 100. With all packs, lists of numbers of four digits need 30 each
	// time that they are looked at again, since some pass for cards.
	workPerByte = 200
	workFree    = 64 << 10
	// maxRounds is how often a text with findings is looked at again, until nothing more is found. Of real texts, hardly one shows something
	// new at the second of these looks. From the one behind exactRounds on, what is found is replaced with the text around it, to both sides:
	// firstReach bytes, and at each look 2^reachShift times as much as at the one before, in the end all of the longest value by default.
	maxRounds   = 8
	exactRounds = 3
	firstReach  = 128
	reachShift  = 5
	// maxKept is the size in bytes above which a buffer is given back rather than kept for the next call.
	maxKept = 1 << 20
	// growth is more than how often the size of a text its buffers may have, but for a few KB.
	growth = 64
	// maxLayers is how many layers are kept for the next call.
	maxLayers = 64
)

// run is the state of one call: buffers, edits, the work done. It is taken from a pool and belongs to one goroutine.
type run struct {
	engine  *Engine
	scan    detect.Text
	input   []byte // parts of one message, one behind the other
	edits   []edit
	merged  []edit
	scanned bool           // scan.Matches are those of the text that is to be scanned next, which one pass has shown to be plain
	freed   []detect.Match // findings that are allowed, to be looked at from within
	layers  []*layer       // buffers of derived texts, free ones behind used ones
	used    int
	escapes escapes
	clean   plainMemos
	skim    detect.Skim
	silent  detect.KeyMemo // of all skims
	keys    keyMemos
	entries entryMemos
	longKey keyMemo             // of the key that was looked at last and is not remembered
	sites   []*site             // by depth in JSON, that of the entry that is read
	kept    []Entity            // findings that are left and counted
	again   int                 // above 0, the text was spliced before, and what is kept in it was counted
	digits  [maxNumberText]byte // of a number
	decimal []byte              // the text of a number
	depth   int                 // layers of JSON around the current text
	failed  bool
	reason  Failure

	cache         cache
	joiners       []*joiner // free ones behind used ones
	joining       int
	dropAttribute bool

	made    []byte // what replacement makes
	clashed bool   // a mask and what was found beside it overlap; see settle
	// unmasked: Mask does what Replace does. So it is in the keys of maps: what is left of a masked one may speak of the value below it.
	unmasked     bool
	media        int // payloads that were replaced
	skippedMedia int // bytes of payloads that were passed over
}

// layer is a derived text with its way back.
type layer struct {
	text    []byte
	offsets offsets
}

func newRun(e *Engine) *run {
	r := &run{engine: e, cache: newCache(), keys: keyMemos{seed: maphash.MakeSeed()}}
	r.skim.Keys, r.scan.Keys = &r.silent, &r.silent
	return r
}

// start prepares r for a value of size bytes.
func (r *run) start(size int) {
	r.edits = r.edits[:0]
	r.used, r.joining, r.depth, r.failed = 0, 0, 0, false
	r.kept, r.again, r.dropAttribute = r.kept[:0], 0, false
	r.clashed, r.unmasked, r.scanned = false, false, false
	r.media, r.skippedMedia = 0, 0
	r.scan.Work, r.scan.Limit, r.scan.From = 0, size*workPerByte+workFree, 0
}

// take returns a free layer; give returns the last one taken.
func (r *run) take() *layer {
	if r.used == len(r.layers) {
		r.layers = append(r.layers, &layer{})
	}
	l := r.layers[r.used]
	r.used++
	l.text = l.text[:0]
	l.offsets.reset()
	return l
}

func (r *run) give() { r.used-- }

// fail gives up on the value.
func (r *run) fail(reason Failure) {
	if !r.failed {
		r.failed, r.reason = true, reason
	}
}

// spend counts n bytes of work and reports whether the budget allows it.
func (r *run) spend(n int) bool {
	r.scan.Work += n
	if r.scan.Work > r.scan.Limit {
		r.fail(FailBudget)
	}
	return !r.failed
}

// trim gives back what a large value needed.
func (r *run) trim() {
	if len(r.layers) > maxLayers {
		r.layers = nil
	}
	for _, j := range r.joiners {
		if j.size() > maxKept {
			r.joiners = nil
			break
		}
	}
	if cap(r.input) > maxKept {
		r.input = nil
	}
	if cap(r.made) > maxKept {
		r.made = nil
	}
	if cap(r.edits)*32 > maxKept || cap(r.scan.Matches)*24 > maxKept {
		r.edits, r.merged, r.scan.Matches = nil, nil, nil
	}
	for _, l := range r.layers {
		if cap(l.text) > maxKept || cap(l.offsets.marks)*16 > maxKept {
			r.layers = nil
			return
		}
	}
}
