package main

import "strings"

// maxGuideLevels bounds the indentation of a very deep tree: only its innermost
// levels are drawn.
const maxGuideLevels = 8

const (
	guideThrough = "│ " // more siblings follow further down
	guideBranch  = "├ "
	guideLast    = "└ "
	guideNone    = "  "
)

// guide is the branch that leads to a node.
func (n *node) guide() string {
	if n.parent == nil {
		return ""
	}
	if n.last {
		return n.parent.trunk() + guideLast
	}
	return n.parent.trunk() + guideBranch
}

// guideAbove goes before a line above a node, to which the node then hangs.
func (n *node) guideAbove() string {
	if n.parent == nil {
		return ""
	}
	return n.parent.trunk()
}

// guideBelow goes before a line between a node and its first child.
func (n *node) guideBelow() string {
	if n.children {
		return n.trunk() + guideThrough
	}
	return n.trunk() + guideNone
}

// trunk is what all lines below a node start with, as far as the node and its
// ancestors are concerned.
func (n *node) trunk() string {
	var levels []string
	for at := n; at.parent != nil && len(levels) < maxGuideLevels; at = at.parent {
		if at.last {
			levels = append(levels, guideNone)
		} else {
			levels = append(levels, guideThrough)
		}
	}
	var b strings.Builder
	for i := len(levels) - 1; i >= 0; i-- {
		b.WriteString(levels[i])
	}
	return b.String()
}
