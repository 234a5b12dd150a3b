package genaiprocessor

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// ContentConfig is what becomes of content, by the name of its kind: `keep`, `drop`, `hash`, `{truncate: N}` or `{reference: "…"}`. What is not
// named is kept.
type ContentConfig map[string]any

// Validate checks the kinds and the shape of each policy; what its values may be is for the engine to say.
func (c ContentConfig) Validate() error {
	var errs []error
	known := 0
	for _, kind := range redaction.ContentKinds() {
		v, ok := c[kind.String()]
		if !ok {
			continue
		}
		known++
		if _, err := contentPolicy(v); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", kind, err))
		}
	}
	if known < len(c) {
		for _, name := range slices.Sorted(maps.Keys(c)) {
			errs = append(errs, oneOf("kind", name, contentKindNames()...))
		}
	}
	return oneLine(errs...)
}

func contentKindNames() (names []string) {
	for _, kind := range redaction.ContentKinds() {
		names = append(names, kind.String())
	}
	return names
}

// policies are the policies of the kinds that Validate finds nothing wrong with.
func (c ContentConfig) policies() (p redaction.ContentPolicies) {
	for _, kind := range redaction.ContentKinds() {
		v, ok := c[kind.String()]
		if policy, err := contentPolicy(v); ok && err == nil {
			p[kind] = policy
		}
	}
	return p
}

// keeps reports whether all content is kept.
func (c ContentConfig) keeps() bool { return c.policies() == redaction.ContentPolicies{} }

var errContentShape = errors.New("one of keep, drop, hash, {truncate: N} and {reference: \"s3://…\"} is expected")

// contentPolicy reads one policy.
func contentPolicy(v any) (redaction.ContentPolicy, error) {
	switch v := v.(type) {
	case string:
		for _, action := range []redaction.ContentAction{redaction.KeepContent, redaction.DropContent, redaction.HashContent} {
			if v == action.String() {
				return redaction.ContentPolicy{Action: action}, nil
			}
		}
		return redaction.ContentPolicy{}, fmt.Errorf("%w, found %q", errContentShape, v)
	case map[string]any:
		if len(v) != 1 {
			return redaction.ContentPolicy{}, fmt.Errorf("%w, found %d keys", errContentShape, len(v))
		}
		for key, value := range v {
			return contentPolicyOf(key, value)
		}
	}
	return redaction.ContentPolicy{}, fmt.Errorf("%w, found a value of another type", errContentShape)
}

func contentPolicyOf(key string, value any) (redaction.ContentPolicy, error) {
	switch key {
	case redaction.TruncateContent.String():
		size, ok := value.(int)
		if !ok || size > math.MaxInt32 {
			return redaction.ContentPolicy{}, errors.New("truncate: a number of bytes is expected, found a value of another type")
		}
		return redaction.ContentPolicy{Action: redaction.TruncateContent, Bytes: size}, nil
	case redaction.ReferenceContent.String():
		template, ok := value.(string)
		if !ok {
			return redaction.ContentPolicy{}, errors.New("reference: a text is expected, found a value of another type")
		}
		return redaction.ContentPolicy{Action: redaction.ReferenceContent, Reference: template}, nil
	}
	return redaction.ContentPolicy{}, fmt.Errorf("%w, found the key %q", errContentShape, key)
}
