package redaction

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMasks(t *testing.T) {
	t.Parallel()
	own := func(name string, m MaskSettings) Settings {
		return Settings{Action: Mask, Entities: map[string]EntitySettings{name: {Mask: m}}}
	}
	for _, c := range []struct {
		name     string
		settings Settings
		in, want string
	}{
		{"a card keeps its last four", Settings{}, "pay 4111 1111 1111 1234x 4012-8888-8888-1881", "pay 4111 1111 1111 1234x ****-****-****-1881"},
		{"a card that is a number", Settings{}, `{"n":4111111111111111}`, `{"n":"************1111"}`},
		{"a verification code keeps nothing", Settings{}, `{"cvv":"123","cvc":9876}`, `{"cvv":"***","cvc":"****"}`},
		{"nor what stands under its key beside a card", Settings{}, `{"cvv":"4111111111111111 is 123"}`, `{"cvv":"**************** ** ***"}`},
		{"a phone keeps its last two", Settings{}, "call (415) 555-0132 or +44 20 7946 0958", "call (***) ***-**32 or +** ** **** **58"},
		{"but not with an extension", Settings{}, "call (415) 555-0132 x17.", "call (***) ***-**** ***."},
		{"an e-mail keeps its domain", Settings{}, "Al.Smith+news@example.com", "**.*****+****@example.com"},
		{"and no more", Settings{}, `{"user.email":"al@example.com Al Smith"}`, `{"user.email":"**@*******.*** ** *****"}`},
		{"an IBAN keeps its country and last four", Settings{}, "to DE89 3704 0044 0532 0130 00", "to DE** **** **** **** **30 00"},
		{"others keep nothing", Settings{}, `ssn 536-90-4399 {"user.name":"Jürgen Doe"}`, `ssn ***-**-**** {"user.name":"****** ***"}`},
		{"a secret keeps not even its length", Settings{}, `{"password":"a","api_key":"0123456789abcdef0123"}`, `{"password":"********","api_key":"********"}`},
		{"quotes and line ends", Settings{}, `{"user.name":"A \"Bo\"\nC\\D\u0001"}`, `{"user.name":"* **** ****"}`},
		{"broken characters", Settings{}, "{\"user.name\":\"\xff\xfea b\"}", `{"user.name":"*** *"}`},
		{"signs alone", Settings{Deny: []Deny{{Term: "-/-"}}}, `{"user.name":"{\r\n }","n":"-/- "}`, `{"user.name":"********","n":"******** "}`},
		{"keys of maps get placeholders", Settings{}, `{"alice@example.com":"bob@example.com"}`, `{"<EMAIL>":"***@example.com"}`},
		{"another character for all", Settings{Mask: MaskSettings{Char: "#"}}, `536-90-4399 {"password":"x"}`, `###-##-#### {"password":"########"}`},
		{"and another for one", Settings{Mask: MaskSettings{Char: "#"}, Entities: map[string]EntitySettings{"US_SSN": {Mask: MaskSettings{Char: "?"}}}},
			"536-90-4399 415-555-0132", "???-??-???? ###-###-##32"},
		{"more of an e-mail", own("EMAIL", MaskSettings{KeepFirst: ptr(2)}), "alice.smith@example.com", "al***.*****@example.com"},
		{"less of a short one", own("EMAIL", MaskSettings{KeepFirst: ptr(2)}), "alice@example.com", "*****@example.com"},
		{"more of a number", own("US_SSN", MaskSettings{KeepLast: ptr(4)}), "536-90-4399", "***-**-4399"},
		{"all that a card may show", own("CREDIT_CARD", MaskSettings{KeepFirst: ptr(8), KeepLast: ptr(4)}), "4111111111111111 378282246310005", "41111111****1111 378282*****0005"},
		{"nothing of a card", own("CREDIT_CARD", MaskSettings{KeepLast: ptr(0)}), "4111111111111111", "****************"},
		{"of all", Settings{Mask: MaskSettings{KeepFirst: ptr(1), KeepLast: ptr(1)}}, "alice.smith@example.com 536-90-4399 DE89370400440532013000 password=x1y2z3",
			"a****.*****@example.com 5**-**-***9 D********************0 password=********"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.settings.Action = Mask
			e := newEngine(t, c.settings)
			var tally, second Tally
			got, _ := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, got)
			again, changed := e.Text(got, Place{}, &second)
			assert.Equal(t, got, again, "a second time")
			assert.False(t, changed, "a second time")
			assert.Zero(t, second.Total(), "a second time")
		})
	}
}

