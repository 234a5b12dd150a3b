package redact

import "github.com/otel-genai/genaiprocessor/redaction"

// Outcome counts what redaction did to one span, log record or attribute map, or to several in turn. It never holds text. The zero value
// is ready; it is not safe for concurrent use. In monitor mode it counts what would have been done.
type Outcome struct {
	Tally                redaction.Tally
	Dropped              int // attributes removed by DropIdentity
	Pseudonymised        int // values replaced by PseudonymIdentity
	Retyped              int // values of other types that became strings
	SkippedBinaryBytes   int // bytes of values that are no text, passed on as they are
	SkippedIdentityBytes int // bytes of texts and numbers that KeepIdentity passes on unread
	SkippedUsageBytes    int // bytes of numbers under usage keys
	ScannedBytes         int // bytes of texts that were looked at
	// Changed and Removed count attributes, those of events and links among them; not what became of them by a panic, nor what policies for
	// content replaced or cut.
	Changed, Removed int
	BodyChanges      int // values of a record's body that were changed, likewise
	writes           int // values that were changed
}

// Since returns what was counted since an earlier state of o.
func (o *Outcome) Since(earlier *Outcome) Outcome {
	since := *o
	since.Tally.Subtract(&earlier.Tally)
	since.Dropped -= earlier.Dropped
	since.Pseudonymised -= earlier.Pseudonymised
	since.Retyped -= earlier.Retyped
	since.SkippedBinaryBytes -= earlier.SkippedBinaryBytes
	since.SkippedIdentityBytes -= earlier.SkippedIdentityBytes
	since.SkippedUsageBytes -= earlier.SkippedUsageBytes
	since.ScannedBytes -= earlier.ScannedBytes
	since.Changed -= earlier.Changed
	since.Removed -= earlier.Removed
	since.BodyChanges -= earlier.BodyChanges
	since.writes -= earlier.writes
	return since
}
