package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// PartShape is what an object in a list shows of being a part of a message: a piece of its text, which stands with those before and behind
// it as one text does that was cut. Of keys that come more than once, the first counts.
type PartShape struct {
	Typed         bool   // it has a "type"
	Type          string // its "type", if that is a string
	Role          bool   // it has a "role": it is a message itself
	Text, Content bool   // it has a string under "text", "content"
}

// TextKey returns the key under which the part has its text, "" if it is no part whose text goes on in the next. Texts go on in the
// next element of a list if both have the same key and the same type. listKey is the nearest key around the list.
//
// Parts with a type are those of the GenAI semantic conventions (v1.37.0: "content") and of the interfaces of OpenAI, Anthropic and the
// Vercel AI SDK ("text"); those without one are of Gemini and Bedrock Converse, as of 2026-11.
func (s PartShape) TextKey(listKey string) string {
	switch {
	case s.Role, s.Typed && textType([]byte(s.Type)) == "", !s.Typed && !IsPartList(listKey):
		return ""
	case s.Text:
		return "text"
	case s.Content && s.Typed:
		return "content"
	}
	return ""
}

// IsPartList reports whether a list below key holds parts even where they do not say so: strings, and objects without a type.
func IsPartList(key string) bool { return key == "parts" || key == "content" || key == "contents" }

// textType returns the type of a part that has text, as a string of its own, and "" for any other.
func textType(name []byte) string {
	for _, t := range [...]string{"text", "input_text", "output_text", "reasoning", "thinking"} {
		if string(name) == t {
			return t
		}
	}
	return ""
}

// part is the text of one part: where it stands in the text around it.
type part struct {
	start, end int
	quoted     bool // it is the content of a JSON string
	escaped    bool // it holds escapes of JSON
}

// Parts redacts, in place, the texts of one message that follow each other: each as Text does, with p for the place of all of them, and
// what is found only once they are joined. A finding that goes over several of them is replaced in the first and removed from the
// others. It reports whether anything changed. Texts that are JSON documents are not joined with others.
func (e *Engine) Parts(texts []string, p Place, t *Tally) (changed bool) {
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	if len(texts) < 2 || size > e.maxValueBytes {
		for i, text := range texts {
			out, c := e.Text(text, p, t)
			texts[i], changed = out, changed || c
		}
		return changed
	}
	r := e.runs.Get().(*run)
	defer func() {
		if recover() != nil {
			e.failParts(texts, FailPanic, t)
			changed = true // r is left to the garbage collector: its state is unknown
		}
	}()
	changed = r.parts(texts, size, p, t)
	r.report(t)
	r.trim()
	e.runs.Put(r)
	return changed
}

func (e *Engine) failParts(texts []string, reason Failure, t *Tally) {
	for i, text := range texts {
		if text != "" {
			texts[i] = e.Fail(reason, t)
		}
	}
}

func (r *run) parts(texts []string, size int, p Place, t *Tally) (changed bool) {
	r.start(size)
	j := r.takeJoiner()
	defer r.giveJoiner()
	r.input = r.input[:0]
	for _, text := range texts {
		start := len(r.input)
		r.input = append(r.input, text...)
		j.parts = append(j.parts, part{start: start, end: len(r.input)})
	}
	var at site
	r.siteOf(&at, &p)
	for _, part := range j.parts {
		from := len(r.edits)
		r.leaf(r.input[part.start:part.end], &at)
		shift(r.edits[from:], part.start)
	}
	j.text, j.alone, j.site = r.input, r.edits, at
	j.site.whole = detect.None
	if j.join(j.parts); !r.failed {
		j.merge(0)
	}
	if r.failed {
		r.engine.failParts(texts, r.reason, t)
		return true
	}
	out := r.take()
	rest := r.edits
	for i, part := range j.parts {
		var own []edit
		own, rest = editsBefore(rest, part.end)
		if len(own) == 0 {
			continue
		}
		shift(own, -part.start)
		if changed = true; !fits(part.end-part.start, own, r.engine.maxValueBytes) {
			texts[i] = r.engine.Fail(FailMaxValueBytes, t)
			continue
		}
		out.text = splice(out.text[:0], r.input[part.start:part.end], own, nil)
		texts[i] = string(out.text)
		r.count(own, t)
	}
	return changed
}

// count counts the findings of edits. What removes the rest of a finding that began in another part is none, and neither are media.
func (r *run) count(edits []edit, t *Tally) {
	for _, e := range edits {
		if (e.entity != detect.None || e.replacement != "") && e.entity != detect.Media {
			t.found[e.entity]++
		}
	}
}

func shift(edits []edit, by int) {
	for i := range edits {
		edits[i].start += by
		edits[i].end += by
	}
}
