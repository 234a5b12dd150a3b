package main

import "github.com/otel-genai/genaiprocessor/bench/workload"

// text is the value of one attribute, in the two forms that the subjects take.
type text struct {
	json  string
	bytes []byte
}

// makeTexts returns the texts of one density.
func makeTexts(perKB int, typographic bool) []text {
	made := workload.Texts(perKB, typographic)
	texts := make([]text, len(made))
	for i, encoded := range made {
		texts[i] = text{encoded, []byte(encoded)}
	}
	return texts
}
