package processor

import "github.com/otel-genai/genaiprocessor/redaction"

const (
	// maxShownNameBytes is the length to which a name is cut where it is shown.
	maxShownNameBytes = 96
	// maxNameBytes is longer than any name: what is longer isn't looked at.
	maxNameBytes = 512
	withheldName = "<REDACTED>"
)

// shownNames makes names that come with spans fit for logs and metrics: whatever looks like personal data or a secret is replaced in them,
// whatever the configuration says of redaction. It is safe for concurrent use.
type shownNames struct{ scanner *redaction.Engine }

func newShownNames() (*shownNames, error) {
	scanner, err := redaction.New(redaction.Settings{})
	if err != nil {
		return nil, err
	}
	return &shownNames{scanner}, nil
}

// bounded returns a name, or what stands for one that is too long to be one: cut, it could hold the half of a secret that nobody knows.
func bounded(name string) string {
	if len(name) > maxNameBytes {
		return withheldName
	}
	return name
}

// name returns a bounded name as it may be shown.
func (n *shownNames) name(name string) string {
	var tally redaction.Tally
	name, _ = n.scanner.Text(name, redaction.Place{}, &tally)
	if len(name) > maxShownNameBytes {
		return cutText(name, maxShownNameBytes) + "…"
	}
	return name
}
