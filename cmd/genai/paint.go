package main

import (
	"io"
	"os"
)

// style is how a piece of text looks on a terminal.
type style string

// Styles are the codes of ECMA-48, Select Graphic Rendition.
const (
	plain   style = ""
	bold    style = "1"
	dim     style = "2"
	red     style = "31"
	green   style = "32"
	yellow  style = "33"
	blue    style = "34"
	magenta style = "35"
	cyan    style = "36"
)

// painter colours text, or leaves it alone.
type painter struct {
	enabled bool
}

// newPainter colours what goes to a terminal unless NO_COLOR is set to anything
// (https://no-color.org) or the terminal is dumb.
func newPainter(out io.Writer) painter {
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return painter{}
	}
	return painter{enabled: isTerminal(out)}
}

func isTerminal(out io.Writer) bool {
	file, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (p painter) paint(s style, text string) string {
	if !p.enabled || s == plain || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// kindStyle gives the kinds that belong together one colour.
func kindStyle(r *record) style {
	if !r.genAI {
		return dim
	}
	switch r.kind {
	case "generation":
		return magenta
	case "embedding", "rerank", "retrieval", "memory":
		return cyan
	case "tool":
		return yellow
	default:
		return blue
	}
}
