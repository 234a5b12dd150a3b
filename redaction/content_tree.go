package redaction

// contentNode is one value of a JSON document, other than a number or a literal in an array. The nodes of a document stand in a list, each
// before what is in it.
type contentNode struct {
	kind       byte // '{', '[', '"'; 0 for a number or a literal
	start, end int  // the token; of a string what stands between its quotes
	escaped    bool // of a string
	next       int  // index of the first node that is not in it

	keyStart, keyEnd int // of a member, the key between its quotes
	keyEscaped       bool
}

// contentTree reads a document into nodes. It tells no content apart; that is for contentPass.
type contentTree struct {
	walker
	nodes    []contentNode
	maxDepth int
}

// read appends the nodes of text, and returns false, with none of them, if it is no JSON or nests deeper than maxDepth.
func (t *contentTree) read(text []byte) bool {
	t.text, t.i = text, 0
	from := len(t.nodes)
	t.space()
	ok := t.node(contentNode{}, 0)
	t.space()
	if !ok || t.i != len(text) {
		t.nodes = t.nodes[:from]
		return false
	}
	return true
}

// node reads a value. n has its key.
func (t *contentTree) node(n contentNode, depth int) bool {
	at := len(t.nodes)
	n.start = t.i
	switch c := t.peek(); c {
	case '"':
		n.kind = c
		n.start, n.end, n.escaped = t.token()
		if n.start < 0 {
			return false
		}
		n.next = at + 1
		t.nodes = append(t.nodes, n)
		return true
	case '{', '[':
		if depth == t.maxDepth {
			return false
		}
		n.kind = c
		t.nodes = append(t.nodes, n)
		if !t.children(c, depth+1) {
			return false
		}
	default:
		if !t.scalar(c) {
			return false
		}
		if n.keyEnd == 0 {
			return true // a number in an array is nothing by itself, and there may be millions: tokens, embeddings
		}
		t.nodes = append(t.nodes, n)
	}
	t.nodes[at].end, t.nodes[at].next = t.i, len(t.nodes)
	return true
}

func (t *contentTree) scalar(c byte) bool {
	switch c {
	case 't':
		return t.literal("true")
	case 'f':
		return t.literal("false")
	case 'n':
		return t.literal("null")
	}
	return (c == '-' || isDigit(c)) && t.numberToken()
}

// children reads what is in an object or an array, whose opening bracket is next.
func (t *contentTree) children(opening byte, depth int) bool {
	closing := opening + 2 // of '{' and '[' alike
	t.i++
	if t.space(); t.peek() == closing {
		t.i++
		return true
	}
	for {
		t.space()
		var n contentNode
		if opening == '{' && !t.memberKey(&n) {
			return false
		}
		if !t.node(n, depth) {
			return false
		}
		t.space()
		switch t.peek() {
		case ',':
			t.i++
		case closing:
			t.i++
			return true
		default:
			return false
		}
	}
}

// memberKey reads a key and its colon.
func (t *contentTree) memberKey(n *contentNode) bool {
	if t.peek() != '"' {
		return false
	}
	n.keyStart, n.keyEnd, n.keyEscaped = t.token()
	if n.keyStart < 0 {
		return false
	}
	if t.space(); t.peek() != ':' {
		return false
	}
	t.i++
	t.space()
	return true
}
