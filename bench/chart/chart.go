// Package chart writes line charts as SVG: plain axes, lines with marks, and their names beside. The same chart is the same text each time.
// The colours follow the reader's light or dark mode, on a ground of their own, so that a page of either kind can show them.
package chart

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Chart is what is drawn.
type Chart struct {
	Title, XName, YName string
	// LogX and LogY make an axis logarithmic. A 0 on such an x axis stands one step left of the smallest other value.
	LogX, LogY bool
	// XLabels are the values of x that are written below the axis; nil: those of the first line.
	XLabels []float64
	// Lines has at most as many as there are colours, which is [MaxLines].
	Lines []Line
}

// Line is one of them. X rises. On a logarithmic y axis all of Y is above 0.
type Line struct {
	Name string
	X, Y []float64
}

// MaxLines is how many lines can be told apart.
const MaxLines = 5

// MaxName is how many characters of the name of a line there is room for.
const MaxName = 46

// All sizes are in the units of the picture.
const (
	width, height         = 720, 400
	left, right           = 64, 696
	top                   = 84 // below the title and the names of the lines
	bottom                = 340
	mark                  = 3.5
	namesTop, namesPerRow = 46, 2
)

// style has the colours of Okabe and Ito, which people with any kind of colour vision can tell apart, brighter for the dark.
const style = `<style>
.ground{fill:#fff}text{fill:#24292f;font:13px sans-serif}.title{font-size:15px;font-weight:bold}.axis{stroke:#57606a}.grid{stroke:#d0d7de}
.line{fill:none;stroke-width:2}.c0{stroke:#0072b2}.c1{stroke:#d55e00}.c2{stroke:#007f5f}.c3{stroke:#a3448a}.c4{stroke:#7a6200}
@media(prefers-color-scheme:dark){
.ground{fill:#0d1117}text{fill:#e6edf3}.axis{stroke:#8b949e}.grid{stroke:#30363d}
.c0{stroke:#56b4e9}.c1{stroke:#ff9a4d}.c2{stroke:#3fd0a4}.c3{stroke:#e79bd0}.c4{stroke:#e6c84f}
}
</style>
`

// dashes tell lines apart without colour.
var dashes = [MaxLines]string{"", "8 4", "2 3", "10 3 2 3", "14 5"}

// SVG returns the picture, or an error that says what can't be drawn.
func (c *Chart) SVG() (string, error) {
	if err := c.validate(); err != nil {
		return "", err
	}
	x, y := c.xScale(), c.yScale()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">`+"\n",
		width, height, width, height)
	fmt.Fprintf(&b, "<title>%s</title>\n%s", html.EscapeString(c.Title), style)
	fmt.Fprintf(&b, `<rect class="ground" width="%d" height="%d"/>`+"\n", width, height)
	text(&b, "title", "start", 16, 24, c.Title)
	c.names(&b)
	c.axes(&b, x, y)
	for i, l := range c.Lines {
		draw(&b, i, l, x, y)
	}
	b.WriteString("</svg>\n")
	return b.String(), nil
}

func (c *Chart) validate() error {
	if len(c.Lines) == 0 || len(c.Lines) > MaxLines {
		return fmt.Errorf("lines: expected 1 to %d, found %d", MaxLines, len(c.Lines))
	}
	for i, l := range c.Lines {
		if n := utf8.RuneCountInString(l.Name); n > MaxName {
			return fmt.Errorf("lines[%d]: name: expected up to %d characters, found %d", i, MaxName, n)
		}
		if len(l.X) == 0 || len(l.X) != len(l.Y) {
			return fmt.Errorf("lines[%d]: expected as many x as y, and one at least, found %d and %d", i, len(l.X), len(l.Y))
		}
		for j := range l.X {
			switch {
			case !(l.X[j] >= 0) || math.IsInf(l.X[j], 0) || j > 0 && l.X[j] <= l.X[j-1]:
				return fmt.Errorf("lines[%d]: x[%d]: expected a number from 0 that is larger than the one before, found %v", i, j, l.X[j])
			case !(l.Y[j] >= 0) || math.IsInf(l.Y[j], 0) || c.LogY && l.Y[j] == 0:
				return fmt.Errorf("lines[%d]: y[%d]: expected a number from 0, above it on a logarithmic axis, found %v", i, j, l.Y[j])
			}
		}
	}
	return nil
}

// names says above the axes which line is which.
func (c *Chart) names(b *strings.Builder) {
	for i, l := range c.Lines {
		x, y := float64(16+(i%namesPerRow)*(width/namesPerRow)), float64(namesTop+i/namesPerRow*17)
		fmt.Fprintf(b, `<path class="line c%d" stroke-dasharray="%s" d="M%s %sh34"/>`+"\n", i, dashes[i], number(x), number(y-4))
		text(b, "", "start", x+42, y, l.Name)
	}
}

func (c *Chart) axes(b *strings.Builder, x, y scale) {
	for _, v := range y.ticks() {
		at := y.at(v)
		fmt.Fprintf(b, `<path class="grid" d="M%d %sH%d"/>`+"\n", left, number(at), right)
		text(b, "", "end", left-8, at+4, number(v))
	}
	fmt.Fprintf(b, `<path class="axis" d="M%d %dH%d"/>`+"\n", left, bottom, right)
	labels := c.XLabels
	if labels == nil {
		labels = c.Lines[0].X
	}
	for _, v := range labels {
		at := x.at(v)
		fmt.Fprintf(b, `<path class="axis" d="M%s %dv5"/>`+"\n", number(at), bottom)
		text(b, "", "middle", at, bottom+20, thousands(v))
	}
	text(b, "", "middle", (left+right)/2, bottom+44, axisName(c.XName, c.LogX))
	fmt.Fprintf(b, `<text text-anchor="middle" transform="translate(16 %d) rotate(-90)">%s</text>`+"\n", (top+bottom)/2,
		html.EscapeString(axisName(c.YName, c.LogY)))
}

func axisName(name string, log bool) string {
	if log {
		return name + " (logarithmic)"
	}
	return name
}

func draw(b *strings.Builder, i int, l Line, x, y scale) {
	fmt.Fprintf(b, `<path class="line c%d" stroke-dasharray="%s" d="`, i, dashes[i])
	command := "M"
	for j := range l.X {
		fmt.Fprintf(b, "%s%s %s", command, number(x.at(l.X[j])), number(y.at(l.Y[j])))
		command = "L"
	}
	b.WriteString(`"/>` + "\n")
	for j := range l.X {
		fmt.Fprintf(b, `<circle class="c%d ground" cx="%s" cy="%s" r="%v"/>`+"\n", i, number(x.at(l.X[j])), number(y.at(l.Y[j])), mark)
	}
}

func text(b *strings.Builder, class, anchor string, x, y float64, s string) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	fmt.Fprintf(b, `<text%s text-anchor="%s" x="%s" y="%s">%s</text>`+"\n", class, anchor, number(x), number(y), html.EscapeString(s))
}

// number writes two decimals at most.
func number(f float64) string { return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64) }

// thousands puts commas into whole numbers.
func thousands(f float64) string {
	s := number(f)
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return whole + rest
}
