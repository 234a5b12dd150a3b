package redaction

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// ContentKind says what a text is to a call of a model.
type ContentKind uint8

// The kinds of content.
const (
	NoContent        ContentKind = iota // nothing that a policy is about
	InputContent                        // what a user or a program asks
	OutputContent                       // what a model answers
	SystemContent                       // what whoever built the application tells the model
	ToolsContent                        // definitions of tools, what they were called with, what they returned
	DocumentsContent                    // what was retrieved
	MediaContent                        // pictures, sound, files
	MixedContent                        // messages of users and models together; its policy is the stricter one of input and output
	contentKindCount
)

// ContentKindCount is the number of kinds: the length of an array indexed by ContentKind.
const ContentKindCount = int(contentKindCount)

var contentKindNames = [contentKindCount]string{
	NoContent: "", InputContent: "input", OutputContent: "output", SystemContent: "system", ToolsContent: "tools",
	DocumentsContent: "documents", MediaContent: "media", MixedContent: "mixed",
}

// String returns the name used in configuration, metrics and references, such as "input"; "" for what is no kind.
func (k ContentKind) String() string {
	if k >= contentKindCount {
		return ""
	}
	return contentKindNames[k]
}

// ContentKinds returns the kinds that have a policy, in a fixed order.
func ContentKinds() []ContentKind {
	return []ContentKind{InputContent, OutputContent, SystemContent, ToolsContent, DocumentsContent, MediaContent}
}

// ContentAction is what becomes of content of a kind.
type ContentAction uint8

// The actions, from the mildest to the strictest.
const (
	KeepContent      ContentAction = iota // it is looked through like everything else
	TruncateContent                       // texts in it are cut to a length, once they are looked through
	ReferenceContent                      // an address stands in its place, where someone stores it
	HashContent                           // a keyed hash stands in its place
	DropContent                           // it goes
	contentActionCount
)

// ContentActionCount is the number of actions: the length of an array indexed by ContentAction.
const ContentActionCount = int(contentActionCount)

var contentActionNames = [contentActionCount]string{
	KeepContent: "keep", TruncateContent: "truncate", ReferenceContent: "reference", HashContent: "hash", DropContent: "drop",
}

// String returns the name used in configuration and metrics, such as "drop"; "" for what is no action.
func (a ContentAction) String() string {
	if a >= contentActionCount {
		return ""
	}
	return contentActionNames[a]
}

// ContentActions returns all actions, in a fixed order.
func ContentActions() []ContentAction {
	return []ContentAction{KeepContent, TruncateContent, ReferenceContent, HashContent, DropContent}
}

// ContentPolicy is what becomes of content of one kind. The zero ContentPolicy keeps it.
type ContentPolicy struct {
	Action    ContentAction
	Bytes     int    // of TruncateContent: the most bytes that are left of one text, 1 or more
	Reference string // of ReferenceContent: see checkReference
}

// ContentPolicies are the policies by kind. What stands under NoContent and MixedContent is not read.
type ContentPolicies [contentKindCount]ContentPolicy

// replaces reports whether the action puts something else in the place of content, before it is looked through.
func (a ContentAction) replaces() bool { return a >= ReferenceContent }

// setContent checks the policies and fills e.content. The key is compiled.
func (e *Engine) setContent(policies *ContentPolicies) error {
	for _, k := range ContentKinds() {
		p := policies[k]
		if err := p.check(k, e.HasKey()); err != nil {
			return fmt.Errorf("content::%s: %w", k, err)
		}
		e.content[k] = p
		e.replacesContent = e.replacesContent || p.Action.replaces()
		e.refersContent = e.refersContent || p.Action == ReferenceContent
		e.cutsContent = e.cutsContent || p.Action == TruncateContent
	}
	e.content[MixedContent] = stricter(e.content[InputContent], e.content[OutputContent])
	e.inMessages = stricter(stricter(e.content[SystemContent], e.content[ToolsContent]), e.content[DocumentsContent])
	return nil
}

func (p *ContentPolicy) check(k ContentKind, hasKey bool) error {
	switch {
	case p.Action >= contentActionCount:
		return fmt.Errorf("expected an action, found number %d", p.Action)
	case p.Action == TruncateContent && k == MediaContent:
		return errors.New("truncate: expected keep, drop, hash or reference, since a part of a picture is none")
	case p.Action == TruncateContent && p.Bytes < 1:
		return fmt.Errorf("truncate: expected a number of bytes from 1, found %d", p.Bytes)
	case p.Action == HashContent && !hasKey:
		return errors.New("hash: expected a key in pseudonym::key or pseudonym::key_file, found none")
	case p.Action == ReferenceContent:
		if err := checkReference(p.Reference); err != nil {
			return fmt.Errorf("reference: %w", err)
		}
	}
	return nil
}

