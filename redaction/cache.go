package redaction

import (
	"bytes"
	"hash/maphash"
	"math"
	"slices"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

const (
	// minCached and maxCached are the sizes in bytes of texts whose results are remembered: a shorter one is looked at as fast, a longer
	// one would push out too many others.
	minCached = 256
	maxCached = 64 << 10
	// maxCache is how many bytes of texts, keys and edits one run remembers; with its slots, a cache stays below 1 MiB.
	maxCache = 512 << 10
	// cacheSlots and cacheSights are powers of two.
	cacheSlots  = 1 << 11
	cacheSights = 1 << 13
	// maxCachedEdits is how many edits a result may have.
	maxCachedEdits = 64
	editSize       = 64 // bytes of one, about
)

// cache remembers what became of long texts, since a conversation repeats all earlier messages at every turn. It belongs to one run, and
// so to one engine and one goroutine. A result is taken again only for the same bytes in full, at a site that is the same for all that can
// matter: the keys as the detectors read them, what they say of the value, how deep in JSON the text stands. A failure is never remembered,
// and the work of a text counts again each time. A text is remembered when it is seen for the second time: most come once.
type cache struct {
	seed   maphash.Seed
	slots  []cached
	sights []uint32 // of texts seen lately, part of their hash
	seen   int      // bytes of these texts
	bytes  []byte   // of texts and keys
	used   int      // bytes, with those of edits
	limit  int      // of used; 0: nothing is remembered
	least  int      // size of texts
	mask   uint64   // of hashes
}

// cached is one text with its result.
type cached struct {
	hash                     uint64
	start                    int // in cache.bytes: attribute, key, text
	attribute, key, text     int // bytes
	depth, work              int
	media, skippedMedia      int
	identifier, schema, drop bool
	raw                      bool // see run.recall
	edits                    []edit
	kept                     []Entity
}

func newCache() cache {
	return cache{seed: maphash.MakeSeed(), limit: maxCache, least: minCached, mask: math.MaxUint64}
}

// hash returns the hash of a text at a site. Of a long text it takes samples, the end among them, since find compares all of it.
func (c *cache) hash(text []byte, raw bool, p *site) uint64 {
	const sample, samples = 32, 6
	var taken [sample * samples]byte
	all := text
	if step := len(text) / samples; step > sample {
		for k := range samples - 1 {
			copy(taken[k*sample:(k+1)*sample], text[k*step:])
		}
		copy(taken[(samples-1)*sample:], text[len(text)-sample:])
		all = taken[:]
	}
	h := maphash.Bytes(c.seed, all) + 17*uint64(len(text)) + 31*uint64(len(p.place.Attribute)) + 1031*uint64(len(p.place.Key))
	if raw {
		h = ^h
	}
	return h & c.mask
}

// find returns the result of a text, nil where there is none.
func (c *cache) find(hash uint64, text []byte, raw bool, p *site, depth int) *cached {
	if c.slots == nil {
		return nil
	}
	s := &c.slots[hash%uint64(len(c.slots))]
	if s.hash != hash || s.text != len(text) || s.depth != depth || s.raw != raw || s.schema != p.schema ||
		s.identifier != p.place.Identifier || s.attribute != len(p.place.Attribute) || s.key != len(p.place.Key) {
		return nil
	}
	all := c.bytes[s.start:]
	if bytes.Equal(all[:s.attribute], p.place.Attribute) && bytes.Equal(all[s.attribute:s.attribute+s.key], p.place.Key) &&
		bytes.Equal(all[s.attribute+s.key:s.attribute+s.key+s.text], text) {
		return s
	}
	return nil
}

// isKnown reports whether a text of size bytes with this hash was seen lately, and notes that it was. What was seen longer ago than the
// cache is large would have been forgotten by now, so it is not worth remembering.
func (c *cache) isKnown(hash uint64, size int) bool {
	if c.sights == nil {
		c.sights = make([]uint32, cacheSights)
	}
	if c.seen += size; c.seen > c.limit {
		clear(c.sights)
		c.seen = size
	}
	sight := &c.sights[hash%uint64(len(c.sights))]
	known := *sight == uint32(hash>>32)
	*sight = uint32(hash >> 32)
	return known
}

// add remembers a result. Where there is no room, everything else is forgotten.
func (c *cache) add(r cached, text []byte, p *site, edits []edit, kept []Entity) {
	size := len(p.place.Attribute) + len(p.place.Key) + len(text) + editSize*len(edits) + len(kept)
	if len(edits) > maxCachedEdits || size > c.limit {
		return
	}
	if c.slots == nil {
		c.slots = make([]cached, cacheSlots)
	}
	if c.used+size > c.limit {
		c.forget()
	}
	c.used += size
	r.start, r.attribute, r.key, r.text = len(c.bytes), len(p.place.Attribute), len(p.place.Key), len(text)
	r.identifier, r.schema = p.place.Identifier, p.schema
	r.edits, r.kept = slices.Clone(edits), slices.Clone(kept)
	c.bytes = append(append(append(c.bytes, p.place.Attribute...), p.place.Key...), text...)
	c.slots[r.hash%uint64(len(c.slots))] = r
}

// forget forgets all results, but not which texts were seen.
func (c *cache) forget() {
	clear(c.slots)
	c.bytes, c.used = c.bytes[:0], 0
}

// recall is what the cache says of a text.
type recall uint8

const (
	unknown  recall = iota // it is to be looked at
	again                  // it is to be looked at, and its result to be remembered
	recalled               // its result was taken
)

// recall takes the result of a text that stands at start, if it is known. raw says that the text is the content of a JSON string with its
// escapes.
func (r *run) recall(text []byte, raw bool, start int, p *site) (hash uint64, is recall) {
	c := &r.cache
	if len(text) < c.least || len(text) > maxCached || r.again > 0 || c.limit == 0 || r.unmasked || r.engine.refersContent ||
		detect.IsBareKey(p.place.Key) {
		// An engine that makes references makes others for each span; below a bare key, more keys count than are compared.
		return 0, unknown
	}
	hash = c.hash(text, raw, p)
	known := c.find(hash, text, raw, p, r.depth)
	switch {
	case known != nil && r.spend(known.work):
		from := len(r.edits)
		r.edits, r.kept = append(r.edits, known.edits...), append(r.kept, known.kept...)
		shift(r.edits[from:], start)
		r.dropAttribute = r.dropAttribute || known.drop
		r.media, r.skippedMedia = r.media+known.media, r.skippedMedia+known.skippedMedia
		return hash, recalled
	case known != nil: // and the run has failed
		return hash, recalled
	case c.isKnown(hash, len(text)):
		return hash, again
	}
	return hash, unknown
}

// progress is how far a run was before it looked at a text.
type progress struct {
	edits, kept, work   int
	media, skippedMedia int
	drop                bool
}

// begin notes how far the run is, and remember the result of the text that it has looked at since.
func (r *run) begin() progress {
	at := progress{len(r.edits), len(r.kept), r.scan.Work, r.media, r.skippedMedia, r.dropAttribute}
	r.dropAttribute = false
	return at
}

func (r *run) remember(hash uint64, text []byte, raw bool, start int, p *site, since progress) {
	if !r.failed {
		own := r.edits[since.edits:]
		shift(own, -start)
		result := cached{hash: hash, raw: raw, depth: r.depth, work: r.scan.Work - since.work, drop: r.dropAttribute}
		result.media, result.skippedMedia = r.media-since.media, r.skippedMedia-since.skippedMedia
		r.cache.add(result, text, p, own, r.kept[since.kept:])
		shift(own, start)
	}
	r.dropAttribute = r.dropAttribute || since.drop
}

// remembered is leaf for a text whose result may be known.
func (r *run) remembered(text []byte, p *site) {
	if p.whole != detect.None {
		r.leaf(text, p)
		return
	}
	switch hash, is := r.recall(text, false, 0, p); is {
	case unknown:
		r.leaf(text, p)
	case again:
		since := r.begin()
		r.leaf(text, p)
		r.remember(hash, text, false, 0, p, since)
	}
}

// stringValue reads a string, whose result may be known.
func (w *walker) stringValue(p *site) bool {
	start, r, known := w.i+1, w.run, read{}
	if p.whole == detect.None {
		if w.skipKnown(p) {
			return true
		}
		var clean bool
		if clean, known = w.skipClean(p); clean {
			return true
		}
	}
	content := w.longString()
	if content == nil || p.whole != detect.None {
		return w.newString(p, known)
	}
	hash, is := r.recall(content, true, start, p)
	switch is {
	case unknown:
		return w.newString(p, known)
	case again:
		since := r.begin()
		ok := w.newString(p, known)
		if ok {
			r.remember(hash, content, true, start, p, since)
		} else {
			r.dropAttribute = r.dropAttribute || since.drop
		}
		return ok
	}
	w.i = start + len(content) + 1
	return !r.failed
}

// longString returns the content of the string that is next if it is long enough to be remembered, and nil otherwise.
func (w *walker) longString() []byte {
	rest := w.text[w.i+1:]
	least := w.run.cache.least
	if len(rest) < least || w.run.cache.limit == 0 || bytes.IndexByte(rest[:least/8], '"') >= 0 {
		return nil
	}
	for end := 0; end < maxCached; end++ {
		n := bytes.IndexByte(rest[end:min(len(rest), maxCached+1)], '"')
		if n < 0 {
			return nil
		}
		end += n
		if isEscaped(rest, end) {
			continue
		}
		if end < least {
			return nil
		}
		return rest[:end]
	}
	return nil
}
