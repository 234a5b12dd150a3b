package redact

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// SpanHasContent says whether s carries a content-bearing key (contentKeys) with something in it, on itself or on an event, or an event
// that is a message (contentEvents). It runs for every span of every service, allocates nothing, and changes nothing.
func SpanHasContent(s ptrace.Span) bool {
	if mapHasContent(s.Attributes()) {
		return true
	}
	events := s.Events()
	for i := range events.Len() {
		e := events.At(i)
		if IsContentEvent(e.Name()) || mapHasContent(e.Attributes()) {
			return true
		}
	}
	return false
}

// RecordHasContent is SpanHasContent for a log record: its attributes, its event name, and the fields of a structured body. A body that
// is a string isn't opened: what it holds is known only by its scope or its attributes.
func RecordHasContent(lr plog.LogRecord) bool {
	return IsContentEvent(lr.EventName()) || mapHasContent(lr.Attributes()) || BodyHasContent(lr)
}

// BodyHasContent is RecordHasContent for the body alone.
func BodyHasContent(lr plog.LogRecord) bool { return bodyHasContent(lr.Body(), 0) }

// maxContentDepth is how deep maps and lists are looked into for content-bearing keys.
const maxContentDepth = 8

func bodyHasContent(body pcommon.Value, depth int) bool {
	if depth > maxContentDepth {
		return true // nobody nests a plain log line so
	}
	switch body.Type() {
	case pcommon.ValueTypeMap:
		for key, v := range body.Map().All() {
			if contentMatcher.matches(key) && !genericBodyKey(key) && holdsText(v) || bodyHasContent(v, depth+1) {
				return true
			}
		}
	case pcommon.ValueTypeSlice:
		for _, v := range body.Slice().All() {
			if bodyHasContent(v, depth+1) {
				return true
			}
		}
	}
	return false
}

func mapHasContent(m pcommon.Map) bool {
	for key, v := range m.All() {
		if entryHasContent(key, v) {
			return true
		}
	}
	return false
}

func entryHasContent(key string, v pcommon.Value) bool {
	if contentMatcher.matches(key) && holdsText(v) {
		return true
	}
	switch v.Type() {
	case pcommon.ValueTypeMap, pcommon.ValueTypeSlice:
		return bodyHasContent(v, 1)
	case pcommon.ValueTypeStr:
		return key == attrEventName && IsContentEvent(v.Str())
	default:
		return false
	}
}

// MarkContent marks in a gate the keys of attributes that [SpanHasContent] and [RecordHasContent] look for.
func MarkContent(g *dialect.Gate, mark uint8) {
	g.MarkBeginning(attrEventName, mark)
	markContentKeys(g, contentKeys, mark)
}

// MayHoldContent is false only for keys of attributes that they look for nothing under, but in maps and arrays.
func MayHoldContent(key string) bool { return contentMatcher.matches(key) || key == attrEventName }

// attrEventName is where the name of an event stood before log records had a field for it.
const attrEventName = "event.name"

// IsContentEvent says whether an event or a log record of this name is a message.
func IsContentEvent(name string) bool {
	if len(name) < len("gen_ai.choice") {
		return false
	}
	_, found := contentEvents[name]
	return found
}

// holdsText says whether a value can carry words: a number under "prompt" is a count.
func holdsText(v pcommon.Value) bool {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		return v.Str() != ""
	case pcommon.ValueTypeMap, pcommon.ValueTypeSlice, pcommon.ValueTypeBytes:
		return true
	default:
		return false
	}
}

// contentMatcher is contentKeys, compiled; never written after.
var contentMatcher = compileContentKeys(contentKeys)

// keyMatcher matches keys against patterns. Most keys of most spans are no content, so that a gate comes before any comparison.
type keyMatcher struct {
	gate       dialect.Gate
	whole      map[string]redaction.ContentKind
	beginnings [256][]beginning // by the first byte
	endings    [256][]ending    // by the last two bytes: see endingsOf
}

type beginning struct {
	text    string
	indexed bool // a digit must follow
	kind    redaction.ContentKind
}

type ending struct {
	words string // lower case, divided by '.'
	kind  redaction.ContentKind

	lastWord int  // its length
	before   byte // the last byte of the word before it; 0 where there is none
}

func compileContentKeys(keys []contentKey) *keyMatcher {
	m := &keyMatcher{whole: make(map[string]redaction.ContentKind)}
	markContentKeys(&m.gate, keys, 1)
	for _, k := range keys {
		if words, isEnding := strings.CutPrefix(k.pattern, "*."); isEnding {
			list := m.endingsOf(words)
			*list = append(*list, newEnding(words, k.kind))
			continue
		}
		text := strings.TrimRight(k.pattern, "*#")
		if text == k.pattern {
			m.whole[text] = k.kind
			continue
		}
		m.beginnings[text[0]] = append(m.beginnings[text[0]], beginning{text, strings.HasSuffix(k.pattern, "#"), k.kind})
	}
	return m
}