// stricter returns the policy that leaves less.
func stricter(a, b ContentPolicy) ContentPolicy {
	switch {
	case a.Action != b.Action:
		if a.Action > b.Action {
			return a
		}
		return b
	case a.Action == TruncateContent && b.Bytes < a.Bytes:
		return b
	}
	return a
}

// ContentAction returns what becomes of content of a kind.
func (e *Engine) ContentAction(k ContentKind) ContentAction {
	if k >= contentKindCount {
		return KeepContent
	}
	return e.content[k].Action
}

// ReplacesContent reports whether content of any kind is dropped, hashed or referenced.
func (e *Engine) ReplacesContent() bool { return e.replacesContent }

// TruncatesContent reports whether content of any kind is cut to a length.
func (e *Engine) TruncatesContent() bool { return e.cutsContent }

// ReplaceContent returns what the policy of kind k puts in the place of content, all of an attribute or a body: "" if it drops it. It
// returns content and false where that stands there already, or where the policy leaves it. It counts in t what it did.
func (e *Engine) ReplaceContent(content string, k ContentKind, p Place, t *Tally) (out string, changed bool) {
	out, changed = e.insteadOf(content, k, p.Attribute, p.Source)
	if changed {
		t.countContent(k, e.content[k].Action)
	}
	return out, changed
}

// insteadOf is ReplaceContent without its counting.
func (e *Engine) insteadOf(content string, k ContentKind, attribute string, from *Source) (string, bool) {
	out := ""
	switch e.content[k].Action {
	case DropContent:
	case HashContent:
		if e.isContentHash(content) {
			return content, false
		}
		out = e.contentHash(content, k)
	case ReferenceContent:
		out = e.reference(k, attribute, from)
	default:
		return content, false
	}
	return out, out != content
}

// contentHash is the placeholder with the keyed hash of content.
func (e *Engine) contentHash(content string, k ContentKind) string {
	if k == MediaContent {
		return e.Pseudonym(detect.Media, []byte(content))
	}
	return e.Pseudonym(detect.Content, []byte(content))
}

// isContentHash reports whether text is what contentHash makes.
func (e *Engine) isContentHash(text string) bool {
	if len(text) < len("<MEDIA__>")+detect.PseudonymSize || len(text) > 64 {
		return false
	}
	en, ok := e.grammar.Parse([]byte(text))
	return ok && (en == detect.Content || en == detect.Media)
}

// Truncate cuts a text of kind k, or the strings in it where it is JSON, to the length that the policy says; see [appendMarker]. It is for
// texts that are looked through already, and looks through what it cut, since the end of a number may be what told it from a card's. It
// returns in itself and false where nothing is to be cut.
func (e *Engine) Truncate(in string, k ContentKind, p Place, t *Tally) (out string, changed bool) {
	const rounds = 4
	out = in
	for range rounds {
		cut, isCut := e.contentPass(out, k, p, t, true)
		if !isCut {
			return out, changed
		}
		changed = true
		var found bool
		if out, found = e.Text(cut, p, t); !found {
			return out, true
		}
	}
	return e.Fail(FailBudget, t), true
}

// ReplaceContentParts replaces what is of another kind in content of kind k: in JSON, the messages, parts and members that
// [MessageKind] and [MemberKind] tell. Bytes outside of them stay as they are, and JSON stays JSON. Where messages can't be told apart, since
// their document is cut short, the strictest policy of what may be in there holds for all. It returns in itself and false where nothing is
// to be replaced.
func (e *Engine) ReplaceContentParts(in string, k ContentKind, p Place, t *Tally) (out string, changed bool) {
	return e.contentPass(in, k, p, t, false)
}

// cutAt returns where to cut text, so that at most size bytes are left and no character and no placeholder is cut in two, and the length
// that the marker is to tell. It returns false where nothing is to be cut.
func (e *Engine) cutAt(text []byte, size int) (at, original int, ok bool) {
	left, original := len(text), len(text)
	if start, told := detect.CutMarker(text); start >= 0 {
		left, original = start, max(told, start)
	}
	if left <= size {
		return 0, 0, false
	}
	at = size
	for at > 0 && at > size-utf8.UTFMax && !utf8.RuneStart(text[at]) {
		at--
	}
	return e.grammar.Before(text, at), original, true
}
