package collector

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// patience is how long start and end may take. It measures nothing.
const patience = 60 * time.Second

// Settings say what runs and how.
type Settings struct {
	Binary     string
	Folder     string // for its configuration and its log; must be there
	Processors []Processor
	// Output is a file for what comes out, as JSON; "": it is thrown away.
	Output string
	// Profiles lets LiveHeap and Goroutines be read. The binary must have the extension profiles.
	Profiles bool
	// Cores is GOMAXPROCS; 0: all.
	Cores int
	// CPU on which alone it runs; -1: on any.
	CPU int
}

// Collector is one that runs.
type Collector struct {
	// Endpoint is host and port of its OTLP/gRPC receiver.
	Endpoint string
	profiles string // URL
	log      string
	process  *exec.Cmd
	ended    chan struct{} // closed when the process has ended
}

// Start returns a collector that takes spans. The caller must stop it.
func Start(s Settings) (*Collector, error) {
	ports, err := freePorts()
	if err != nil {
		return nil, err
	}
	file := filepath.Join(s.Folder, "config.yaml")
	if err := os.WriteFile(file, []byte(configuration(s, ports)), 0o600); err != nil {
		return nil, err
	}
	c := &Collector{
		Endpoint: "127.0.0.1:" + ports[0], profiles: "http://127.0.0.1:" + ports[2] + "/debug/pprof/",
		log: filepath.Join(s.Folder, "collector.log"), process: pinned(s.CPU, s.Binary, "--config", file), ended: make(chan struct{}),
	}
	if s.Cores > 0 {
		c.process.Env = append(os.Environ(), "GOMAXPROCS="+strconv.Itoa(s.Cores))
	}
	log, err := os.Create(c.log)
	if err != nil {
		return nil, err
	}
	c.process.Stdout, c.process.Stderr = log, log
	err = c.process.Start()
	_ = log.Close() // the process has its own
	if err != nil {
		return nil, err
	}
	go func() {
		_ = c.process.Wait() // its outcome is in ProcessState
		close(c.ended)
	}()
	if err := c.awaitStart(); err != nil {
		return nil, errors.Join(err, c.Stop())
	}
	return c, nil
}

// awaitStart returns when the receiver, which starts last, takes connections.
func (c *Collector) awaitStart() error {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		select {
		case <-c.ended:
			return fmt.Errorf("the collector ended at its start, see %s", c.log)
		case <-time.After(20 * time.Millisecond):
		}
		if connection, err := net.Dial("tcp", c.Endpoint); err == nil {
			return connection.Close()
		}
	}
	return fmt.Errorf("the collector takes no connection after %s, see %s", patience, c.log)
}

// Stop ends the collector as an orchestrator does, by SIGTERM. All that it took is in its output then.
func (c *Collector) Stop() error {
	_ = c.process.Process.Signal(syscall.SIGTERM) // fails where it has ended, which its status says
	select {
	case <-c.ended:
	case <-time.After(patience):
		_ = c.process.Process.Kill()
		return fmt.Errorf("the collector still ran %s after SIGTERM", patience)
	}
	if status := c.process.ProcessState.ExitCode(); status != 0 {
		return fmt.Errorf("the collector ended with status %d, see %s", status, c.log)
	}
	return nil
}

// freePorts returns distinct TCP ports of the loopback interface that were free a moment ago.
func freePorts() (ports [3]string, err error) {
	for i := range ports {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return ports, err
		}
		defer listener.Close() // all at the end, so that no port is given twice
		_, ports[i], err = net.SplitHostPort(listener.Addr().String())
		if err != nil {
			return ports, err
		}
	}
	return ports, nil
}
