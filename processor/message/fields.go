package message

import "slices"

// maxMembers is how many members an object may have that is read as a message or a part of one; no provider's comes near it.
const maxMembers = 256

// fields reads an object member by member and remembers which it has read, so that the others can be kept.
type fields struct {
	node Node
	used []bool
}

func fieldsOf(n Node) *fields {
	return &fields{node: n, used: make([]bool, len(n.Keys))}
}

// take returns the first of the members that is there and not null, and marks it as read.
func (f *fields) take(keys ...string) Node {
	for _, key := range keys {
		for i, k := range f.node.Keys {
			if k == key && !f.used[i] && f.node.Items[i].Type != Null {
				f.used[i] = true
				return f.node.Items[i]
			}
		}
	}
	return Node{}
}

// takeText is take for members that must be texts; others are left.
func (f *fields) takeText(keys ...string) string {
	for _, key := range keys {
		for i, k := range f.node.Keys {
			if k == key && !f.used[i] && f.node.Items[i].Type == String {
				f.used[i] = true
				return f.node.Items[i].Text
			}
		}
	}
	return ""
}

// drop marks members as read that say nothing of their own.
func (f *fields) drop(keys ...string) {
	for _, key := range keys {
		for i, k := range f.node.Keys {
			f.used[i] = f.used[i] || k == key
		}
	}
}

// keep appends all members to dst that nobody has read and that say something. A key that dst has already gets an underscore.
func (f *fields) keep(dst *Node) {
	for i, key := range f.node.Keys {
		if f.used[i] || !f.node.Items[i].says() {
			continue
		}
		dst.putNew(key, f.node.Items[i])
	}
}

func (n Node) has(key string) bool { return slices.Contains(n.Keys, key) }

// merge returns n with the members of the objects that stand under the given keys in their place, as deep as they are nested in one another.
// What n has itself keeps its key.
func merge(n Node, keys ...string) Node {
	const layers = 3
	for range layers {
		merged, found := Node{Type: Object}, false
		for i, key := range n.Keys {
			inner := n.Items[i]
			if inner.Type != Object || !slices.Contains(keys, key) {
				merged.putNew(key, inner)
				continue
			}
			found = true
			for j, innerKey := range inner.Keys {
				if innerKey == "type" && slices.Contains(sourceTypes, inner.Items[j].Text) {
					continue
				}
				merged.putNew(innerKey, inner.Items[j])
			}
		}
		if !found {
			return n
		}
		n = merged
	}
	return n
}

// sourceTypes are values of "type" that only say which of the members beside it is there.
var sourceTypes = []string{"base64", "url", "file"}

// putNew appends a member under its key or, where that is taken, under the key with an underscore; null says nothing and is left out.
func (n *Node) putNew(key string, value Node) {
	if value.Type == Null {
		return
	}
	for n.has(key) {
		key += "_"
	}
	n.put(key, value)
}
