//go:build unix

package genaiprocessor

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A FIFO without a writer makes whoever opens it wait, and /dev/zero never ends: a test that hangs here has failed.
func TestWhatIsNoRegularFileIsRefusedAtOnce(t *testing.T) {
	t.Parallel()
	fifo := filepath.Join(t.TempDir(), "fifo")
	require.NoError(t, syscall.Mkfifo(fifo, 0o600))
	link := filepath.Join(t.TempDir(), "link")
	require.NoError(t, os.Symlink(fifo, link))
	for path, want := range map[string]string{
		fifo:        "a regular file is expected, found a named pipe",
		link:        "a regular file is expected, found a named pipe",
		"/dev/zero": "a regular file is expected, found something else",
	} {
		_, err := readRegularFile(path)
		assert.EqualError(t, err, want)
	}
}
