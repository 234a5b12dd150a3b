package redact

import (
	"maps"
	"slices"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// modeStrictness and identityStrictness are the orders of modes and of identity modes, from the one that leaves most to the one that
// leaves least.
var (
	modeStrictness     = []Mode{Monitor, Enforce}
	identityStrictness = []IdentityMode{KeepIdentity, PseudonymIdentity, DropIdentity}
)

// Strictest returns settings that are at least as strict as each of the list, in every respect, as [redaction.Strictest] does for texts.
func Strictest(list ...Settings) Settings {
	merged := Settings{Mode: list[0].Mode, Identity: list[0].Identity}
	texts := make([]redaction.Settings, len(list))
	for i, s := range list {
		merged.Mode = stricter(modeStrictness, merged.Mode, s.Mode)
		merged.Identity = stricter(identityStrictness, merged.Identity, s.Identity)
		if merged.IdentityKeys == nil {
			merged.IdentityKeys = maps.Clone(s.IdentityKeys)
		} else {
			maps.Copy(merged.IdentityKeys, s.IdentityKeys)
		}
		if merged.ContentKeys == nil {
			merged.ContentKeys = maps.Clone(s.ContentKeys)
		} else {
			maps.Copy(merged.ContentKeys, s.ContentKeys)
		}
		texts[i] = s.Text
	}
	merged.Text = redaction.Strictest(texts...)
	return merged
}

func stricter[T comparable](order []T, a, b T) T {
	if slices.Index(order, b) > slices.Index(order, a) {
		return b
	}
	return a
}
