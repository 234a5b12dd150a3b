package main

import (
	"context"
	"fmt"

	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processortest"
)

// sink keeps the last batch that it got, and does nothing else.
type sink struct{ traces ptrace.Traces }

func (*sink) Capabilities() consumer.Capabilities { return consumer.Capabilities{} }

func (s *sink) ConsumeTraces(_ context.Context, td ptrace.Traces) error {
	s.traces = td
	return nil
}

// newComponent makes a processor as a collector does: by its factory from YAML, checked and started. It gives what it did to next.
func newComponent(factory processor.Factory, yaml string, next consumer.Traces) (processor.Traces, error) {
	made, err := componentOf(factory, yaml, next)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", factory.Type(), err)
	}
	return made, nil
}

func componentOf(factory processor.Factory, yaml string, next consumer.Traces) (processor.Traces, error) {
	retrieved, err := confmap.NewRetrievedFromYAML([]byte(yaml))
	if err != nil {
		return nil, err
	}
	conf, err := retrieved.AsConf()
	if err != nil {
		return nil, err
	}
	config := factory.CreateDefaultConfig()
	if err := conf.Unmarshal(config); err != nil {
		return nil, err
	}
	if err := confmap.Validate(config); err != nil {
		return nil, err
	}
	ctx := context.Background()
	made, err := factory.CreateTraces(ctx, processortest.NewNopSettings(factory.Type()), config, next)
	if err != nil {
		return nil, err
	}
	return made, made.Start(ctx, componenttest.NewNopHost())
}
