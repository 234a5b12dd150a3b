package genaiprocessor

import "go.opentelemetry.io/collector/component"

// Config is what the user writes under `genai:`; every key is optional.
type Config struct{}

func createDefaultConfig() component.Config { return &Config{} }