// The default policy finds nothing in what a mask leaves.
func TestMasksAreNoFindings(t *testing.T) {
	t.Parallel()
	masking, replacing := newEngine(t, Settings{Action: Mask}), newEngine(t, Settings{})
	for _, in := range []string{
		"4111 1111 1111 1111", "alice@example.com", "+44 20 7946 0958", "536-90-4399", "DE89 3704 0044 0532 0130 00", "postgres://app:s3cr3t@db.example.com/x",
		"Cookie: sid=" + body, "Authorization: Bearer " + body, "password=hunter2x", token(), "AB123456C",
	} {
		var tally, second Tally
		masked, changed := masking.Text(in, Place{}, &tally)
		require.True(t, changed, in)
		got, changed := replacing.Text(masked, Place{}, &second)
		assert.Equal(t, masked, got)
		assert.False(t, changed)
	}
}

// What a mask leaves may be a finding together with what stands beside it: then it gives way to a placeholder.
func TestWhatAMaskLeavesBeginsNoOtherFinding(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{
		Entities: map[string]EntitySettings{"US_SSN": {Action: ptr(Mask), Mask: MaskSettings{KeepLast: ptr(4)}}},
		Rules:    []Rule{{Name: "BADGE", Regex: `\*-[0-9]{4} badge`, Literal: " badge", MaxLength: 12}},
	})
	var tally Tally
	got, _ := e.Text(`["536-90-4399 badge, 536-90-4399","536-90-4399"]`, Place{}, &tally)
	assert.Equal(t, `["<US_SSN> badge, <US_SSN>","***-**-4399"]`, got)
	assert.Equal(t, 3, tally.Total())
	var second Tally
	again, changed := e.Text(got, Place{}, &second)
	assert.Equal(t, got, again)
	assert.False(t, changed)
}

func TestAMaskLeavesNothingOfAnotherFinding(t *testing.T) {
	t.Parallel()
	for action, want := range map[Action]string{Replace: "no <US_SSN>, ***-**-4399", DropValue: "<BADGE>", DropAttribute: "<BADGE>", Mask: "no <US_SSN>, ***-**-4399"} {
		e := newEngine(t, Settings{
			Entities: map[string]EntitySettings{"US_SSN": {Action: ptr(Mask), Mask: MaskSettings{KeepLast: ptr(4)}}},
			Rules:    []Rule{{Name: "BADGE", Regex: "[0-9]{4} badge", Literal: " badge", MaxLength: 12, Action: &action}},
		})
		var tally Tally
		got, _ := e.Text("no 536-90-4399 badge, 536-90-4399", Place{}, &tally)
		assert.Equal(t, want, got, action.String())
		assert.Equal(t, action == DropAttribute, tally.TakeDropAttribute())
	}
}

func TestNewRefusesMasksThatLeaveTooMuch(t *testing.T) {
	t.Parallel()
	of := func(name string, m MaskSettings) Settings {
		return Settings{Action: Mask, Entities: map[string]EntitySettings{name: {Mask: m}}}
	}
	for _, c := range []struct {
		name     string
		settings Settings
		want     string
	}{
		{"a letter", Settings{Mask: MaskSettings{Char: "x"}}, `mask::char: expected one of *, #, ?, found "x"`},
		{"two characters", of("EMAIL", MaskSettings{Char: "**"}), `detectors::EMAIL::mask::char: expected one of *, #, ?, found "**"`},
		{"less than nothing", Settings{Mask: MaskSettings{KeepFirst: ptr(-1)}}, "mask::keep_first: expected a number from 0 to 32, found -1"},
		{"a lot", of("EMAIL", MaskSettings{KeepLast: ptr(33)}), "detectors::EMAIL::mask::keep_last: expected a number from 0 to 32, found 33"},
		{"a part of a secret", of("API_KEY", MaskSettings{KeepFirst: ptr(4)}),
			"detectors::API_KEY::mask: expected no keep_first and no keep_last, since nothing is left of a secret"},
		{"the end of an address", of("EMAIL", MaskSettings{KeepLast: ptr(2)}),
			"detectors::EMAIL::mask::keep_last: expected 0, since an address keeps its domain, found 2"},
		{"more of a card than is allowed", of("CREDIT_CARD", MaskSettings{KeepLast: ptr(5)}),
			"detectors::CREDIT_CARD::mask::keep_last: expected at most 4 for CREDIT_CARD (PCI DSS 3.4.1), found 5"},
		{"more of all than is allowed of a card", Settings{Action: Mask, Mask: MaskSettings{KeepFirst: ptr(9)}},
			"mask::keep_first: expected at most 8 for CREDIT_CARD (PCI DSS 3.4.1), found 9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := New(c.settings)
			assert.EqualError(t, err, c.want)
		})
	}
	newEngine(t, Settings{Mask: MaskSettings{KeepFirst: ptr(9)}}) // no card is masked
	newEngine(t, Settings{Action: Mask, Mask: MaskSettings{KeepLast: ptr(4)}})
}
