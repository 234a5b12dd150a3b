package genaiprocessor

import (
	"context"
	"time"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/processor/processorhelper"
	"go.uber.org/zap"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor"
)

// instance is the processor of one pipeline with what runs beside it.
type instance struct {
	processor *processor.Processor
	telemetry *metadata.TelemetryBuilder
	logger    *zap.Logger
	interval  time.Duration // at which files are looked at
	files     []*polledFile
}

// watch reads a file of the user's for the first time and keeps up with it from the start of the instance on.
func (in *instance) watch(key, path, file string, load func(content []byte) error) (*polledFile, error) {
	f := &polledFile{
		key: key, path: path, interval: in.interval, load: load,
		logger: in.logger, count: countReloads(in.telemetry, file), now: time.Now,
	}
	if err := f.open(); err != nil {
		return nil, err
	}
	in.files = append(in.files, f)
	return f, nil
}

func (in *instance) options() []processorhelper.Option {
	return []processorhelper.Option{
		processorhelper.WithCapabilities(consumer.Capabilities{MutatesData: true}),
		processorhelper.WithStart(in.start),
		processorhelper.WithShutdown(in.shutdown),
	}
}

func (in *instance) start(context.Context, component.Host) error {
	for _, f := range in.files {
		f.start()
	}
	return nil
}

func (in *instance) shutdown(context.Context) error {
	for _, f := range in.files {
		f.shutdown()
	}
	in.telemetry.Shutdown()
	return nil
}
