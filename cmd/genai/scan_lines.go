package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
)

// maxLineBytes bounds one line, and with it what is in memory.
const maxLineBytes = 64 << 20

var (
	errLongLine = fmt.Errorf("longer than %d MiB", maxLineBytes>>20)
	errGzip     = errors.New("not gzip, though it begins so, or cut off before its end")
)

// lines are those of a file, unpacked where it is gzip.
type lines struct {
	reader *bufio.Reader
	buffer []byte
	limit  int // of a line, in bytes
	packed bool

	size  int64 // of the file in bytes; 0 where it is not known
	read  int64 // of these
	close func() error
}

// openLines opens a file, or takes stdin where the path is "-".
func openLines(path string, stdin io.Reader) (*lines, error) {
	l := &lines{limit: maxLineBytes, close: func() error { return nil }}
	source := stdin
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		l.close = file.Close
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			l.size = info.Size()
		}
		source = file
	}
	l.reader = bufio.NewReaderSize(countingReader{source, &l.read}, 64<<10)
	if magic, _ := l.reader.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) { // RFC 1952, 2.3.1
		return l, nil
	}
	unpacked, err := gzip.NewReader(l.reader)
	if err != nil {
		_ = l.close()
		return nil, errGzip
	}
	l.packed = true
	l.reader = bufio.NewReaderSize(unpacked, 64<<10)
	return l, nil
}

// next returns the next line without white space around it; it is overwritten by
// the call after. At the end the error is io.EOF. Of a line that is too long it
// returns errLongLine, and goes on behind it.
func (l *lines) next() ([]byte, error) {
	l.buffer = l.buffer[:0]
	long, any := false, false
	for {
		part, err := l.reader.ReadSlice('\n')
		any = any || len(part) > 0
		if long = long || len(l.buffer)+len(part) > l.limit; !long {
			l.buffer = append(l.buffer, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && !any:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, l.explain(err)
		case long:
			return nil, errLongLine
		}
		return bytes.TrimSpace(l.buffer), nil
	}
}

// explain says what a reader's error means.
func (l *lines) explain(err error) error {
	if l.packed {
		return errGzip
	}
	return err
}

// countingReader counts what is read through it.
type countingReader struct {
	reader io.Reader
	read   *int64
}

func (c countingReader) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	*c.read += int64(n)
	return n, err
}
