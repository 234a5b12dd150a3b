package detect

// Keys that no prefix shows, but their form or what stands in the middle or at the end of them. Where nothing else is said, the forms are
// those of gitleaks (see apikey_table.go).
var (
	azureSecret    = Detector{Entities: []Entity{APIKey}, Bytes: "~", Find: findAzureSecret}
	telegramKey    = Detector{Entities: []Entity{APIKey}, Bytes: ":", Next: isCapitalA, Find: findTelegramKey}
	facebookToken  = Detector{Entities: []Entity{APIKey}, Numbers: &Digits{First: []int{15, 16}, Near: isBeforeBar}, Find: findFacebookToken}
	terraformToken = Detector{Entities: []Entity{APIKey}, Starts: []string{"atlasv1."}, Find: findTerraformToken}
	braintreeToken = Detector{Entities: []Entity{APIKey}, Starts: []string{"access_token$"}, Find: findBraintreeToken}
	vaultToken     = Detector{Entities: []Entity{APIKey}, TokenSizes: []int{24}, TokenStart: ".", Find: findVaultToken}
	teamsWebhook   = Detector{Entities: []Entity{APIKey}, Starts: []string{"webhookb2/"}, Find: findTeamsWebhook}
	suffixedKey    = Detector{Entities: []Entity{APIKey}, LongTokens: true, Find: findSuffixedKey}
)

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

func isBeforeBar(b []byte, _, end int) bool { return byteAt(b, end) == '|' }

// findFacebookToken finds access tokens of apps of Facebook and of Meta's models: the number of the app with 15 or 16 digits, a bar, and 27 to
// 40 characters.
func findFacebookToken(t *Text, at int) bool {
	const least, most = 27, 40
	b, bar := t.Bytes, t.runEndWithin(at, 17, digit)
	if byteAt(b, bar) != '|' || bar-at < 15 || bar-at > 16 {
		return false
	}
	end := t.runEndWithin(bar+1, most+1, urlSafe)
	if size := end - bar - 1; size < least || size > most || !looksRandom(b[bar+1:end]) || !isRandom(b[bar+1:end]) {
		return false
	}
	return t.add(APIKey, at, end, end)
}

// findTerraformToken finds tokens of HCP Terraform: 14 characters before ".atlasv1." and some 67 behind it.
func findTerraformToken(t *Text, at int) bool {
	const before, least, most = 14, 60, 70
	b, start := t.Bytes, at-1-before
	if start < 0 || b[at-1] != '.' || isAlnumAt(b, start-1) || !isAll(b[start:at-1], alnum) {
		return false
	}
	body := at + len("atlasv1.")
	end := t.runEndWithin(body, most+1, urlSafe|base64Sign)
	if size := end - body; size < least || size > most || !looksRandom(b[body:end]) {
		return false
	}
	return t.add(APIKey, start, end, end)
}

// findBraintreeToken finds access tokens of Braintree: where they hold, 16 characters, and 32 hexadecimal digits, which may have been cut off.
func findBraintreeToken(t *Text, at int) bool {
	const merchant, secret = 16, 32
	b, body := t.Bytes, at+len("access_token$")
	environment := body
	if body = t.runEndWithin(environment, len("production")+1, lower); body == environment || byteAt(b, body) != '$' {
		return false
	}
	end := t.runEndWithin(body+1, merchant+1, alnum)
	if end-body-1 != merchant || !looksRandom(b[body+1:end]) {
		return false
	}
	if byteAt(b, end) == '$' {
		if last := t.runEndWithin(end+1, secret+1, hex); last-end-1 == secret {
			end = last
		}
	}
	return t.add(APIKey, at, end, end)
}

// findVaultToken finds service tokens of HashiCorp Vault before 1.10: 24 characters behind "s.".
func findVaultToken(t *Text, at int) bool {
	b, start := t.Bytes, at-len("s.")
	if start < 0 || string(b[start:at]) != "s." || is(byteAt(b, start-1), urlSafe|dot) {
		return false
	}
	end := t.runEndWithin(at, 25, alnum)
	if end-at != 24 || !looksRandom(b[at:end]) || !isRandom(b[at:end]) {
		return false
	}
	return t.add(APIKey, start, end, end)
}

// findTeamsWebhook finds web hooks of Microsoft Teams, of which it takes the whole URL.
func findTeamsWebhook(t *Text, at int) bool {
	const host, scheme, least = ".webhook.office.com/", "https://", 100
	b, start := t.Bytes, at-len(host)
	if start < 0 || string(b[start:at]) != host {
		return false
	}
	for start > 0 && at-start < maxAssignedKey && is(b[start-1], alnum|dash) {
		start--
	}
	if start >= len(scheme) && string(b[start-len(scheme):start]) == scheme {
		start -= len(scheme)
	}
	end := t.runEnd(at, urlSafe|base64Sign)
	if byteAt(b, end) == '@' {
		end = t.runEnd(end+1, urlSafe|base64Sign)
	}
	t.Work += at - start
	return end-at >= least && t.add(APIKey, start, end, end)
}

// findSuffixedKey finds keys of Mailchimp, 32 hexadecimal digits and "-us20", and personal access tokens of Airtable
// (https://airtable.com/developers/web/guides/personal-access-tokens), "pat", 14 characters, a full stop and 64 hexadecimal digits.
func findSuffixedKey(t *Text, at int) bool {
	const mailchimp, centre, airtable, before = 32, "-us", 64, len("pat.") + 14
	b, end := t.Bytes, t.runEndWithin(at, 65, alnum)
	switch end - at {
	case mailchimp:
		if !hasPrefixFold(b[end:], centre) || !isAll(b[at:end], hex) || !looksRandom(b[at:end]) {
			return false
		}
		last := t.runEndWithin(end+len(centre), 3, digit)
		return last > end+len(centre) && !isAlnumAt(b, last) && t.add(APIKey, at, last, last)
	case airtable:
		start := at - before
		if start < 0 || b[at-1] != '.' || string(b[start:start+3]) != "pat" || isAlnumAt(b, start-1) || !isAll(b[start:at-1], alnum) {
			return false
		}
		return isAll(b[at:end], hex) && t.add(APIKey, start, end, end)
	}
	return false
}
