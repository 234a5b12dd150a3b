package redaction_test

import (
	"fmt"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func Example() {
	engine, err := redaction.New(redaction.Settings{
		Allow: []redaction.Allow{{Entity: "EMAIL", Suffix: "@support.example.com"}},
	})
	if err != nil {
		panic(err)
	}
	var tally redaction.Tally
	out, _ := engine.Text(`{"content":"I am alice@example.com, card 4111 1111 1111 1111; cc help@support.example.com"}`,
		redaction.Place{Attribute: "gen_ai.input.messages"}, &tally)
	fmt.Println(out)
	email, _ := redaction.EntityByName("EMAIL")
	fmt.Println(email, tally.Found(email), "of", tally.Total())
	// Output:
	// {"content":"I am <EMAIL>, card <CREDIT_CARD>; cc help@support.example.com"}
	// EMAIL 1 of 2
}
