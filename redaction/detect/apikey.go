package detect

import "sort"

// The API key detector finds keys by the prefix that their issuer gives them (table in apikey_table.go) and by the length and alphabet
// of what follows. A key ends where its alphabet does, so that a full stop, a comma, a bracket, an ampersand or a quote behind it
// changes nothing. Stand-ins ("sk-xxxx", "ghp_YOUR_TOKEN") are left.
var (
	apiKey      = Detector{Entities: []Entity{APIKey}, Starts: keyPrefixes(), LongTokens: true, Find: findAPIKey}
	azureSecret = Detector{Entities: []Entity{APIKey}, Bytes: "~", Find: findAzureSecret}
	telegramKey = Detector{Entities: []Entity{APIKey}, Bytes: ":", Next: isCapitalA, Find: findTelegramKey}
)

// keyFormat is the form of one issuer's keys.
type keyFormat struct {
	prefix   string
	body     charset // alphabet of what follows the prefix
	min, max int     // length of what follows in bytes; max 0: no limit
	// accept, if not nil, is a further condition on what follows the prefix, of which it sees the first 2*maxLooked bytes.
	accept func(body []byte) bool
	// proves, if not nil, reports whether a check sum in what follows the prefix shows a key, whatever it looks like.
	proves func(body []byte) bool
}

// keyPrefixes returns the prefixes of the table, each once. "dapi" is none, as words may start so: what follows makes it a long token.
func keyPrefixes() []string {
	var all []string
	seen := map[string]bool{"dapi": true}
	for _, f := range keyFormats {
		if !seen[f.prefix] {
			seen[f.prefix] = true
			all = append(all, f.prefix)
		}
	}
	sort.Strings(all)
	return all
}

// keyFormatsByFirst holds the formats of the table by the first byte of their prefix, in the order of the table.
var keyFormatsByFirst = indexKeyFormats()

func indexKeyFormats() (t [256][]*keyFormat) {
	for i := range keyFormats {
		f := &keyFormats[i]
		t[f.prefix[0]] = append(t[f.prefix[0]], f)
	}
	return t
}

func findAPIKey(t *Text, at int) bool {
	b := t.Bytes
	for _, f := range keyFormatsByFirst[b[at]] {
		if len(b)-at < len(f.prefix)+f.min || string(b[at:at+len(f.prefix)]) != f.prefix {
			continue
		}
		start := at + len(f.prefix)
		end := t.runEnd(start, f.body)
		end = max(start, t.tailStart(end)) // a full stop, a dash: not of the key
		size := end - start
		if size < f.min || f.max > 0 && size > f.max || isAlnumAt(b, end) {
			continue
		}
		t.Work += maxLooked
		body := b[start:min(end, start+2*maxLooked)]
		proven := f.proves != nil && f.proves(body)
		if !proven && !looksRandom(body) {
			continue
		}
		t.Work += 2 * maxLooked
		if f.accept != nil && !f.accept(body) {
			continue
		}
		return t.add(APIKey, at, end, end)
	}
	return false
}

// tailStart returns the start of the dots and dashes that end at end. The last answer is remembered, since many candidates may share one
// end.
func (t *Text) tailStart(end int) int {
	if t.tail.end != end {
		i := end
		for i > 0 && classes[t.Bytes[i-1]]&(dot|dash) != 0 {
			i--
		}
		t.Work += end - i
		t.tail = runMemo{start: i, end: end}
	}
	return t.tail.start
}

// hasDigitAndLetter is the condition for keys whose alphabet would let words with dashes pass.
func hasDigitAndLetter(body []byte) bool { return hasAny(body, digit) && hasAny(body, letter) }

// hasLongRun accepts a key with a digit and an unbroken run of 16 letters and digits, as "sk-" keys have and names of CSS classes and
// packages ("sk-fading-circle") have not.
func hasLongRun(body []byte) bool {
	const least = 16
	run := 0
	for _, c := range body {
		if is(c, alnum) {
			if run++; run >= least {
				return hasDigitAndLetter(body)
			}
		} else {
			run = 0
		}
	}
	return false
}

// isUUIDLike accepts hexadecimal digits in groups, as the keys of Langfuse are.
func isUUIDLike(body []byte) bool {
	return len(body) == 36 && body[8] == '-' && body[13] == '-' && body[18] == '-' && body[23] == '-'
}

// hasDashedNumber accepts "digits-…" with a letter somewhere, as in the tokens of Slack.
func hasDashedNumber(body []byte) bool {
	numbers, run := 0, 0
	for _, c := range body {
		switch {
		case is(c, digit):
			run++
		case c == '-' && run >= 8:
			numbers, run = numbers+1, 0
		default:
			run = 0
		}
	}
	return numbers >= 1 && hasDigitAndLetter(body)
}

// isGrouped1Password accepts the groups of a 1Password secret key behind "A3-": 6, then 11 or 6-5, then three times 5.
func isGrouped1Password(body []byte) bool {
	sizes, run := [8]int{}, 0
	n := 0
	for i := 0; i <= len(body); i++ {
		if i < len(body) && body[i] != '-' {
			if is(body[i], lower) {
				return false
			}
			run++
			continue
		}
		if n == len(sizes) {
			return false
		}
		sizes[n], run = run, 0
		n++
	}
	switch n {
	case 5:
		return sizes == [8]int{6, 11, 5, 5, 5}
	case 6:
		return sizes == [8]int{6, 6, 5, 5, 5, 5}
	}
	return false
}

// findAzureSecret finds client secrets of Microsoft Entra ID: three characters, a digit, "Q~", 31 to 34 characters.
func findAzureSecret(t *Text, at int) bool {
	const before, least, most = 5, 31, 34
	b, start := t.Bytes, at-before
	if start < 0 || b[at-1] != 'Q' || !isDigitAt(b, at-2) || classes[byteAt(b, start-1)]&(urlSafe|dot|tilde) != 0 {
		return false
	}
	for i := start; i < at-2; i++ {
		if classes[b[i]]&(word|dot|tilde) == 0 {
			return false
		}
	}
	end := t.runEndWithin(at+1, most+1, urlSafe|dot|tilde)
	if end > at+1 && b[end-1] == '.' {
		end--
	}
	if size := end - at - 1; size < least || size > most || !looksRandom(b[start:end]) {
		return false
	}
	return t.add(APIKey, start, end, end)
}

func isCapitalA(c byte) bool { return c == 'A' }

// findTelegramKey finds tokens of Telegram bots: 5 to 16 digits, a colon, an A and 34 characters.
func findTelegramKey(t *Text, at int) bool {
	const size = 35
	b := t.Bytes
	if byteAt(b, at+1) != 'A' || !isDigitAt(b, at-1) {
		return false
	}
	start := at
	for start > 0 && at-start <= 16 && is(b[start-1], digit) {
		start--
	}
	t.Work += at - start
	if at-start < 5 || at-start > 16 || isAlnumAt(b, start-1) && !hasPrefixFold(b[max(0, start-3):], "bot") {
		return false
	}
	end := t.runEndWithin(at+1, size+1, urlSafe)
	if end-at-1 != size || !looksRandom(b[at+2:end]) {
		return false
	}
	return t.add(APIKey, start, end, end)
}
