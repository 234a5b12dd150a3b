package genaiprocessor

import (
	"bytes"
	"errors"
	"fmt"

	"go.opentelemetry.io/collector/config/configopaque"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// PseudonymConfig is the key of pseudonyms: of one of Key and KeyFile. All collectors that shall give the same pseudonyms need the same.
type PseudonymConfig struct {
	// Key is 32 bytes or more; its text is the key. It is usually `${env:GENAI_PSEUDONYM_KEY}`.
	Key configopaque.String `mapstructure:"key"`
	// KeyFile is the path of a file that holds the key; it is read once, and a line end at its end does not count.
	KeyFile string `mapstructure:"key_file"`
	// KeyID stands in every pseudonym and tells the keys apart that were in use; empty means four letters that follow from the key.
	KeyID string `mapstructure:"key_id"`
}

// maxKeyFileBytes is more than any key has.
const maxKeyFileBytes = 64 << 10

// Validate checks that there is one key at most; how good it is, the policy says.
func (c *PseudonymConfig) Validate() error {
	if c.Key != "" && c.KeyFile != "" {
		return errors.New("one of key and key_file is expected, found both")
	}
	return nil
}

// settings are those of the engine, with the key of the file if there is one. The error names the key of the configuration.
func (c *PseudonymConfig) settings() (redaction.PseudonymSettings, error) {
	s := redaction.PseudonymSettings{Key: []byte(c.Key), KeyID: c.KeyID}
	if c.KeyFile == "" {
		return s, nil
	}
	content, err := readRegularFileUpTo(c.KeyFile, maxKeyFileBytes)
	if err == nil {
		s.Key = bytes.TrimRight(content, "\r\n")
		err = redaction.CheckKey(s.Key)
	}
	if err != nil {
		return s, fmt.Errorf("redaction::pseudonym::key_file: %s: %w", c.KeyFile, err)
	}
	return s, nil
}

// checked are settings to check a policy with, before a file is read: a key stands in for that of the file.
func (c *PseudonymConfig) checked() redaction.PseudonymSettings {
	s := redaction.PseudonymSettings{Key: []byte(c.Key), KeyID: c.KeyID}
	if c.KeyFile != "" {
		for b := range byte(redaction.MinKeyBytes) {
			s.Key = append(s.Key, b)
		}
	}
	return s
}
