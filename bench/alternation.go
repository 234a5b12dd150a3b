package main

import (
	"strings"

	"github.com/otel-genai/genaiprocessor/bench/peers"
)

// alternation is one expression of those of the peers, as somebody would write it who knows that RE2 is fastest so.
func alternation() string { return strings.Join(peers.Expressions(), "|") }
