package redaction

import (
	"bytes"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// contentPass goes once through content of some kind and makes edits: of what a policy replaces, or of what it cuts to a length.
type contentPass struct {
	run   *run
	tree  contentTree
	cuts  bool // it cuts; else it replaces
	at    Place
	tally Tally // what the edits did
	depth int   // documents within strings
}

// contentPass makes the edits of one pass.
func (e *Engine) contentPass(in string, k ContentKind, p Place, t *Tally, cuts bool) (out string, changed bool) {
	if in == "" || len(in) > e.maxValueBytes || !e.passes(k, cuts) {
		return in, false
	}
	r := e.runs.Get().(*run)
	defer func() {
		if recover() != nil {
			out, changed = e.Fail(FailPanic, t), true
		}
	}()
	r.start(len(in))
	input := view(in)
	pass := contentPass{run: r, cuts: cuts, at: p, tree: contentTree{maxDepth: e.maxDepth}}
	pass.value(input, k)
	switch {
	case r.failed:
		out, changed = e.Fail(r.reason, t), true
	case len(r.edits) == 0:
		out = in
	case !fits(len(in), r.edits, e.maxValueBytes):
		out, changed = e.Fail(FailMaxValueBytes, t), true
	default:
		l := r.take()
		l.text = splice(l.text, input, r.edits, nil)
		out, changed = string(l.text), true
		t.Add(&pass.tally)
	}
	r.trim()
	e.runs.Put(r)
	return out, changed
}

// passes reports whether content of kind k can hold anything for a pass.
func (e *Engine) passes(k ContentKind, cuts bool) bool {
	if k == NoContent || k >= contentKindCount {
		return false
	}
	if cuts {
		return e.cutsContent
	}
	return e.replacesContent
}

// value goes through a text of kind k: a document, or anything else.
func (p *contentPass) value(text []byte, k ContentKind) {
	if looksLikeJSON(text) && p.document(text, k) {
		return
	}
	policy := p.policy(k)
	switch {
	case p.cuts:
		p.cut(text, k)
	case mayHoldMessages(k) && isCutShort(text):
		p.wholeBy(text, stricter(policy, p.run.engine.inMessages), k)
	case k == MixedContent:
		p.wholeBy(text, policy, k)
	}
}

func (p *contentPass) policy(k ContentKind) ContentPolicy { return p.run.engine.content[k] }

// mayHoldMessages reports whether content of kind k can hold some of another kind than media.
func mayHoldMessages(k ContentKind) bool {
	return k == InputContent || k == OutputContent || k == MixedContent
}

// isCutShort reports whether text, which is no JSON, begins like an object or an array of them, or like the JSON string of one, be it behind a
// byte order mark or as Python writes it.
func isCutShort(text []byte) bool {
	depth := 0
	for _, c := range bytes.TrimPrefix(text, []byte("\ufeff")) {
		switch {
		case c == ' ', c == '\t', c == '\n', c == '\r', c == '\\':
		case c == '{', c == '[':
			depth++
		case c == '"':
			if depth > 0 {
				return true
			}
		case c == '\'':
			return depth > 0
		default:
			return false
		}
	}
	return depth > 0
}

// wholeBy replaces all of text by a policy that is stricter than that of its kind.
func (p *contentPass) wholeBy(text []byte, policy ContentPolicy, k ContentKind) {
	e := p.run.engine
	candidates := [...]ContentKind{k, k, SystemContent, ToolsContent, DocumentsContent}
	if k == MixedContent {
		candidates[0], candidates[1] = InputContent, OutputContent
	}
	for _, strict := range candidates {
		if policy.Action.replaces() && e.content[strict] == policy {
			if out, changed := e.insteadOf(string(text), strict, p.at.Attribute, p.at.Source); changed {
				p.run.edits = append(p.run.edits, edit{start: 0, end: len(text), replacement: out})
				p.tally.countContent(strict, policy.Action)
			}
			return
		}
	}
}

// document goes through text if it is a JSON document, and returns false if not.
func (p *contentPass) document(text []byte, k ContentKind) bool {
	if p.depth == p.run.engine.maxDepth || !p.run.spend(len(text)) {
		return false
	}
	from := len(p.tree.nodes)
	if !p.tree.read(text) {
		return false
	}
	p.depth++
	p.node(text, from, k)
	p.depth--
	p.tree.nodes = p.tree.nodes[:from]
	return true
}

// node goes through the value at index i of the tree of text, which is of kind k and no label.
func (p *contentPass) node(text []byte, i int, k ContentKind) {
	switch n := p.tree.nodes[i]; n.kind {
	case '{':
		p.object(text, i, k)
	case '[':
		for c := i + 1; c < n.next && !p.run.failed; c = p.tree.nodes[c].next {
			p.node(text, c, k)
		}
	case '"':
		p.content(text, &n, k)
	}
}

func (p *contentPass) object(text []byte, i int, k ContentKind) {
	outer := k
	k = p.messageKind(text, i, k)
	end := p.tree.nodes[i].next
	for c := i + 1; c < end && !p.run.failed; c = p.tree.nodes[c].next {
		n := p.tree.nodes[c]
		key := p.text(text, n.keyStart, n.keyEnd, n.keyEscaped)
		isText := n.kind == '"'
		switch of := MemberKind(k, key); {
		case n.kind != '{' && n.kind != '[' && IsLabel(k, key, n.end-n.start):
		case k == MediaContent && isText && IsMedia(key, p.text(text, n.start, n.end, n.escaped)):
			p.replace(text, &n, MediaContent)
		case k == MediaContent && isText:
			p.node(text, c, outer)
		case !p.cuts && of != MixedContent && of != MediaContent && p.policy(of).Action.replaces():
			p.replace(text, &n, of)
		default:
			p.node(text, c, of)
		}
	}
}

// messageKind returns the kind of the object at index i.
func (p *contentPass) messageKind(text []byte, i int, k ContentKind) ContentKind {
	role, typ := "", ""
	for c := i + 1; c < p.tree.nodes[i].next; c = p.tree.nodes[c].next {
		n := &p.tree.nodes[c]
		if n.kind != '"' || n.end-n.start > maxLabel {
			continue
		}
		switch isRole, isType := TellsKind(p.text(text, n.keyStart, n.keyEnd, n.keyEscaped), n.end-n.start); {
		case isRole:
			role = p.text(text, n.start, n.end, n.escaped)
		case isType:
			typ = p.text(text, n.start, n.end, n.escaped)
		}
	}
	return p.run.engine.MessageKind(k, role, typ, p.cuts)
}

// text returns the string that a token stands for.
func (p *contentPass) text(text []byte, start, end int, escaped bool) string {
	if !escaped {
		return string(text[start:end])
	}
	l := p.run.take()
	l.text = unescape(l.text, text[start:end], &l.offsets)
	p.run.give()
	return string(l.text)
}

// content goes into a string.
func (p *contentPass) content(text []byte, n *contentNode, k ContentKind) {
	r := p.run
	from := len(r.edits)
	l := r.take()
	defer r.give()
	if n.escaped {
		l.text = unescape(l.text, text[n.start:n.end], &l.offsets)
	} else {
		l.text = append(l.text, text[n.start:n.end]...)
	}
	if !r.spend(len(l.text)) {
		return
	}
	p.value(l.text, k)
	for i := from; i < len(r.edits); i++ {
		e := &r.edits[i]
		e.start, e.end = l.offsets.start(e.start)+n.start, l.offsets.end(e.end)+n.start
		e.requote()
	}
}

// cut adds the edit that cuts text to the length that the policy of k says.
func (p *contentPass) cut(text []byte, k ContentKind) {
	policy := p.policy(k)
	if policy.Action != TruncateContent {
		return
	}
	at, size, ok := p.run.engine.cutAt(text, policy.Bytes)
	if !ok {
		return
	}
	marker := string(detect.AppendCutMarker(nil, size))
	p.run.edits = append(p.run.edits, edit{start: at, end: len(text), replacement: marker})
	if k == MixedContent {
		if k = OutputContent; p.policy(InputContent) == policy {
			k = InputContent
		}
	}
	p.tally.countContent(k, TruncateContent)
}

// replace adds the edit that puts what the policy of k says in the place of a value. What is empty stays so.
func (p *contentPass) replace(text []byte, n *contentNode, k ContentKind) {
	e := edit{start: n.start, end: n.end}
	content := string(text[n.start:n.end])
	switch {
	case n.kind == '"':
		content = p.text(text, n.start, n.end, n.escaped)
	case isEmptyValue(content):
		return
	default:
		e.quotes = 1
	}
	if content == "" {
		return
	}
	out, changed := p.run.engine.insteadOf(content, k, p.at.Attribute, p.at.Source)
	if !changed {
		return
	}
	if p.policy(k).Action == DropContent {
		out, e.quotes = emptyOf(n.kind), 0
		if k == MediaContent && n.kind == '"' {
			out = p.run.engine.placeholders[detect.Media]
		}
		if out == content {
			return
		}
	}
	e.replacement = out
	p.run.edits = append(p.run.edits, e)
	p.tally.countContent(k, p.policy(k).Action)
}

// emptyOf is what is left of a value that is dropped, so that its document stays one and keeps its types.
func emptyOf(kind byte) string {
	switch kind {
	case '{':
		return "{}"
	case '[':
		return "[]"
	case '"':
		return ""
	}
	return "null"
}

// isEmptyValue reports whether a value that is no string has nothing in it.
func isEmptyValue(json string) bool {
	if json == "null" {
		return true
	}
	if len(json) < 2 || json[0] != '{' && json[0] != '[' {
		return false
	}
	for _, c := range []byte(json[1 : len(json)-1]) {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}
