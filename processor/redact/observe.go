package redact

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// Observer is told what redaction does where, for reports. A collector has none. It is called by the goroutine that calls the Redactor; it
// keeps and changes nothing of what it is given.
type Observer interface {
	// At says that what stands at site was looked at. o is the outcome so far of all that the Redactor was called for, so that what was done
	// at the site is the difference to the call before.
	At(site Site, o *Outcome)
}

// Site is a place of a span, log record, resource or instrumentation scope. Event and Key are as they came: see [Site.Shown].
type Site struct {
	Part  Part
	Event string // name of the event whose attribute it is, or of the log record
	Key   string // where Part is one of attributes; "" means the event itself
}

// of returns the site of the attribute under key in the map that s is the site of.
func (s Site) of(key string) Site {
	s.Key = key
	return s
}

// Part is what of a span, log record, resource or instrumentation scope a Site is in.
type Part uint8

// The parts.
const (
	Elsewhere Part = iota // in no other part
	Name                  // of a span or a scope
	StatusMessage
	Attribute // of the span, log record, resource or scope itself
	EventName // of an event of a span, or of a log record
	EventAttribute
	LinkAttribute
	Body
	SeverityText
	Version     // of a scope
	TraceStates // of a span and its links
	partCount
)

var partNames = [partCount]string{
	Elsewhere: "(elsewhere)", Name: "(name)", StatusMessage: "(status message)", Attribute: "", EventName: "(event name)",
	EventAttribute: "event", LinkAttribute: "link", Body: "(body)", SeverityText: "(severity text)", Version: "(version)",
	TraceStates: "(trace state)",
}

// Shown returns the site as a report may show it: "gen_ai.prompt.N.content", "event exception: exception.message", "(body)". Of keys and
// event names it shows those alone that [ShownKey] does.
func (s Site) Shown() string {
	switch s.Part {
	case Attribute:
		return ShownKey(s.Key)
	case LinkAttribute:
		return partNames[s.Part] + ": " + ShownKey(s.Key)
	case EventAttribute:
		event := partNames[s.Part] + " " + ShownKey(s.Event)
		if s.Key == "" {
			return event
		}
		return event + ": " + ShownKey(s.Key)
	}
	return partNames[min(s.Part, partCount-1)]
}

// OtherKey stands for a key that is not shown.
const OtherKey = "(other key)"

// maxShownKeyBytes is longer than any key that a program has by itself.
const maxShownKeyBytes = 96

// ShownKey returns a key as a report may show it, with "N" for each number in it; [OtherKey] unless a program is likely to have made it:
// one of the lists of this package, or short words of letters with no more than one number each.
func ShownKey(key string) string {
	if _, listed := contentMatcher.whole[key]; listed {
		return key
	}
	if len(key) > maxShownKeyBytes || !plainByDefault.has(key) {
		return OtherKey
	}
	return withoutNumbers(key)
}

// withoutNumbers puts "N" for the numbers of a plain key; a word with two, "a1b2", is an identifier.
func withoutNumbers(key string) string {
	var b strings.Builder
	numbers := 0
	for i := range len(key) {
		switch c := key[i]; {
		case !isASCIIDigit(c):
			if isWordDivider(c) {
				numbers = 0
			}
			b.WriteByte(c)
		case i == 0 || !isASCIIDigit(key[i-1]):
			if numbers++; numbers > 1 {
				return OtherKey
			}
			b.WriteByte('N')
		}
	}
	return b.String()
}

// ObservedBy returns a Redactor of the same policy that tells an observer what it does.
func (r *Redactor) ObservedBy(observer Observer) *Redactor {
	observed := *r
	observed.observer = observer
	if r.watching != nil {
		observed.watching = r.watching.ObservedBy(observer)
	}
	return &observed
}

// tell tells the observer, if there is one.
func (r *Redactor) tell(site Site, o *Outcome) {
	if r.observer != nil {
		r.observer.At(site, o)
	}
}

// SpanContentSites returns where s carries what makes [SpanHasContent] true; none where it is false.
func SpanContentSites(s ptrace.Span) []Site {
	sites := contentSites(nil, s.Attributes(), Site{Part: Attribute})
	for _, event := range s.Events().All() {
		if IsContentEvent(event.Name()) {
			sites = append(sites, Site{Part: EventAttribute, Event: event.Name()})
		}
		sites = contentSites(sites, event.Attributes(), Site{Part: EventAttribute, Event: event.Name()})
	}
	return sites
}

// RecordContentSites is SpanContentSites for a log record.
func RecordContentSites(lr plog.LogRecord) []Site {
	sites := contentSites(nil, lr.Attributes(), Site{Part: Attribute})
	if IsContentEvent(lr.EventName()) {
		sites = append(sites, Site{Part: EventName})
	}
	if bodyHasContent(lr.Body(), 0) {
		sites = append(sites, Site{Part: Body})
	}
	return sites
}

// contentSites appends the sites of a map's content; at is the site of the map.
func contentSites(sites []Site, m pcommon.Map, at Site) []Site {
	for key, v := range m.All() {
		if entryHasContent(key, v) {
			at.Key = key
			sites = append(sites, at)
		}
	}
	return sites
}
