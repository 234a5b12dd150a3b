package genaiprocessor

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
)

// pollTest is a polled file with everything that it tells.
type pollTest struct {
	*polledFile
	t        *testing.T
	loads    []string       // what load took
	outcomes map[string]int // what was counted
	logged   []string       // level, message and reason of each line
	clock    time.Time
}

// newPollTest writes the content to a file and polls it. load refuses what begins with "bad", and panics at "panic".
func newPollTest(t *testing.T, content string) *pollTest {
	p := &pollTest{t: t, outcomes: map[string]int{}, clock: time.Unix(1_800_000_000, 0)}
	p.polledFile = &polledFile{
		key:      "cost::prices_file",
		path:     filepath.Join(t.TempDir(), "prices.yaml"),
		interval: time.Hour,
		load: func(content []byte) error {
			switch {
			case strings.HasPrefix(string(content), "bad"):
				return errors.New("entry 3: a price is expected, found none")
			case string(content) == "panic":
				panic(string(content))
			}
			p.loads = append(p.loads, string(content))
			return nil
		},
		logger: zap.New(logLines{&p.logged}),
		count:  func(outcome string) { p.outcomes[outcome]++ },
		now:    func() time.Time { return p.clock },
	}
	p.write(content)
	return p
}

func (p *pollTest) write(content string) {
	p.t.Helper()
	require.NoError(p.t, os.WriteFile(p.path, []byte(content), 0o600))
}

// step lets a minute pass and polls.
func (p *pollTest) step() {
	p.clock = p.clock.Add(time.Minute)
	p.poll()
}

// logLines keeps the log; the observer of zap's tests would be one more package to depend on.
type logLines struct{ lines *[]string }

func (l logLines) Enabled(zapcore.Level) bool        { return true }
func (l logLines) With([]zapcore.Field) zapcore.Core { return l }
func (l logLines) Sync() error                       { return nil }

func (l logLines) Check(e zapcore.Entry, c *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	return c.AddCore(e, l)
}

func (l logLines) Write(e zapcore.Entry, fields []zapcore.Field) error {
	line := e.Level.String() + ": " + e.Message
	for _, f := range fields {
		if f.Key != "path" {
			line += " " + f.Key + "=" + f.String
		}
	}
	*l.lines = append(*l.lines, line)
	return nil
}

const stillHolds = "warn: The file can't be used, so what it said before still holds. key=cost::prices_file reason="

func TestContentIsLoadedOnceUntilItChanges(t *testing.T) {
	t.Parallel()
	p := newPollTest(t, "first")
	require.NoError(t, p.open())
	p.step()
	p.write("first") // written anew, the same
	p.step()
	assert.Equal(t, []string{"first"}, p.loads)
	p.write("other") // of the same size
	p.step()
	p.step()
	assert.Equal(t, []string{"first", "other"}, p.loads)
	assert.Equal(t, map[string]int{outcomeLoaded: 2}, p.outcomes)
	assert.Empty(t, p.logged)
	assert.Zero(t, p.age())
}

func TestWhatWasLoadedHoldsWhileTheFileIsBad(t *testing.T) {
	t.Parallel()
	huge := strings.Repeat("a", maxFileBytes+1)
	for name, tc := range map[string]struct {
		spoil  func(p *pollTest)
		reason string
	}{
		"half written, or wrong": {func(p *pollTest) { p.write("bad: [") }, "entry 3: a price is expected, found none"},
		"panics":                 {func(p *pollTest) { p.write("panic") }, "loading it failed"},
		"emptied":                {func(p *pollTest) { p.write("") }, "content is expected, found none"},
		"too large":              {func(p *pollTest) { p.write(huge) }, "at most 8388608 bytes are expected, found more"},
		"vanished":               {func(p *pollTest) { require.NoError(t, os.Remove(p.path)) }, "a file that can be read is expected: "},
		"a directory now": {func(p *pollTest) {
			require.NoError(t, os.Remove(p.path))
			require.NoError(t, os.Mkdir(p.path, 0o700))
		}, "a regular file is expected, found a directory"},
		"a symlink to a directory now": {func(p *pollTest) {
			require.NoError(t, os.Remove(p.path))
			symlink(t, t.TempDir(), p.path)
		}, "a regular file is expected, found a directory"},
		"a symlink to itself now": {func(p *pollTest) {
			require.NoError(t, os.Remove(p.path))
			symlink(t, p.path, p.path)
		}, "a file that can be read is expected: "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPollTest(t, "first")
			require.NoError(t, p.open())
			tc.spoil(p)
			p.step()
			p.step()
			assert.Equal(t, []string{"first"}, p.loads)
			assert.Equal(t, map[string]int{outcomeLoaded: 1, outcomeFailed: 2}, p.outcomes)
			require.Len(t, p.logged, 1, "an error is logged when it begins")
			assert.True(t, strings.HasPrefix(p.logged[0], stillHolds+tc.reason), p.logged[0])
			assert.NotContains(t, p.logged[0], p.path+": ")
			assert.Equal(t, 2*time.Minute, p.age())

			require.NoError(t, os.RemoveAll(p.path))
			p.write("first")
			p.step()
			assert.Equal(t, []string{"first"}, p.loads, "what holds already is not loaded again")
			assert.Equal(t, "info: The file can be used again. key=cost::prices_file", p.logged[1])
			assert.Zero(t, p.age())

			p.write("second")
			p.step()
			assert.Equal(t, []string{"first", "second"}, p.loads)
			assert.Len(t, p.logged, 2)
		})
	}
}

