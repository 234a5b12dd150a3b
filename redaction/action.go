package redaction

import "fmt"

// Action is what becomes of a finding.
type Action uint8

// The actions.
const (
	// Replace puts a placeholder with the name of the entity in its place.
	Replace Action = iota
	// Pseudonym puts a placeholder in its place that is the same for the same value under the same key.
	Pseudonym
	// Mask hides most of its characters; see [MaskSettings].
	Mask
	// DropValue puts a placeholder in the place of the whole string or number that holds it: of a JSON string, an element of a list, a value of a
	// map, or of the attribute where that is plain text.
	DropValue
	// DropAttribute removes the attribute that holds it. What is no attribute (a name, a body) is replaced as with DropValue.
	DropAttribute
	// Keep leaves it, and counts it.
	Keep
	actionCount
)

// ActionCount is the number of actions: the length of an array indexed by Action.
const ActionCount = int(actionCount)

var actionNames = [actionCount]string{
	Replace: "replace", Pseudonym: "pseudonym", Mask: "mask", DropValue: "drop_value", DropAttribute: "drop_attribute", Keep: "keep",
}

// String returns the name used in configuration and metrics, such as "drop_value"; "" for a value that is no action.
func (a Action) String() string {
	if a >= actionCount {
		return ""
	}
	return actionNames[a]
}

// ActionByName returns the action of a name as [Action.String] gives it.
func ActionByName(name string) (Action, bool) {
	for a, n := range actionNames {
		if n == name {
			return Action(a), true
		}
	}
	return Replace, false
}

// ActionNames returns the names of all actions, in a fixed order.
func ActionNames() []string { return append([]string(nil), actionNames[:]...) }

// drops reports whether a takes away what holds the finding, too.
func (a Action) drops() bool { return a == DropValue || a == DropAttribute }

func (a Action) check(key string) error {
	if a >= actionCount {
		return fmt.Errorf("%s: expected an action, found number %d", key, a)
	}
	return nil
}
