package redaction

// Failure is a reason why a value was replaced whole without being looked at to its end.
type Failure uint8

// The failures.
const (
	FailPanic         Failure = iota // a defect of the engine
	FailMaxValueBytes                // the value, or its redacted form, is longer than Settings.MaxValueBytes
	FailMaxDepth                     // the value is nested deeper than Settings.MaxDepth
	FailBudget                       // the value took more work than its length allows
	failureCount
)

var failureNames = [failureCount]string{
	FailPanic:         "panic",
	FailMaxValueBytes: "max_value_bytes",
	FailMaxDepth:      "max_depth",
	FailBudget:        "budget",
}

// String returns the name used in metrics, such as "max_depth"; "" for a value that is no failure.
func (f Failure) String() string {
	if f >= failureCount {
		return ""
	}
	return failureNames[f]
}

// Failures returns all failures, in a fixed order.
func Failures() []Failure {
	return []Failure{FailPanic, FailMaxValueBytes, FailMaxDepth, FailBudget}
}

// Tally counts findings and failures, never text. The zero Tally is ready for use. It is not safe for concurrent use.
type Tally struct {
	found         [MaxEntities]int
	kept          [MaxEntities]int
	failed        [failureCount]int
	dropAttribute bool
	content       [contentKindCount][contentActionCount]int
	skippedMedia  int
}

// Content returns the number of contents of kind k that a policy for content did a to; TruncateContent counts texts.
func (t *Tally) Content(k ContentKind, a ContentAction) int {
	if k >= contentKindCount || a >= contentActionCount {
		return 0
	}
	return t.content[k][a]
}

func (t *Tally) countContent(k ContentKind, a ContentAction) { t.content[k][a]++ }

// CountContent counts one content of kind k that a caller removed, since the policy of k drops it.
func (t *Tally) CountContent(k ContentKind) {
	if k < contentKindCount {
		t.countContent(k, DropContent)
	}
}

// SkippedMedia returns the bytes of pictures, sounds and files in texts that were passed on without being looked at.
func (t *Tally) SkippedMedia() int { return t.skippedMedia }

// Found returns the number of findings of e that were replaced.
func (t *Tally) Found(e Entity) int {
	if int(e) >= len(t.found) {
		return 0
	}
	return t.found[e]
}

// Kept returns the number of findings of e that were left because its action is Keep.
func (t *Tally) Kept(e Entity) int {
	if int(e) >= len(t.kept) {
		return 0
	}
	return t.kept[e]
}

// TakeDropAttribute reports whether a finding since the last call is one to remove its attribute for.
func (t *Tally) TakeDropAttribute() bool {
	drop := t.dropAttribute
	t.dropAttribute = false
	return drop
}

// Total returns the number of findings of all entities that were replaced.
func (t *Tally) Total() int {
	sum := 0
	for _, n := range t.found {
		sum += n
	}
	return sum
}

// HasFindings reports whether anything was found, be it replaced or left.
func (t *Tally) HasFindings() bool {
	for i := range t.found {
		if t.found[i]+t.kept[i] > 0 {
			return true
		}
	}
	return false
}

// Failed returns the number of values that failed for reason f.
func (t *Tally) Failed(f Failure) int {
	if int(f) >= len(t.failed) {
		return 0
	}
	return t.failed[f]
}

// Failures returns the number of values that failed for any reason.
func (t *Tally) Failures() int {
	sum := 0
	for _, n := range t.failed {
		sum += n
	}
	return sum
}

// Add adds the counts of other to t.
func (t *Tally) Add(other *Tally) {
	for i, n := range other.found {
		t.found[i] += n
	}
	for i, n := range other.kept {
		t.kept[i] += n
	}
	for i, n := range other.failed {
		t.failed[i] += n
	}
	for k := range other.content {
		for a, n := range other.content[k] {
			t.content[k][a] += n
		}
	}
	t.skippedMedia += other.skippedMedia
}

// Subtract takes the counts of an earlier state of t from t, which leaves what was counted since.
func (t *Tally) Subtract(earlier *Tally) {
	for i, n := range earlier.found {
		t.found[i] -= n
	}
	for i, n := range earlier.kept {
		t.kept[i] -= n
	}
	for i, n := range earlier.failed {
		t.failed[i] -= n
	}
	for k := range earlier.content {
		for a, n := range earlier.content[k] {
			t.content[k][a] -= n
		}
	}
	t.skippedMedia -= earlier.skippedMedia
	t.dropAttribute = false
}

// Reset sets all counts to zero.
func (t *Tally) Reset() { *t = Tally{} }
