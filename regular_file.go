package genaiprocessor

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// maxFileBytes bounds the files that are read while the collector runs: the largest price lists have some 2 MiB.
const maxFileBytes = 8 << 20

// readRegularFile is readRegularFileUpTo maxFileBytes.
func readRegularFile(path string) ([]byte, error) { return readRegularFileUpTo(path, maxFileBytes) }

// readRegularFileUpTo reads a file whole. What is no regular file behind its symlinks, is empty, or has more than maxBytes is an error, and
// nothing makes it wait: not even a FIFO that takes the file's place while it is opened. An empty file is one that is being written. Errors
// say why, and name neither the path nor the content.
func readRegularFileUpTo(path string, maxBytes int64) ([]byte, error) {
	before, err := os.Stat(path)
	if err != nil {
		return nil, reasonOf(err)
	}
	if err := expectRegular(before); err != nil {
		return nil, err // opening a device may already do something
	}
	flags := os.O_RDONLY
	if runtime.GOOS != "windows" { // which has no FIFOs among its files
		flags |= syscall.O_NONBLOCK
	}
	file, err := os.OpenFile(path, flags, 0)
	if err != nil {
		return nil, reasonOf(err)
	}
	defer file.Close()
	opened, err := file.Stat()
	if err != nil {
		return nil, reasonOf(err)
	}
	if err := expectRegular(opened); err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(file, maxBytes+1))
	switch {
	case err != nil:
		return nil, reasonOf(err)
	case int64(len(content)) > maxBytes:
		return nil, fmt.Errorf("at most %d bytes are expected, found more", maxBytes)
	case len(content) == 0:
		return nil, errors.New("content is expected, found none")
	}
	return content, nil
}

func expectRegular(info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsRegular():
		return nil
	case mode.IsDir():
		return errors.New("a regular file is expected, found a directory")
	case mode&fs.ModeNamedPipe != 0:
		return errors.New("a regular file is expected, found a named pipe")
	default:
		return errors.New("a regular file is expected, found something else")
	}
}

// reasonOf leaves the path away, which whoever reports the error names already.
func reasonOf(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err
	}
	return fmt.Errorf("a file that can be read is expected: %w", err)
}
