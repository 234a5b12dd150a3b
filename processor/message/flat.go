package message

import (
	"slices"
	"strconv"
	"strings"
)

// MaxItems is how many children a level of a [Flat] tree may have: emitters write dozens, and what is beyond would be work without an end.
const MaxItems = 1000

// Flat puts a tree together out of keys that are paths: "0.message.role", "0.message.content". Levels with nothing but numbers become arrays,
// by number, without gaps. The zero value is ready.
type Flat struct {
	root branch
	some bool
}

// branch is a value, or has children.
type branch struct {
	name     string
	index    int // of a name that is a number, else -1
	value    Node
	leaf     bool
	children []branch
}

// Add puts a value where the path leads. It reports false, and adds nothing, for a path that is empty or too deep, that leads to where a value
// is or through one, or to the one child too many.
func (f *Flat) Add(path string, value Node) bool {
	const maxSteps = MaxDepth / 2
	if strings.Count(path, ".") >= maxSteps {
		return false
	}
	at := &f.root
	for more := true; more; {
		var name string
		name, path, more = strings.Cut(path, ".")
		if name == "" || at.leaf {
			return false
		}
		if at = at.child(name); at == nil {
			return false
		}
	}
	if at.leaf || len(at.children) > 0 {
		return false
	}
	at.value, at.leaf, f.some = value, true, true
	return true
}

// child finds a child, the newest first since keys mostly come in order, or makes it. It returns nil if there are too many.
func (b *branch) child(name string) *branch {
	for i := len(b.children) - 1; i >= 0; i-- {
		if b.children[i].name == name {
			return &b.children[i]
		}
	}
	if len(b.children) == MaxItems {
		return nil
	}
	const usual = 2 // a role and a content
	if b.children == nil {
		b.children = make([]branch, 0, usual)
	}
	b.children = append(b.children, branch{name: name, index: index(name)})
	return &b.children[len(b.children)-1]
}

// index is the number that a step of a path is, -1 if it is none: "007" and "+7" are names, and so is what no array has.
func index(name string) int {
	const maxDigits = 9
	if len(name) > maxDigits || len(name) > 1 && name[0] == '0' || name[0] < '0' || name[0] > '9' {
		return -1
	}
	n, err := strconv.Atoi(name)
	if err != nil {
		return -1
	}
	return n
}

// StartsWithIndex reports whether the first step of a path is a number.
func StartsWithIndex(path string) bool {
	step, _, _ := strings.Cut(path, ".")
	return step != "" && index(step) >= 0
}

// Tree returns what was put together; ok is false if that is nothing.
func (f *Flat) Tree() (n Node, ok bool) { return f.root.tree(), f.some }

func (b *branch) tree() (n Node) {
	if b.leaf {
		return b.value
	}
	numbered := true
	for i := range b.children {
		numbered = numbered && b.children[i].index >= 0
	}
	if !numbered {
		n.Type = Object
		for i := range b.children {
			n.put(b.children[i].name, b.children[i].tree())
		}
		return n
	}
	slices.SortFunc(b.children, func(x, y branch) int { return x.index - y.index })
	n.Type = Array
	n.Items = make([]Node, len(b.children))
	for i := range b.children {
		n.Items[i] = b.children[i].tree()
	}
	return n
}
