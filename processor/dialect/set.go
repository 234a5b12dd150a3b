package dialect

import (
	"math"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// set stores a value unless a better key gave one. own says that the attribute is the one that the field is written to.
func (c *Call) set(k *FieldKey, value pcommon.Value, rank int, own bool) {
	f := k.Field
	if c.Has(f) && c.rank[f] <= rank {
		return
	}
	exact, ok := c.store(k, value)
	if !ok {
		if f.Type() == Int && looksCounted(value) {
			c.unreadable.add(f)
		}
		return
	}
	c.mark(f)
	c.rank[f] = rank
	if own && exact {
		c.asIs.add(f)
	}
}

// store brings a value to the field's type. exact says that it was of that type and value already.
func (c *Call) store(k *FieldKey, value pcommon.Value) (exact, ok bool) {
	f := k.Field
	switch f.Type() {
	case Text:
		return c.storeText(k, value)
	case Int:
		return c.storeInt(k, value)
	case Double:
		return c.storeDouble(k, value)
	case Bool:
		return c.storeBool(k, value)
	case Texts:
		c.spare, exact, ok = asTexts(c.spare[:0], value, f != StopSequences)
		if ok {
			c.lists[f-firstList], c.spare = c.spare, c.lists[f-firstList]
		}
	}
	return exact, ok
}

func (c *Call) storeText(k *FieldKey, value pcommon.Value) (exact, ok bool) {
	s, exact, ok := asText(value)
	if !ok {
		return false, false
	}
	if len(k.Values) > 0 || k.Field == Provider {
		folded := foldedString(s)
		if known, has := k.Values[folded]; has {
			s, exact = known, known == s
		}
		if k.Field == Provider && frameworks[folded] {
			return false, false // another key may say who answers
		}
	}
	c.texts[k.Field] = s
	return exact, true
}

// storeInt rounds a number that comes in another unit to the field's own.
func (c *Call) storeInt(k *FieldKey, value pcommon.Value) (exact, ok bool) {
	n, exact, ok := asInt(value)
	if k.PerUnit != 0 {
		var d float64
		if d, _, ok = asDouble(value); ok {
			exact = false
			n, ok = wholeNumber(math.Round(d / k.PerUnit))
		}
	}
	if ok {
		c.ints[k.Field] = n
	}
	return exact, ok
}

func (c *Call) storeDouble(k *FieldKey, value pcommon.Value) (exact, ok bool) {
	var d float64
	if k.SinceStart {
		d, ok = secondsSince(c.Start, value)
	} else {
		d, exact, ok = asDouble(value)
	}
	if !ok {
		return false, false
	}
	if k.PerUnit != 0 {
		d, exact = d/k.PerUnit, false
	}
	c.doubles[k.Field] = d
	return exact, true
}

func (c *Call) storeBool(k *FieldKey, value pcommon.Value) (exact, ok bool) {
	b, exact, ok := asBool(value)
	if !ok {
		known, has := k.Values[foldedText(value)]
		b, ok = known == "true", has
	}
	if !ok {
		return false, false
	}
	c.ints[k.Field] = 0
	if b {
		c.ints[k.Field] = 1
	}
	return exact, true
}
