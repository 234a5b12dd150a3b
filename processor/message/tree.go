package message

import (
	"slices"
	"strings"
)

// Type is what a [Node] is.
type Type uint8

// The types of JSON.
const (
	Null Type = iota
	Bool
	Number
	String
	Array
	Object
)

// MaxDepth is how deep a tree may nest: one level for every array and object.
const MaxDepth = 64

// Node is one JSON value. Nodes share their strings and slices with the trees that they come from, so a tree is not changed once it is made.
type Node struct {
	Type Type
	// Text is the text of a String, and a Number or Bool as JSON spells it: numbers keep their digits.
	Text string
	// Items are the elements of an Array and the values of an Object.
	Items []Node
	// Keys are the keys of an Object, in order, without repetition, one for each of Items.
	Keys []string
}

// Text makes a String.
func Text(s string) Node { return Node{Type: String, Text: s} }

// List makes an Array.
func List(items []Node) Node { return Node{Type: Array, Items: items} }

// Get returns a member of an Object; the zero Node, which is Null, if it has none.
func (n Node) Get(key string) Node {
	for i, k := range n.Keys {
		if k == key {
			return n.Items[i]
		}
	}
	return Node{}
}

// first returns the first of the members that is there and not null, and its key.
func (n Node) first(keys ...string) (Node, string) {
	for _, key := range keys {
		if v := n.Get(key); v.Type != Null {
			return v, key
		}
	}
	return Node{}, ""
}

// put appends a member, whose key must be new.
func (n *Node) put(key string, value Node) {
	const usual = 2 // members of a message or a part
	if n.Keys == nil {
		n.Keys, n.Items = make([]string, 0, usual), make([]Node, 0, usual)
	}
	n.Type = Object
	n.Keys = append(n.Keys, key)
	n.Items = append(n.Items, value)
}

// putText appends a member with a text.
func (n *Node) putText(key, text string) { n.put(key, Text(text)) }

// With returns n with one more member, unless it has one of the key.
func (n Node) With(key string, value Node) Node {
	if n.has(key) {
		return n
	}
	n.Keys, n.Items = slices.Clone(n.Keys), slices.Clone(n.Items)
	n.put(key, value)
	return n
}

// says reports whether anything is said in n: null, empty texts and empty containers say nothing.
func (n Node) says() bool {
	switch n.Type {
	case Null:
		return false
	case String:
		return n.Text != ""
	case Array, Object:
		for _, item := range n.Items {
			if item.says() {
				return true
			}
		}
		return false
	default:
		return true
	}
}

// Depth is the number of arrays and objects around the deepest value.
func (n Node) Depth() int {
	if n.Type != Array && n.Type != Object {
		return 0
	}
	deepest := 0
	for _, item := range n.Items {
		deepest = max(deepest, item.Depth())
	}
	return deepest + 1
}

// Without returns n without the values that the paths lead to, each a list of keys from n inwards; a path without keys leads to n itself.
// An object that is left with nothing to say goes too. says is false if nothing is left at all.
func (n Node) Without(paths [][]string) (rest Node, says bool) {
	var below map[string][][]string
	for _, path := range paths {
		if len(path) == 0 {
			return Node{}, false
		}
		if below == nil {
			below = map[string][][]string{}
		}
		below[path[0]] = append(below[path[0]], path[1:])
	}
	if n.Type != Object || below == nil {
		return n, n.says()
	}
	rest.Type = Object
	for i, key := range n.Keys {
		value := n.Items[i]
		if inner, cut := below[key]; cut {
			left, some := value.Without(inner)
			if !some {
				continue
			}
			value = left
		}
		rest.put(key, value)
	}
	return rest, rest.says()
}

// Said reports whether all that a tree says is said by the others, too: each of its texts and numbers. What only keeps the books, such as the
// id of an item, counts for nothing.
func Said(n Node, by []Node) bool {
	said := map[string]struct{}{}
	for _, b := range by {
		b.Leaves(func(text string) { said[text] = struct{}{} })
	}
	return n.SaidIn(said)
}

// SaidIn is [Said] with the leaves of the others.
func (n Node) SaidIn(said map[string]struct{}) bool {
	if n.Type == Array || n.Type == Object {
		for i, item := range n.Items {
			if n.Type == Object && keepsBooks(n.Keys[i], item) {
				continue
			}
			if !item.SaidIn(said) {
				return false
			}
		}
		return true
	}
	all := true
	n.Leaves(func(text string) {
		_, ok := said[text]
		all = all && ok
	})
	return all
}

// keepsBooks reports whether a member says nothing that was said: what kind of thing it stands beside, which one, and what became of it.
func keepsBooks(key string, value Node) bool {
	const maxBytes = 128
	switch key {
	case "type", "role", "id", "item_id", "status", "index", "finish_reason", "logprobs", "object", "call_id":
		return value.Type == Number || value.Type == String && len(value.Text) <= maxBytes && !strings.ContainsAny(value.Text, " \n\t")
	default:
		return false
	}
}

// Leaves calls yield with every text and number in n, keys left out. Texts that are JSON are looked into, as they are when they are read.
func (n Node) Leaves(yield func(string)) {
	switch n.Type {
	case String:
		if inner, ok := ParseDeep(n.Text); ok {
			inner.Leaves(yield)
			return
		}
		if n.Text != "" {
			yield(n.Text)
		}
	case Number:
		yield(n.Text)
	case Array, Object:
		for _, item := range n.Items {
			item.Leaves(yield)
		}
	}
}