func TestAnotherErrorIsLogged(t *testing.T) {
	t.Parallel()
	p := newPollTest(t, "first")
	require.NoError(t, p.open())
	p.write("bad")
	p.step()
	p.write("")
	p.step()
	p.write("bad")
	p.step()
	p.write("bad otherwise, said in the same words")
	p.step()
	assert.Equal(t, []string{
		stillHolds + "entry 3: a price is expected, found none",
		stillHolds + "content is expected, found none",
		stillHolds + "entry 3: a price is expected, found none",
	}, p.logged)
}

func TestLargestFileIsLoaded(t *testing.T) {
	t.Parallel()
	p := newPollTest(t, strings.Repeat("a", maxFileBytes))
	require.NoError(t, p.open())
	require.Len(t, p.loads, 1)
	assert.Len(t, p.loads[0], maxFileBytes)
}

// Kubernetes swaps the directory of a ConfigMap behind a symlink.
func TestSwappedSymlinkIsSeen(t *testing.T) {
	t.Parallel()
	p := newPollTest(t, "unused")
	mount := t.TempDir()
	for version, content := range map[string]string{"..1": "first", "..2": "second"} {
		require.NoError(t, os.Mkdir(filepath.Join(mount, version), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(mount, version, "prices.yaml"), []byte(content), 0o600))
	}
	symlink(t, filepath.Join(mount, "..1"), filepath.Join(mount, "..data"))
	p.path = filepath.Join(mount, "prices.yaml")
	symlink(t, filepath.Join(mount, "..data", "prices.yaml"), p.path)
	require.NoError(t, p.open())

	symlink(t, filepath.Join(mount, "..2"), filepath.Join(mount, "..new"))
	require.NoError(t, os.Rename(filepath.Join(mount, "..new"), filepath.Join(mount, "..data")))
	p.step()
	assert.Equal(t, []string{"first", "second"}, p.loads)
}

func TestBadFileAtTheStartIsAnErrorThatNamesTheKey(t *testing.T) {
	t.Parallel()
	p := newPollTest(t, "bad")
	require.EqualError(t, p.open(), "cost::prices_file: "+p.path+": entry 3: a price is expected, found none")
	p.write("")
	require.EqualError(t, p.open(), "cost::prices_file: "+p.path+": content is expected, found none")
	require.NoError(t, os.Remove(p.path))
	err := p.open()
	require.ErrorIs(t, err, os.ErrNotExist)
	assert.True(t, strings.HasPrefix(err.Error(), "cost::prices_file: "+p.path+": a file that can be read is expected: "))
	assert.Empty(t, p.logged)
	assert.Empty(t, p.loads)
}

func TestALongErrorIsCut(t *testing.T) {
	t.Parallel()
	for length, want := range map[int]int{2048: 2048, 2049: 2048 + len(" …"), 8 << 20: 2048 + len(" …")} {
		p := newPollTest(t, "bad")
		p.load = func([]byte) error { return errors.New(strings.Repeat("x", length)) }
		assert.Len(t, p.open().Error(), len("cost::prices_file: "+p.path+": ")+want)
	}
}

// The package's tests fail on a goroutine that is left over.
func TestPollingStartsAndEnds(t *testing.T) {
	t.Parallel()
	p := newPollTest(t, "first")
	p.shutdown() // before start
	p.interval = time.Millisecond
	second := make(chan struct{})
	load := p.load
	p.load = func(content []byte) error {
		if string(content) == "second" {
			defer close(second)
		}
		return load(content)
	}
	require.NoError(t, p.open())
	p.start()
	p.start()
	p.write("second")
	<-second
	p.shutdown()
	p.shutdown()
	assert.Equal(t, []string{"first", "second"}, p.loads)
}

func TestReloadsAreCounted(t *testing.T) {
	t.Parallel()
	tel := componenttest.NewTelemetry()
	builder, err := metadata.NewTelemetryBuilder(tel.NewTelemetrySettings())
	require.NoError(t, err)
	p := newPollTest(t, "first")
	p.count = countReloads(builder, fileOwners)
	require.NoError(t, p.open())
	p.write("bad")
	p.step()
	p.step()
	assert.JSONEq(t, `[
		{"name": "otelcol_processor_genai_reloads", "attributes": {"file": "owners", "outcome": "failed"}, "value": 2},
		{"name": "otelcol_processor_genai_reloads", "attributes": {"file": "owners", "outcome": "loaded"}, "value": 1}
	]`, string(ownMetrics(t, tel)))
	require.NoError(t, tel.Shutdown(context.Background()))
}

func symlink(t *testing.T, target, link string) {
	t.Helper()
	if err := os.Symlink(target, link); err != nil {
		t.Skip("this machine makes no symlinks")
	}
}
