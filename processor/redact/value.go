package redact

import (
	"math"
	"strconv"
	"unicode/utf8"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// text redacts one string. It reports a change only if the change is to be written.
func (r *Redactor) text(in string, p redaction.Place, o *Outcome) (out string, write bool) {
	if in == "" {
		return in, false
	}
	o.ScannedBytes += len(in)
	out, changed := r.engine.Text(in, p, &o.Tally)
	if changed {
		o.writes++
	}
	return out, changed && r.enforce
}

// value redacts a value of any type in place, as [redaction.Engine.Text] says that a walker must; p.Key is "" at the top of an attribute
// or a body. A value nested deeper than maxDepth is replaced whole and counted as one failure, with none of its findings, as a JSON
// string of that depth is.
func (r *Redactor) value(v pcommon.Value, p redaction.Place, o *Outcome) {
	if v.Type() != pcommon.ValueTypeMap && v.Type() != pcommon.ValueTypeSlice {
		r.walk(v, p, 0, o)
		return
	}
	before := *o
	if r.walk(v, p, 0, o) {
		return
	}
	*o = before
	r.replace(v, r.engine.Fail(redaction.FailMaxDepth, &o.Tally), o)
}

// walk redacts v and what is in it, and returns false if it nests too deep. depth counts the maps and arrays around v.
func (r *Redactor) walk(v pcommon.Value, p redaction.Place, depth int, o *Outcome) bool {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		if out, write := r.text(v.Str(), p, o); write {
			v.SetStr(out)
		}
	case pcommon.ValueTypeInt, pcommon.ValueTypeDouble:
		r.number(v, p, o)
	case pcommon.ValueTypeBytes:
		if v.Bytes().Len() > 0 && !r.replacedByKey(v, p, o) {
			r.bytes(v, p, o)
		}
	case pcommon.ValueTypeSlice:
		return depth < r.maxDepth && r.walkSlice(v.Slice(), p, depth+1, o)
	case pcommon.ValueTypeMap:
		if depth == r.maxDepth {
			return false
		}
		return r.walkMap(v.Map(), p, "", depth+1, o)
	}
	return true
}

// replacedByKey replaces a value whole if its keys say so. Of texts and numbers the engine knows that by itself.
func (r *Redactor) replacedByKey(v pcommon.Value, p redaction.Place, o *Outcome) bool {
	entity, found := r.engine.ByKey(p)
	if found {
		r.replace(v, r.engine.Whole(entity, &o.Tally), o)
	}
	return found
}

// walkMap redacts the keys and values of a map inside a value: each key as text, each value with its key as context. The first value
// under the key done, if that is not "", is redacted already.
func (r *Redactor) walkMap(m pcommon.Map, p redaction.Place, done string, depth int, o *Outcome) bool {
	keyFindings, name := 0, ""
	for key, v := range m.All() {
		if r.keyHasFinding(key, p, o) {
			keyFindings++
		}
		if done != "" && key == done {
			done = ""
			continue
		}
		place := r.below(p, key, name)
		if redaction.IsManifestData(key) && v.Type() == pcommon.ValueTypeMap && isSecretManifest(m) {
			place = r.engine.BelowManifest(p, key)
		}
		if redaction.IsPairName(key) && v.Type() == pcommon.ValueTypeStr {
			name = v.Str()
		}
		if !r.walk(v, place, depth, o) {
			return false
		}
	}
	// The map changes only now, when no value of it is held any more.
	if keyFindings > 0 && r.enforce {
		r.renameKeys(m, p, o)
	}
	return true
}

// isSecretManifest reports whether m is a Kubernetes Secret.
func isSecretManifest(m pcommon.Map) bool {
	kind, ok := m.Get("kind")
	return ok && kind.Type() == pcommon.ValueTypeStr && kind.Str() == "Secret"
}

// below returns the place of the value under key, before which the map has said that name is the name of one; "" where it has said none.
func (r *Redactor) below(p redaction.Place, key, name string) redaction.Place {
	if name != "" && redaction.IsPairValue(key) {
		return r.engine.BelowNamed(p, key, name)
	}
	return r.engine.Below(p, key)
}

// walkSlice redacts the elements of an array; they stand under the key that the array stands under.
func (r *Redactor) walkSlice(s pcommon.Slice, p redaction.Place, depth int, o *Outcome) bool {
	for i := 0; i < s.Len(); {
		n, key := partsAt(s, i, p.Key)
		if n == 1 && !r.walk(s.At(i), p, depth, o) || n > 1 && !r.walkParts(s, i, n, key, p, depth, o) {
			return false
		}
		i += n
	}
	return true
}

// number redacts an int or a double as its decimal text; a finding makes it a string.
func (r *Redactor) number(v pcommon.Value, p redaction.Place, o *Outcome) {
	var space [32]byte
	if placeholder, found := r.engine.Number(string(decimal(space[:0], v)), p, &o.Tally); found {
		r.replace(v, placeholder, o)
	}
}

// decimal appends the text of a number as encoding/json writes it: with an exponent where the double is very large or small.
func decimal(dst []byte, v pcommon.Value) []byte {
	if v.Type() == pcommon.ValueTypeInt {
		return strconv.AppendInt(dst, v.Int(), 10)
	}
	d, format := v.Double(), byte('f')
	if size := math.Abs(d); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	return strconv.AppendFloat(dst, d, format, -1, 64)
}

// bytes redacts a bytes value that is text, and leaves it bytes. For anything else the policy for media holds; what it keeps is passed on as
// it is, and its length counted.
func (r *Redactor) bytes(v pcommon.Value, p redaction.Place, o *Outcome) {
	raw := v.Bytes().AsRaw()
	if !isText(raw) {
		if out, changed := r.engine.Media(raw, p, &o.Tally); changed {
			r.replace(v, out, o)
		} else {
			o.SkippedBinaryBytes += len(raw)
		}
		return
	}
	if out, write := r.text(string(raw), p, o); write {
		v.SetEmptyBytes().FromRaw([]byte(out)) // a copy of the span may share the old bytes
	}
}

// replace puts a placeholder in the place of a value of any type.
func (r *Redactor) replace(v pcommon.Value, placeholder string, o *Outcome) {
	o.writes++
	if v.Type() != pcommon.ValueTypeStr {
		o.Retyped++
	}
	if r.enforce {
		v.SetStr(placeholder)
	}
}

// isText says whether bytes are UTF-8, or mostly printable ASCII and whole characters of UTF-8, as text in an older encoding, with a broken
// character or in UTF-16 is.
func isText(b []byte) bool {
	if utf8.Valid(b) {
		return true
	}
	printable := 0
	for i := 0; i < len(b); {
		_, size := utf8.DecodeRune(b[i:])
		if size > 1 || isPrintable(b[i]) || b[i] == 0 && (i > 0 && isPrintable(b[i-1]) || i+1 < len(b) && isPrintable(b[i+1])) {
			printable += size
		}
		i += size
	}
	return printable >= len(b)-len(b)/4
}

func isPrintable(c byte) bool { return ' ' <= c && c <= '~' || c == '\n' || c == '\r' || c == '\t' }

func isNumber(v pcommon.Value) bool {
	return v.Type() == pcommon.ValueTypeInt || v.Type() == pcommon.ValueTypeDouble
}

// unreadBytes returns how many bytes a text or a number has that nothing looks at: 8 of a number, as OTLP sends it; none of other values.
func unreadBytes(v pcommon.Value) int {
	switch {
	case v.Type() == pcommon.ValueTypeStr:
		return len(v.Str())
	case isNumber(v):
		return 8
	}
	return 0
}
