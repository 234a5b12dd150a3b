package main

import (
	"fmt"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func rulesCurve() curve { return rules(curveBytes) }

const mostRules = 50

func rules(total int) curve {
	return curve{
		name: "rules", title: "Rules of one's own", quantity: "rules", over: overLoop,
		reads: "The redaction engine over values of 4 KB with `redaction::rules`. " +
			"A literal in each KB: of one rule of 50, which not all points have; or the same one for all rules, so that all of them look at it. " +
			"A flat line: rules cost nothing where nothing is theirs.",
		x:     []float64{0, 1, 5, 10, 25, mostRules},
		lines: []string{"no literal in the text", "a literal in each KB, of one rule", "one literal for all rules"},
		at: func(x float64) (*point, error) {
			clean := curveTexts{total: total}
			texts := clean.texts(4 << 10)
			own, err := planted(texts, func(i int) string { return fmt.Sprintf("Case R%02dX-%06d is open", i%mostRules, i) })
			if err != nil {
				return nil, err
			}
			shared, err := planted(texts, func(i int) string { return fmt.Sprintf("Case RXX-%02d%06d is open", i%mostRules, i) })
			if err != nil {
				return nil, err
			}
			s, same := ruleSettings(int(x), "R%02dX-", "[0-9]{6}", 11), ruleSettings(int(x), "RXX-%02d", "[0-9]{6}", 12)
			for i := range same.Rules {
				same.Rules[i].Literal = "RXX-"
			}
			return engines(own, engineLine{s, texts}, engineLine{s, own}, engineLine{same, shared})
		},
	}
}

// ruleSettings are rules that differ by the number in their literals.
func ruleSettings(count int, literal, rest string, length int) redaction.Settings {
	var s redaction.Settings
	for i := range count {
		l := fmt.Sprintf(literal, i)
		s.Rules = append(s.Rules, redaction.Rule{Name: fmt.Sprintf("CASE_%d", i), Regex: l + rest, Literal: l, MaxLength: length})
	}
	return s
}

func denyCurve() curve { return deny(curveBytes) }

const mostTerms = 10_000

func deny(total int) curve {
	return curve{
		name: "deny", title: "Deny list", quantity: "terms", over: overLoop, logX: true,
		reads: "The redaction engine over values of 4 KB with `redaction::deny`: names of two words. Of those in the text, one in each KB, " +
			"a list of 10,000 has all and a shorter one its share. " +
			"In the second line one term in ten begins with a word such as \"the\" or \"service\". " +
			"A flat line: terms cost nothing where none of them stands.",
		x:     []float64{0, 10, 100, 1000, mostTerms},
		lines: []string{"no term in the text", "none, but 1 in 10 begins like the text", "a term in each KB"},
		at: func(x float64) (*point, error) {
			clean := curveTexts{total: total}
			texts := clean.texts(4 << 10)
			with, err := planted(texts, func(i int) string { return "It was " + term(i*7919%mostTerms) + " who asked" })
			if err != nil {
				return nil, err
			}
			var s, near redaction.Settings
			for i := range int(x) {
				s.Deny = append(s.Deny, redaction.Deny{Term: term(i)})
				if i%10 == 0 {
					near.Deny = append(near.Deny, redaction.Deny{Term: common[i/10%len(common)] + " " + term(i)})
				} else {
					near.Deny = append(near.Deny, redaction.Deny{Term: term(i)})
				}
			}
			return engines(with, engineLine{s, texts}, engineLine{near, texts}, engineLine{s, with})
		},
	}
}

// common are words that the texts have.
var common = []string{"the", "a", "is", "of", "service", "and", "it", "to", "time", "server"}

// term returns a name of two words that no text has; another one for each i below mostTerms. There are 80 beginnings of two letters.
func term(i int) string {
	const consonants, vowels = "BCDFGHJKLMNPRSTV", "aeiou"
	end := []string{"rrow", "nkel", "ltham", "sberg", "dova", "ckett", "zzini", "mford", "pperton", "vanagh"}
	first := string(consonants[i%16]) + string(vowels[i/16%5])
	return first + end[i/80%10] + " Xo" + end[i/800%10] + string(vowels[i/8000])
}
