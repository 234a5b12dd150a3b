package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

// machine says what it was measured on.
func machine() string {
	info, _ := os.ReadFile("/proc/cpuinfo")
	name := "a processor without a name"
	for line := range strings.Lines(string(info)) {
		if key, value, found := strings.Cut(line, ":"); found && strings.TrimSpace(key) == "model name" {
			name = strings.TrimSpace(value)
			break
		}
	}
	return fmt.Sprintf("%d cores of %s", runtime.NumCPU(), name)
}
