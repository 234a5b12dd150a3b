package detect

import "slices"

// Place says where a text stands.
type Place struct {
	Attribute  []byte // key of the enclosing attribute, folded; empty if there is none
	Key        []byte // nearest enclosing map or JSON key, folded; empty at the top of a value
	Outer      []byte // the key of the map that has Key, folded; empty where there is none
	Name       []byte // what names the text beside it in its map; empty where nothing does
	Identifier bool   // an identifier key: digit-only detectors are off
}

// Match is one finding: Entity stands in the bytes [Start, End) of the text.
type Match struct {
	Start, End int
	Entity     Entity
	// Other is that of a second finding, which overlapped in part and was joined with this one; else None.
	Other Entity
}

// Text is one text under scan, with the state that detectors share. Set Bytes and Place, call [Scanner.Scan], read Matches. A
// Text can be used again; it keeps its memory. It must not be used by two goroutines at once.
type Text struct {
	Bytes []byte
	Place Place
	// Escapes tells where Bytes came from escapes; nil where none did.
	Escapes Escapes
	// From is where the next scan starts: everything before it was seen to be clean by [Scanner.SkimJSON]. The scan sets it to 0.
	From int
	// Matches are the findings of the last scan: disjoint, in ascending order.
	Matches []Match
	// Keys is as in Skim.
	Keys *KeyMemo
	// Work counts the bytes looked at since the caller last set it. A scan stops when it exceeds Limit.
	Work, Limit int

	scanner  *Scanner
	skim     Skim
	looks    looks
	added    int     // calls of add that added something
	subject  subject // of the detector that is being asked
	around   contextMemo
	next     int // where the scan goes on after a finding
	num      numberRun
	id       [maxIdentifier]byte // what identifier reads
	runs     [runMemos]runMemo
	keyed    context // context words of Place, once keyKnown
	keyKnown bool
	mrzSeen  int // end of the last line that the MRZ detector looked at
	ends     [6]endMemo
	tail     runMemo // dots and dashes that the API key detector looked at last
	endsUsed int

	jwtEnd, jwtLooks int // where the last header of a token ended, and how many that end there were decoded

	nestedSeen int // end of the last list or object whose strings were added

	command commandMemo

	manifests    [maxManifestColumn]int // by the column of their keys, where the last Secret ended
	manifestSeen int                    // end of the last one in JSON

	ahead bool // some match stands behind what was looked at
}

// runMemo remembers the last run of one charset.
type runMemo struct {
	set        charset
	start, end int
}

const runMemos = 4

// reset prepares t for a scan of its Bytes.
func (t *Text) reset() {
	t.Matches = t.Matches[:0]
	t.skim.Reset()
	t.skim.Keys = t.Keys
	t.runs = [runMemos]runMemo{}
	t.num = numberRun{}
	t.tail = runMemo{}
	t.keyed, t.keyKnown = context{}, false
	t.around = contextMemo{}
	t.jwtEnd, t.jwtLooks = 0, 0
	t.mrzSeen, t.endsUsed, t.nestedSeen = 0, 0, 0
	t.ahead, t.manifests, t.manifestSeen = false, [maxManifestColumn]int{}, 0
	t.command = commandMemo{curl: -1, program: -1, pipe: -1}
}

// runEnd returns the end of the longest run of set that starts at i. Runs are remembered, so that asking again from inside of one
// costs nothing: this keeps "sk-sk-sk-…" linear.
func (t *Text) runEnd(i int, set charset) int {
	var memo *runMemo
	for k := range t.runs {
		if m := &t.runs[k]; m.set == set {
			if m.start <= i && i < m.end {
				return m.end
			}
			memo = m
			break
		} else if m.set == 0 && memo == nil {
			memo = m
		}
	}
	j := i
	for j < len(t.Bytes) && classes[t.Bytes[j]]&set != 0 {
		j++
	}
	t.Work += j - i + 1
	if memo != nil {
		*memo = runMemo{set: set, start: i, end: j}
	}
	return j
}

// runEndWithin is runEnd for a run of at most limit bytes, not remembered.
func (t *Text) runEndWithin(i, limit int, set charset) int {
	j, end := i, min(len(t.Bytes), i+limit)
	for j < end && classes[t.Bytes[j]]&set != 0 {
		j++
	}
	t.Work += j - i + 1
	return j
}

// add records a finding in [start, end) and lets the scan go on at next. Findings that lie inside the new one give way to it; one
// that overlaps it partly is widened to cover both, so that no byte of either stays. It returns false, and records nothing, where e is
// None or the policy switches it off.
func (t *Text) add(e Entity, start, end, next int) bool {
	if e == None || t.scanner.off[e] {
		return false
	}
	if t.ahead {
		return t.insert(e, start, end, max(next, end))
	}
	t.added++
	for n := len(t.Matches); n > 0; n = len(t.Matches) {
		last := &t.Matches[n-1]
		if last.End <= start {
			break
		}
		if last.Start < start {
			if last.End < end && last.Entity != e {
				last.Other = e
			}
			last.End = max(last.End, end)
			t.next = max(next, last.End)
			return true
		}
		end = max(end, last.End)
		t.Matches = t.Matches[:n-1]
	}
	t.Matches = append(t.Matches, Match{Start: start, End: end, Entity: e})
	t.next = max(next, end)
	return true
}

// insert is add for a finding that stands before others, or before what was looked at. One that overlaps others joins with them.
func (t *Text) insert(e Entity, start, end, next int) bool {
	if e == None || t.scanner.off[e] {
		return false
	}
	t.looks.unclear = true
	t.ahead = t.ahead || start > next
	low := len(t.Matches)
	for low > 0 && t.Matches[low-1].End > start {
		low--
	}
	high := low
	for high < len(t.Matches) && t.Matches[high].Start < end {
		high++
	}
	if low < high {
		first, last := t.Matches[low], t.Matches[high-1]
		if first.Start <= start && first.End >= end {
			return false
		}
		m := Match{Start: min(start, first.Start), End: max(end, last.End), Entity: e}
		if other := first.Entity; (first.Start < start || last.End > end) && other != e {
			m.Other = other
		}
		t.Matches = slices.Replace(t.Matches, low, high, m)
	} else {
		t.Matches = slices.Insert(t.Matches, low, Match{Start: start, End: end, Entity: e})
	}
	t.added++
	t.next = next
	return true
}
