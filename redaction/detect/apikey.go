package detect

import "sort"

// The API key detector finds keys by the prefix that their issuer gives them (table in apikey_table.go) and by the length and alphabet
// of what follows. A key ends where its alphabet does, so that a full stop, a comma, a bracket, an ampersand or a quote behind it
// changes nothing. Stand-ins ("sk-xxxx", "ghp_YOUR_TOKEN") are left.
var apiKey = Detector{Entities: []Entity{APIKey}, Starts: keyPrefixes(), LongTokens: true, Find: findAPIKey}

// keyFormat is the form of one issuer's keys.
type keyFormat struct {
	prefix   string
	body     charset // alphabet of what follows the prefix
	min, max int     // length of what follows in bytes; max 0: no limit
	// accept, if not nil, is a further condition on what follows the prefix, of which it sees the first 2*maxLooked bytes.
	accept func(body []byte) bool
	// proves, if not nil, reports whether a check sum in what follows the prefix shows a key, whatever it looks like.
	proves func(body []byte) bool
}

// keyPrefixes returns the prefixes of the table, each once. "dapi" and "cio" are none, as words may start so: what follows makes them long
// tokens.
func keyPrefixes() []string {
	var all []string
	seen := map[string]bool{"dapi": true, "cio": true}
	for _, f := range keyFormats {
		if !seen[f.prefix] {
			seen[f.prefix] = true
			all = append(all, f.prefix)
		}
	}
	sort.Strings(all)
	return all
}

// keyFormatsByFirst holds the formats of the table by the first byte of their prefix, in the order of the table.
var keyFormatsByFirst = indexKeyFormats()

func indexKeyFormats() (t [256][]*keyFormat) {
	for i := range keyFormats {
		f := &keyFormats[i]
		t[f.prefix[0]] = append(t[f.prefix[0]], f)
	}
	return t
}

func findAPIKey(t *Text, at int) bool {
	b := t.Bytes
	for _, f := range keyFormatsByFirst[b[at]] {
		if len(b)-at < len(f.prefix)+f.min || string(b[at:at+len(f.prefix)]) != f.prefix {
			continue
		}
		start := at + len(f.prefix)
		run := t.runEnd(start, f.body)
		end := max(t.tailStart(run), min(run, start+f.min)) // a full stop, a dash: not of the key, unless it would be too short
		size := end - start
		if size < f.min || f.max > 0 && size > f.max || isAlnumAt(b, end) {
			continue
		}
		t.Work += maxLooked
		body := b[start:min(end, start+2*maxLooked)]
		proven := f.proves != nil && f.proves(body)
		if !proven && !looksRandom(body) {
			continue
		}
		t.Work += 2 * maxLooked
		if f.accept != nil && !f.accept(body) {
			continue
		}
		return t.add(APIKey, at, end, end)
	}
	return false
}

// tailStart returns the start of the dots and dashes that end at end. The last answer is remembered, since many candidates may share one
// end.
func (t *Text) tailStart(end int) int {
	if t.tail.end != end {
		i := end
		for i > 0 && classes[t.Bytes[i-1]]&(dot|dash) != 0 {
			i--
		}
		t.Work += end - i
		t.tail = runMemo{start: i, end: end}
	}
	return t.tail.start
}
