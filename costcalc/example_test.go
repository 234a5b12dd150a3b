package costcalc_test

import (
	"fmt"
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

func ExampleTable_Price() {
	table, err := costcalc.Default()
	if err != nil {
		fmt.Println(err)
		return
	}

	var usage costcalc.Usage
	usage.Set(costcalc.InputTokens, 2006)     // of which
	usage.Set(costcalc.CacheReadTokens, 1920) // came from the cache
	usage.Set(costcalc.OutputTokens, 300)

	cost, reason := table.Price(costcalc.Call{
		Provider:      "openai",
		ResponseModel: "gpt-4o-mini-2024-07-18",
		Time:          time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC),
		Usage:         usage,
	})
	if reason != "" {
		fmt.Println("no price:", reason)
		return
	}
	fmt.Printf("%s %s\n", cost.Provider, cost.Model)
	fmt.Println("input     ", cost.Input.Float64())
	fmt.Println("cache read", cost.CacheRead.Float64())
	fmt.Println("output    ", cost.Output.Float64())
	fmt.Println("total     ", cost.Total.Float64())
	// Output:
	// openai gpt-4o-mini
	// input      1.29e-05
	// cache read 0.000144
	// output     0.00018
	// total      0.0003369
}

func ExampleTable_Price_unpriced() {
	table, err := costcalc.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	var usage costcalc.Usage
	usage.Set(costcalc.InputTokens, 1000)

	_, reason := table.Price(costcalc.Call{Provider: "ollama", RequestModel: "llama3.1:8b", Usage: usage})
	fmt.Println(reason)
	// Output: self_hosted
}
