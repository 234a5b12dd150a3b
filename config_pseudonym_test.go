package genaiprocessor

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/config/configopaque"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/processor/processortest"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/redaction"
)

const testPseudonymKey = "no secret: for the tests of pseudonyms"

// pseudonymous is the default configuration with pseudonyms for everything and everybody.
func pseudonymous(key configopaque.String, file string) *Config {
	cfg := createDefaultConfig().(*Config)
	cfg.Redaction.Identity = identityPseudonym
	cfg.Redaction.Action = redaction.Pseudonym.String()
	cfg.Redaction.Pseudonym = PseudonymConfig{Key: key, KeyFile: file}
	return cfg
}

func keyFile(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "key")
	require.NoError(t, os.WriteFile(path, content, 0o600))
	return path
}

func TestAKeyOfAFileIsThatOfTheConfiguration(t *testing.T) {
	t.Parallel()
	want, err := (&PseudonymConfig{Key: testPseudonymKey}).settings()
	require.NoError(t, err)
	for _, end := range []string{"", "\n", "\r\n"} {
		cfg := pseudonymous("", keyFile(t, []byte(testPseudonymKey+end)))
		require.NoError(t, confmap.Validate(cfg))
		got, err := cfg.Redaction.settings()
		require.NoError(t, err)
		assert.True(t, bytes.Equal(want.Key, got.Text.Pseudonym.Key))
		newTestInstance(t, cfg)
	}
}

func TestAKeyFileThatIsNoneRefusesToStart(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ path, want string }{
		"missing":   {filepath.Join(t.TempDir(), "none"), "a file that can be read is expected: no such file or directory"},
		"a folder":  {t.TempDir(), "a regular file is expected, found a directory"},
		"empty":     {keyFile(t, nil), "content is expected, found none"},
		"a line":    {keyFile(t, []byte("\n")), "expected at least 32 bytes, found 0"},
		"short":     {keyFile(t, []byte("short key\n")), "expected at least 32 bytes, found 9"},
		"plain":     {keyFile(t, bytes.Repeat([]byte("ab"), 40)), "expected random bytes, at least 8 different ones, found 2"},
		"very long": {keyFile(t, bytes.Repeat([]byte(testPseudonymKey), 2000)), "at most 65536 bytes are expected, found more"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cfg := pseudonymous("", c.path)
			require.NoError(t, confmap.Validate(cfg), "the file is read at start")
			_, err := settingsOf(cfg)
			assert.EqualError(t, err, "redaction::pseudonym::key_file: "+c.path+": "+c.want)
		})
	}
}

// An environment variable that is not set comes as no value at all.
func TestAnEmptyKeyIsNone(t *testing.T) {
	t.Parallel()
	for _, value := range []any{nil, ""} {
		cfg := createDefaultConfig().(*Config)
		conf := confmap.NewFromStringMap(map[string]any{"redaction": map[string]any{"identity": "pseudonym", "pseudonym": map[string]any{"key": value}}})
		require.NoError(t, conf.Unmarshal(cfg))
		assert.EqualError(t, confmap.Validate(cfg), "redaction: pseudonym: key: expected at least 32 bytes for identity: pseudonym, found 0")
	}
}

func TestTheKeyShowsNowhere(t *testing.T) {
	t.Parallel()
	var shown strings.Builder
	for _, key := range []configopaque.String{testPseudonymKey, "no secret, but too short"} {
		cfg := pseudonymous(key, "")
		marshalled := confmap.New()
		require.NoError(t, marshalled.Marshal(cfg))
		asJSON, err := json.Marshal(cfg)
		require.NoError(t, err)
		fmt.Fprintln(&shown, marshalled.ToStringMap(), string(asJSON), confmap.Validate(cfg))
		cfg.Redaction.Pseudonym.KeyFile = "/etc/genai/key"
		fmt.Fprintln(&shown, confmap.Validate(cfg))
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
			fmt.Fprintf(&shown, format, cfg)
			fmt.Fprintf(&shown, format, cfg.Redaction)
		}
		cfg.Redaction.Pseudonym.KeyFile = ""
		settings, err := settingsOf(cfg)
		fmt.Fprintf(&shown, "%+v %+v %#v", err, settings, settings.Redaction.Text)
		core, logs := observer.New(zapcore.DebugLevel)
		set := processortest.NewNopSettings(metadata.Type)
		set.Logger = zap.New(core)
		in, err := factory{embeddedPrices: costcalc.Default}.build(set, cfg)
		if err == nil {
			require.NoError(t, in.start(t.Context(), nil))
			require.NoError(t, in.shutdown(t.Context()))
		} else {
			fmt.Fprint(&shown, err)
		}
		for _, entry := range logs.All() {
			fmt.Fprint(&shown, entry.Message, entry.ContextMap())
		}
	}
	assert.NotContains(t, shown.String(), "no secret")
	assert.NotContains(t, shown.String(), fmt.Sprint([]byte("no secret"))[1:20])
	assert.Contains(t, shown.String(), "[REDACTED]", "the test shows nothing")
}
