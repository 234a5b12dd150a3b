package redact

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
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
		if isContentEvent(e.Name()) || mapHasContent(e.Attributes()) {
			return true
		}
	}
	return false
}

// RecordHasContent is SpanHasContent for a log record: its attributes, its event name, and the fields of a structured body. A body that
// is a string isn't opened: what it holds is known only by its scope or its attributes.
func RecordHasContent(lr plog.LogRecord) bool {
	if isContentEvent(lr.EventName()) || mapHasContent(lr.Attributes()) {
		return true
	}
	return bodyHasContent(lr.Body(), 0)
}

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
		if contentMatcher.matches(key) && holdsText(v) {
			return true
		}
		switch v.Type() {
		case pcommon.ValueTypeMap, pcommon.ValueTypeSlice:
			if bodyHasContent(v, 1) {
				return true
			}
		case pcommon.ValueTypeStr:
			if key == "event.name" && isContentEvent(v.Str()) {
				return true
			}
		}
	}
	return false
}

func isContentEvent(name string) bool {
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

// keyMatcher matches keys against patterns. Most keys of most spans are no content, so that two gates come before any comparison: one by
// the first two bytes of a key, one by its last two, each a bit in a table of 2 KB.
type keyMatcher struct {
	headGate, tailGate [256]uint64
	whole              map[string]struct{}
	beginnings         [256][]beginning // by the first byte
	endings            [256][]string    // by the last byte, lower case, words divided by '.'
}

type beginning struct {
	text    string
	indexed bool // a digit must follow
}

func compileContentKeys(keys []contentKey) *keyMatcher {
	m := &keyMatcher{whole: make(map[string]struct{})}
	for _, k := range keys {
		if words, isEnding := strings.CutPrefix(k.pattern, "*."); isEnding {
			last, beforeLast := words[len(words)-1], words[len(words)-2]
			m.endings[last] = append(m.endings[last], words)
			m.tailGate[last] |= 1 << (beforeLast & 63)
			continue
		}
		m.headGate[k.pattern[0]] |= 1 << (k.pattern[1] & 63)
		text := strings.TrimRight(k.pattern, "*#")
		if text == k.pattern {
			m.whole[text] = struct{}{}
			continue
		}
		m.beginnings[text[0]] = append(m.beginnings[text[0]], beginning{text, strings.HasSuffix(k.pattern, "#")})
	}
	return m
}

func (m *keyMatcher) matches(key string) bool {
	n := len(key)
	if n < 2 {
		return false
	}
	last, beforeLast := asciiLower(key[n-1]), asciiLower(key[n-2])
	if m.tailGate[last]>>(beforeLast&63)&1 == 1 && m.matchesEnding(key, last) {
		return true
	}
	return m.headGate[key[0]]>>(key[1]&63)&1 == 1 && m.matchesHead(key)
}

func (m *keyMatcher) matchesEnding(key string, last byte) bool {
	for _, words := range m.endings[last] {
		if endsInWords(key, words) {
			return true
		}
	}
	return false
}

func (m *keyMatcher) matchesHead(key string) bool {
	for _, b := range m.beginnings[key[0]] {
		if len(key) > len(b.text) && key[:len(b.text)] == b.text && (!b.indexed || isASCIIDigit(key[len(b.text)])) {
			return true
		}
	}
	_, found := m.whole[key]
	return found
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
