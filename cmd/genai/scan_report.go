package main

import (
	"cmp"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// scanReport is the answer of "genai scan": counts and names, and nothing that
// a span, a log record or a user said.
type scanReport struct {
	Version    int           `json:"version"` // of this shape
	Policy     policyReport  `json:"policy"`
	Files      []scannedFile `json:"files"`
	Spans      itemCounts    `json:"spans"`
	LogRecords itemCounts    `json:"log_records"`
	Dialects   []dialectRow  `json:"dialects"`
	Findings   findingReport `json:"findings"`
	// Identity are the attributes that the policy for identity would touch.
	Identity     []identityRow     `json:"identity"`
	Unrecognised unrecognisedRows  `json:"unrecognised"`
	Skipped      []skippedRow      `json:"skipped"`
	BeyondLimits []failureRow      `json:"beyond_limits"`
	WouldChange  wouldChangeReport `json:"would_change"`
}

// scanVersion is that of the shape of the JSON; it grows when a field goes or
// changes its meaning.
const scanVersion = 1

// itemCounts are of spans or of log records.
type itemCounts struct {
	Read int `json:"read"`
	// LookedAt are those in the scope of redaction.
	LookedAt int `json:"looked_at"`
	GenAI    int `json:"genai"`
	// Unrecognised have content that no dialect knows.
	Unrecognised int `json:"unrecognised"`
}

type dialectRow struct {
	Dialect    string `json:"dialect"`
	Spans      int    `json:"spans"`
	LogRecords int    `json:"log_records"`
}

type findingReport struct {
	Total    int         `json:"total"`
	ByEntity []entityRow `json:"by_entity"`
	Places   []placeRow  `json:"places"`
	// More are the findings in places that are not listed.
	More int `json:"more"`
}

type entityRow struct {
	Entity string `json:"entity"`
	Action string `json:"action"`
	Count  int    `json:"count"`
}

type placeRow struct {
	placeKey
	Count int `json:"count"`
}

// placeKey is where findings of one entity are.
type placeKey struct {
	Entity  string `json:"entity"`
	Place   string `json:"place"`
	Service string `json:"service"`
	Dialect string `json:"dialect"`
}

func (k placeKey) compare(other placeKey) int {
	return cmp.Or(cmp.Compare(k.Entity, other.Entity), cmp.Compare(k.Place, other.Place),
		cmp.Compare(k.Service, other.Service), cmp.Compare(k.Dialect, other.Dialect))
}

type identityRow struct {
	identityKey
	Count int `json:"count"`
}

type identityKey struct {
	Place  string `json:"place"`
	Action string `json:"action"`
}

func (k identityKey) compare(other identityKey) int {
	return cmp.Or(cmp.Compare(k.Place, other.Place), cmp.Compare(k.Action, other.Action))
}

// unrecognisedRows are spans and log records that no dialect knows, by where
// their content is. One is in as many rows as it has such places.
type unrecognisedRows struct {
	Places []unrecognisedRow `json:"places"`
	More   int               `json:"more"`
}

type unrecognisedRow struct {
	unrecognisedKey
	Count int `json:"count"`
}

type unrecognisedKey struct {
	Place   string `json:"place"`
	Service string `json:"service"`
}

func (k unrecognisedKey) compare(other unrecognisedKey) int {
	return cmp.Or(cmp.Compare(k.Place, other.Place), cmp.Compare(k.Service, other.Service))
}

type skippedRow struct {
	Reason string `json:"reason"`
	Bytes  int    `json:"bytes"`
}

type failureRow struct {
	Reason string `json:"reason"`
	Values int    `json:"values"`
}

type wouldChangeReport struct {
	Spans      int `json:"spans"`
	LogRecords int `json:"log_records"`
	Resources  int `json:"resources"` // each time that one is in a file
	Scopes     int `json:"scopes"`    // likewise
	// AttributesChanged and AttributesRemoved are those of spans, events, links, log records, resources and scopes. Of what policies for
	// content do, those removed alone are among them.
	AttributesChanged int `json:"attributes_changed"`
	AttributesRemoved int `json:"attributes_removed"`
	// ByAction are findings, but for those that are kept.
	ByAction []actionRow `json:"by_action"`
	// ByContent is what policies for content would do.
	ByContent []contentRow `json:"by_content"`
	// ReplacedWhole are values beyond limits.
	ReplacedWhole int `json:"values_replaced_whole"`
	// Retyped are values of other types that would become strings.
	Retyped  int `json:"values_become_strings"`
	Identity int `json:"identity_values"`
}

type contentRow struct {
	contentKey
	Count int `json:"count"`
}

// contentKey is a kind of content and what would become of it.
type contentKey struct {
	Kind   string `json:"kind"`
	Action string `json:"action"`
}

func (k contentKey) compare(other contentKey) int {
	return cmp.Or(cmp.Compare(k.Kind, other.Kind), cmp.Compare(k.Action, other.Action))
}

type actionRow struct {
	Action string `json:"action"`
	Count  int    `json:"count"`
}

// touches reports whether there is a finding, kept ones among them, or a value
// beyond limits. What the policy for identity does is no finding.
func (r *scanReport) touches() bool { return r.Findings.Total > 0 || len(r.BeyondLimits) > 0 }

// report sums up what was counted.
func (s *scanned) report() *scanReport {
	r := &scanReport{Version: scanVersion, Spans: s.spans, LogRecords: s.records}
	r.Dialects = s.dialectRows()
	r.Findings, r.WouldChange.ByAction = s.findingReport()
	identities, _ := s.identity.rows()
	r.Identity = []identityRow{}
	for _, row := range identities {
		r.Identity = append(r.Identity, identityRow{row.key, row.count})
	}
	unrecognised, more := s.unrecognised.rows()
	r.Unrecognised = unrecognisedRows{Places: []unrecognisedRow{}, More: more}
	for _, row := range unrecognised {
		r.Unrecognised.Places = append(r.Unrecognised.Places, unrecognisedRow{row.key, row.count})
	}
	r.Skipped, r.BeyondLimits = []skippedRow{}, []failureRow{}
	for _, skipped := range []skippedRow{
		{"binary", s.skipped.binary}, {"media", s.skipped.media}, {"identity", s.skipped.identity}, {"usage", s.skipped.usage},
	} {
		if skipped.Bytes > 0 {
			r.Skipped = append(r.Skipped, skipped)
		}
	}
	for _, failure := range redaction.Failures() {
		if n := s.failures[failure]; n > 0 {
			r.BeyondLimits = append(r.BeyondLimits, failureRow{failure.String(), n})
			r.WouldChange.ReplacedWhole += n
		}
	}
	w := &r.WouldChange
	w.ByContent = []contentRow{}
	for _, row := range s.content.sorted() {
		w.ByContent = append(w.ByContent, contentRow{row.key, row.count})
	}
	w.Spans, w.LogRecords, w.Resources, w.Scopes = s.touched[0], s.touched[1], s.touched[2], s.touched[3]
	w.AttributesChanged, w.AttributesRemoved = s.attributesChanged, s.attributesRemoved
	w.Retyped, w.Identity = s.retyped, s.identity.total()
	return r
}

func (s *scanned) findingReport() (report findingReport, byAction []actionRow) {
	report = findingReport{ByEntity: []entityRow{}, Places: []placeRow{}}
	actions := counter[actionName]{}
	entities, _ := s.entities.rows()
	for _, row := range entities {
		report.Total += row.count
		report.ByEntity = append(report.ByEntity, entityRow{row.key.entity, row.key.action, row.count})
		if row.key.action != redaction.Keep.String() {
			actions.add(actionName(row.key.action), row.count)
		}
	}
	places, more := s.places.rows()
	for _, row := range places {
		report.Places = append(report.Places, placeRow{row.key, row.count})
	}
	report.More = more
	byAction = []actionRow{}
	ofActions, _ := actions.rows()
	for _, row := range ofActions {
		byAction = append(byAction, actionRow{string(row.key), row.count})
	}
	return report, byAction
}

func (s *scanned) dialectRows() []dialectRow {
	rows := []dialectRow{}
	for _, row := range s.dialects.sorted() {
		rows = append(rows, dialectRow{string(row.key), row.count - s.dialectRecords[row.key], s.dialectRecords[row.key]})
	}
	return rows
}
