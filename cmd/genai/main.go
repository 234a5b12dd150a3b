// Command genai is the companion of the genai processor: it plays sample
// telemetry into a collector, shows what came out as a readable tree, reports
// what redaction would find, and looks up what models cost.
//
//	genai play [-endpoint URL] FILE...
//	genai tree [-follow] [-traces N] FILE
//	genai scan [-config FILE] [-packs LIST] [-scope all] [-json] FILE...
//	genai prices find [-prices FILE] [-config FILE] [-at TIME] [-provider NAME] MODEL
//	genai prices explain [-prices FILE] [-config FILE] [-at TIME] -provider NAME -model NAME -input N -output N ...
//	genai prices validate FILE
//	genai prices diff -prices FILE
//	genai prices diff OLD NEW
//
// Its exit code is 0 when all went well, 1 when something failed and 2 when it
// was called wrongly; with "scan -fail-on-findings" 3 when there are findings.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

const (
	exitOK       = 0
	exitFailed   = 1
	exitUsage    = 2
	exitFindings = 3
)

// stdio is what a verb reads from and writes to.
type stdio struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// verb is one subcommand. Its run function returns nil, an error to be shown,
// errUsage when its flags were wrong (already said), or flag.ErrHelp.
type verb struct {
	name    string
	summary string
	run     func(ctx context.Context, args []string, std stdio) error
}

// errUsage says that the caller was already told how the verb is used.
var errUsage = errors.New("wrong usage")

func verbs() []verb {
	return []verb{
		{"play", "send OTLP/JSON files to a collector", play},
		{"tree", "show a collector's file output as one tree per trace", tree},
		{"scan", "report what redaction would find in a collector's file output", scan},
		{"prices", "look up, explain, validate and compare prices", prices},
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], stdio{in: os.Stdin, out: os.Stdout, err: os.Stderr})
	stop()
	os.Exit(code)
}

// run calls the verb that the first argument names and returns the exit code.
func run(ctx context.Context, args []string, std stdio) int {
	if len(args) == 0 {
		printVerbs(std.err)
		return exitUsage
	}
	if isHelp(args[0]) {
		printVerbs(std.out)
		return exitOK
	}
	for _, v := range verbs() {
		if v.name == args[0] {
			return exitCode(v.run(ctx, args[1:], std), v.name, std.err)
		}
	}
	fmt.Fprintf(std.err, "genai: unknown verb %q\n\n", args[0])
	printVerbs(std.err)
	return exitUsage
}

func isHelp(arg string) bool {
	return arg == "help" || arg == "-h" || arg == "-help" || arg == "--help"
}

func exitCode(err error, name string, out io.Writer) int {
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return exitOK
	case errors.Is(err, errUsage):
		return exitUsage
	}
	fmt.Fprintf(out, "genai %s: %v\n", name, err)
	if errors.Is(err, errFindings) {
		return exitFindings
	}
	return exitFailed
}

func printVerbs(out io.Writer) {
	fmt.Fprint(out, "genai is the companion of the genai processor.\n\nUsage:\n\n")
	for _, v := range verbs() {
		fmt.Fprintf(out, "  genai %-6s %s\n", v.name, v.summary)
	}
	fmt.Fprint(out, "\n\"genai VERB -h\" lists the flags of a verb.\n")
}

// newFlags returns the flag set of a verb; synopsis is what follows its name.
func newFlags(name, synopsis string, out io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(out)
	flags.Usage = func() { fmt.Fprintf(out, "Usage: genai %s %s\n", name, synopsis) }
	return flags
}

// parseFlags parses args; anything but a request for help, which it answers,
// becomes errUsage. The flag package has told the caller already what is wrong.
func parseFlags(flags *flag.FlagSet, args []string) error {
	err := flags.Parse(args)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, flag.ErrHelp):
		flags.PrintDefaults()
		return err
	}
	pointToHelp(flags)
	return errUsage
}

// wrongUsage tells the caller what is wrong and how the verb is used.
func wrongUsage(flags *flag.FlagSet, problem string) error {
	fmt.Fprintf(flags.Output(), "genai %s: %s\n", flags.Name(), problem)
	flags.Usage()
	pointToHelp(flags)
	return errUsage
}

// pointToHelp keeps the list of all flags from hiding what was wrong.
func pointToHelp(flags *flag.FlagSet) {
	fmt.Fprintf(flags.Output(), "\"genai %s -h\" lists the flags.\n", flags.Name())
}