func markContentKeys(g *dialect.Gate, keys []contentKey, mark uint8) {
	for _, k := range keys {
		if words, isEnding := strings.CutPrefix(k.pattern, "*."); isEnding {
			g.MarkEnding(words[strings.LastIndexByte(words, '.')+1:], mark)
		} else {
			g.MarkBeginning(strings.TrimRight(k.pattern, "*#"), mark)
		}
	}
}

func (m *keyMatcher) matches(key string) bool {
	if len(key) < 2 {
		return false
	}
	return m.gate.Ends(key) != 0 && m.matchesEnding(key) || m.gate.Begins(key) != 0 && m.matchesHead(key)
}

func (m *keyMatcher) matchesEnding(key string) bool {
	list := *m.endingsOf(key)
	for i := range list {
		if list[i].matches(key) {
			return true
		}
	}
	return false
}

// endingsOf returns the endings that a key of two bytes or more may have, or the place of a new one.
func (m *keyMatcher) endingsOf(key string) *[]ending {
	n := len(key)
	return &m.endings[asciiLower(key[n-1])^asciiLower(key[n-2])<<3]
}

func (m *keyMatcher) matchesHead(key string) bool {
	for i := range m.beginnings[key[0]] {
		if m.beginnings[key[0]][i].matches(key) {
			return true
		}
	}
	_, found := m.whole[key]
	return found
}

func (b *beginning) matches(key string) bool {
	return len(key) > len(b.text) && key[:len(b.text)] == b.text && (!b.indexed || isASCIIDigit(key[len(b.text)]))
}

// kind returns the kind of content under a key: by the whole key, else by its beginning, else by its last words, of which the most decide;
// byWords says that these did.
func (m *keyMatcher) kind(key string) (kind redaction.ContentKind, byWords bool) {
	if !m.matches(key) {
		return noKind, false
	}
	if kind, found := m.whole[key]; found {
		return kind, false
	}
	longest := 0
	for i := range m.beginnings[key[0]] {
		if b := &m.beginnings[key[0]][i]; len(b.text) > longest && b.matches(key) {
			kind, longest = b.kind, len(b.text)
		}
	}
	if longest > 0 {
		return kind, false
	}
	for _, e := range *m.endingsOf(key) {
		if len(e.words) > longest && e.matches(key) {
			kind, longest = e.kind, len(e.words)
		}
	}
	return kind, true
}

func newEnding(words string, kind redaction.ContentKind) ending {
	e := ending{words: words, kind: kind, lastWord: len(words)}
	if dot := strings.LastIndexByte(words, '.'); dot > 0 {
		e.lastWord, e.before = len(words)-dot-1, words[dot-1]
	}
	return e
}

// matches looks first at where the word before the last must end, since many keys have the last word alone.
func (e *ending) matches(key string) bool {
	if at := len(key) - e.lastWord; e.before != 0 && (at < 2 || asciiLower(key[at-1]) != e.before && asciiLower(key[at-2]) != e.before) {
		return false
	}
	return endsInWords(key, e.words)
}

// endsInWords says whether key ends in the given words ("tool.result"), beginning at the start of a word: of "app.tool_result",
// "toolResult" and "tool.result", but not of "toolresult" or "retool.result".
func endsInWords(key, words string) bool {
	k := len(key)
	for w := len(words) - 1; w >= 0; w-- {
		switch {
		case words[w] != '.':
			if k == 0 || asciiLower(key[k-1]) != words[w] {
				return false
			}
			k--
		case k > 0 && isWordDivider(key[k-1]):
			k--
		case !startsCapital(key, k):
			return false
		}
	}
	return k == 0 || isWordDivider(key[k-1]) || startsCapital(key, k)
}

// startsCapital says whether a word of a camelCase key begins at offset i > 0.
func startsCapital(key string, i int) bool {
	return i > 0 && i < len(key) && isASCIIUpper(key[i]) && !isASCIIUpper(key[i-1])
}

func isWordDivider(b byte) bool {
	return b == '.' || b == '_' || b == '-' || b == ':' || b == '/'
}

func isASCIIDigit(b byte) bool { return '0' <= b && b <= '9' }
func isASCIIUpper(b byte) bool { return 'A' <= b && b <= 'Z' }

func asciiLower(b byte) byte {
	if isASCIIUpper(b) {
		return b | 0x20
	}
	return b
}
