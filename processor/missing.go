package processor

import (
	"strings"
	"sync"

	"go.uber.org/zap"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// maxMissingNames bounds how many names of models are remembered and logged while a processor lives.
const maxMissingNames = 512

// missingPrices logs each model that has no price once, so that an operator can add one. It is safe for concurrent use.
type missingPrices struct {
	logger *zap.Logger
	shown  *shownNames

	mu   sync.Mutex
	seen map[missingPrice]struct{} // at most maxMissingNames, of at most two names of maxNameBytes each
}

// missingPrice is a model without a price as a span names it.
type missingPrice struct {
	provider, model string
	reason          costcalc.Reason
}

func newMissingPrices(logger *zap.Logger, shown *shownNames) *missingPrices {
	return &missingPrices{logger: logger, shown: shown, seen: map[missingPrice]struct{}{}}
}

// note logs the model of a call whose price is missing, unless that was done or too many were.
func (m *missingPrices) note(c *dialect.Call, reason costcalc.Reason) {
	if !lacksAPrice(reason) {
		return
	}
	model := c.Text(dialect.ResponseModel)
	if model == "" {
		model = c.Text(dialect.RequestModel)
	}
	p := missingPrice{provider: bounded(c.Text(dialect.Provider)), model: bounded(model), reason: reason}
	m.mu.Lock()
	_, known := m.seen[p]
	full := len(m.seen) >= maxMissingNames
	if !known && !full {
		p.provider, p.model = strings.Clone(p.provider), strings.Clone(p.model)
		m.seen[p] = struct{}{}
	}
	last := !known && len(m.seen) == maxMissingNames
	m.mu.Unlock()
	if known || full {
		return
	}
	m.logger.Info("A model has no price. Prices of your own go into cost::prices.",
		zap.String("provider", m.shown.name(p.provider)), zap.String("model", m.shown.name(p.model)), zap.String("reason", string(reason)))
	if last {
		m.logger.Info("No more models without a price are logged; the metric processor_genai_unpriced goes on counting.", zap.Int("logged", maxMissingNames))
	}
}

// lacksAPrice reports whether a price for the model would help.
func lacksAPrice(reason costcalc.Reason) bool {
	switch reason {
	case costcalc.ReasonUnknownModel, costcalc.ReasonAmbiguousProvider, costcalc.ReasonFineTune, costcalc.ReasonSelfHosted, costcalc.ReasonUnitUnpriced:
		return true
	default:
		return false
	}
}
