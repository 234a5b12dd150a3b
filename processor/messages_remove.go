package processor

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/message"
)

// remove takes away the originals of all pieces that the slots hold. Of values that hold more than that, the rest stays; an event that held
// nothing else goes.
func remove(span ptrace.Span, claims []claim, scratch *moverScratch) {
	var gone map[string]struct{}
	var emptied map[int]struct{}
	scratch.gone = slices.Grow(scratch.gone[:0], span.Attributes().Len())[:span.Attributes().Len()]
	clear(scratch.gone)
	flats := false
	for i := range claims {
		cl := &claims[i]
		paths, some := cl.removed()
		if !some {
			continue
		}
		if emptied == nil && (cl.place.events != nil || cl.place.event != onSpan) {
			emptied = map[int]struct{}{}
		}
		switch {
		case cl.place.flat != nil: // no attribute was added or removed since
			flats = true
			for j := range cl.place.flat.entries {
				scratch.gone[cl.place.flat.entries[j].at] = true
			}
		case cl.place.events != nil:
			for _, e := range cl.place.events {
				removeFromEvent(span.Events(), e.index, e.keys, emptied)
			}
		case cl.place.event != onSpan:
			if !removeParts(span.Events().At(cl.place.event).Attributes(), &cl.place, paths) {
				removeFromEvent(span.Events(), cl.place.event, cl.place.keys, emptied)
			}
		case cl.whole || !removeParts(span.Attributes(), &cl.place, paths):
			if gone == nil {
				gone = map[string]struct{}{}
			}
			for _, key := range cl.place.keys {
				gone[key] = struct{}{}
			}
		}
	}
	if flats || len(gone) > 0 {
		at := -1
		span.Attributes().RemoveIf(func(key string, _ pcommon.Value) bool {
			at++
			_, is := gone[key]
			return is || scratch.gone[at]
		})
	}
	if len(emptied) > 0 {
		at := -1
		span.Events().RemoveIf(func(ptrace.SpanEvent) bool {
			at++
			_, is := emptied[at]
			return is
		})
	}
}

// removed returns the paths to what is to go. What fills the slot that it stood in has been overwritten and is not to go.
func (cl *claim) removed() (paths [][]string, some bool) {
	for i := range cl.pieces {
		p := &cl.pieces[i]
		if p.fate == left || p.use == stands || cl.place.isSlot(p.slot) {
			continue
		}
		paths, some = append(paths, p.paths...), true
	}
	return paths, some
}

// isSlot reports whether the place is the attribute of a slot.
func (at *place) isSlot(slot dialect.Slot) bool {
	return at.event == onSpan && len(at.keys) > 0 && at.keys[0] == slot.Key()
}

// removeParts takes the paths out of the value of the place's only key. It reports false if nothing would be left of it.
func removeParts(attrs pcommon.Map, at *place, paths [][]string) bool {
	rest, says := at.tree.Without(paths)
	if !says {
		return false
	}
	value, ok := attrs.Get(at.keys[0])
	switch {
	case !ok:
	case at.isText:
		value.SetStr(rest.JSON())
	case value.Type() == pcommon.ValueTypeMap:
		message.Remove(value.Map(), paths)
	}
	return true
}

// eventMarks are attributes of events that say nothing without a message.
var eventMarks = []string{"gen_ai.system", "gen_ai.provider.name", "gen_ai.operation.name", "event.name"}

func removeFromEvent(events ptrace.SpanEventSlice, index int, keys []string, emptied map[int]struct{}) {
	attrs := events.At(index).Attributes()
	attrs.RemoveIf(func(key string, _ pcommon.Value) bool { return slices.Contains(keys, key) })
	for key := range attrs.All() {
		if !slices.Contains(eventMarks, key) {
			return
		}
	}
	emptied[index] = struct{}{}
}
