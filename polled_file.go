package genaiprocessor

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.uber.org/zap"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
)

// polledFile keeps up with a file that a user changes while the collector runs. Every interval it reads the file whole and, where the
// content is another by its SHA-256, gives it to load. Whatever fails later, what was loaded last holds. Polling, and no notification, since
// a Kubernetes ConfigMap is a symlink that is swapped, and network volumes notify nobody.
//
// It is made as a literal of its first fields, all of them, then opened. start and shutdown are called one after the other, as a component's
// are; age may be called at any time after open.
type polledFile struct {
	key      string // the configuration key that names the file
	path     string
	interval time.Duration
	// load takes the content and keeps nothing of the slice. It is called by one goroutine at a time. Its errors name what is wrong and
	// where, and never quote the content.
	load func(content []byte) error

	logger *zap.Logger
	// count is told of every reading that brought other content, and of every one that failed.
	count func(outcome string)
	now   func() time.Time // time.Now, but in tests

	loaded, refused [sha256.Size]byte // of the content that holds, and of that which load did not take last
	refusal         error             // why load did not take it
	complaint       string            // what was logged last, "" while all is well
	readAt          atomic.Int64      // Unix nanoseconds

	stop context.CancelFunc
	done chan struct{}
}

// Values of the attribute outcome of processor_genai_reloads.
const (
	outcomeLoaded = "loaded"
	outcomeFailed = "failed"
)

// Values of its attribute file.
const (
	filePrices = "prices"
	fileOwners = "owners"
)

// countReloads counts in the component's own metrics.
func countReloads(telemetry *metadata.TelemetryBuilder, file string) func(outcome string) {
	return func(outcome string) {
		telemetry.ProcessorGenaiReloads.Add(context.Background(), 1, metric.WithAttributes(
			attribute.String("file", file), attribute.String("outcome", outcome)))
	}
}

// open reads the file for the first time: without it there is nothing that could hold. It is for the factory's create functions, so that
// `otelcol validate`, which builds the pipelines and starts none, finds a bad file, too. The error names the key.
func (f *polledFile) open() error {
	if err := f.read(); err != nil {
		return fmt.Errorf("%s: %s: %w", f.key, f.path, err)
	}
	return nil
}

// start polls in the background until shutdown. A second start does nothing.
func (f *polledFile) start() {
	if f.stop != nil {
		return
	}
	var ctx context.Context
	ctx, f.stop = context.WithCancel(context.Background()) // a component's start context ends with the start
	f.done = make(chan struct{})
	go func() {
		defer close(f.done)
		ticker := time.NewTicker(f.interval)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				f.poll()
			}
		}
	}()
}

// shutdown ends the polling and waits for its end. It does nothing before start or the second time.
func (f *polledFile) shutdown() {
	if f.stop == nil {
		return
	}
	f.stop()
	<-f.done
}

// age is how long ago the file was last read and found good, changed or not.
func (f *polledFile) age() time.Duration { return f.now().Sub(time.Unix(0, f.readAt.Load())) }

// poll is one step of the polling. An error is logged when it begins and when it becomes another, not each time.
func (f *polledFile) poll() {
	err := f.read()
	switch {
	case err == nil && f.complaint != "":
		f.complaint = ""
		f.logger.Info("The file can be used again.", zap.String("key", f.key), zap.String("path", f.path))
	case err != nil && f.complaint != err.Error():
		f.complaint = err.Error()
		f.logger.Warn("The file can't be used, so what it said before still holds.",
			zap.String("key", f.key), zap.String("path", f.path), zap.String("reason", f.complaint))
	}
}

// read reads the file and loads what is new.
func (f *polledFile) read() error {
	content, err := readRegularFile(f.path)
	if err == nil {
		err = f.take(content)
	}
	if err != nil {
		f.count(outcomeFailed)
		return err
	}
	f.readAt.Store(f.now().UnixNano())
	return nil
}

// take loads content that is not what holds already. What was refused is refused again without a look.
func (f *polledFile) take(content []byte) error {
	sum := sha256.Sum256(content)
	switch {
	case sum == f.loaded:
		return nil
	case f.refusal != nil && sum == f.refused:
		return f.refusal
	}
	if err := f.tryLoad(content); err != nil {
		f.refused, f.refusal = sum, err
		return err
	}
	f.loaded, f.refusal = sum, nil
	f.count(outcomeLoaded)
	return nil
}

// tryLoad turns a panic into an error that says nothing of the content: on this goroutine nobody else would.
func (f *polledFile) tryLoad(content []byte) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("loading it failed")
		}
	}()
	return shortened(f.load(content))
}

// shortened cuts an error's text to what a log line can hold: a file of 8 MiB may have a fault in each of its lines.
func shortened(err error) error {
	const maxBytes = 2048
	if err == nil || len(err.Error()) <= maxBytes {
		return err
	}
	return errors.New(strings.ToValidUTF8(err.Error()[:maxBytes], "") + " …")
}
