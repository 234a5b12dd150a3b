package collector

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
)

// ProcessorSeconds returns the processor time that the process has used, in its own code and in the kernel's, to a hundredth.
func (c *Collector) ProcessorSeconds() (float64, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.process.Process.Pid))
	if err != nil {
		return 0, err
	}
	return processorSeconds(string(stat))
}

func processorSeconds(stat string) (float64, error) {
	// proc(5): the program's name stands in parentheses and may hold blanks; fields are counted from the state, which follows it.
	const ticksPerSecond, userField, systemField = 100, 11, 12
	fields := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	if len(fields) <= systemField {
		return 0, fmt.Errorf("/proc: expected more than %d fields in stat, found %d", systemField, len(fields))
	}
	user, errUser := strconv.Atoi(fields[userField])
	system, errSystem := strconv.Atoi(fields[systemField])
	if errUser != nil || errSystem != nil {
		return 0, fmt.Errorf("/proc: expected numbers for the times in stat")
	}
	return float64(user+system) / ticksPerSecond, nil
}

// Memory is what the process takes of the machine's, in bytes.
type Memory struct{ Now, Peak int }

// Memory returns the resident set size.
func (c *Collector) Memory() (Memory, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.process.Process.Pid))
	if err != nil {
		return Memory{}, err
	}
	now, err := numberAfter(string(status), "VmRSS:")
	if err != nil {
		return Memory{}, err
	}
	peak, err := numberAfter(string(status), "VmHWM:")
	return Memory{now << 10, peak << 10}, err
}

// LiveHeap returns the bytes that are in use on the heap after the garbage was collected, that in pools too.
func (c *Collector) LiveHeap() (int, error) {
	var page string
	for range 2 { // what is in a sync.Pool is freed by the second
		var err error
		if page, err = c.profile("heap?gc=1&debug=1"); err != nil {
			return 0, err
		}
	}
	return numberAfter(page, "# HeapAlloc =")
}

// Goroutines returns how many there are.
func (c *Collector) Goroutines() (int, error) {
	page, err := c.profile("goroutine?debug=1")
	if err != nil {
		return 0, err
	}
	return numberAfter(page, "goroutine profile: total")
}

func (c *Collector) profile(name string) (string, error) {
	response, err := http.Get(c.profiles + name)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("pprof: expected status 200, found %d", response.StatusCode)
	}
	page, err := io.ReadAll(response.Body)
	return string(page), err
}

// numberAfter returns the number that follows a text.
func numberAfter(page, text string) (int, error) {
	_, rest, found := strings.Cut(page, text)
	if fields := strings.Fields(rest); found && len(fields) > 0 {
		if n, err := strconv.Atoi(fields[0]); err == nil {
			return n, nil
		}
	}
	return 0, fmt.Errorf("expected a number after %q, found none", text)
}
