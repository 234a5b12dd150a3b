package detect

import (
	"bytes"
	"encoding/base64"
	"hash/crc32"
)

// hasGitHubCheck reports whether body, what follows "ghp_" and its like, ends with the CRC-32 of the 30 characters before it, in six
// digits of base 62 (https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/). A body that does not may be a key
// all the same, of a format to come.
func hasGitHubCheck(body []byte) bool {
	const random, check = 30, 6
	const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	if len(body) != random+check {
		return false
	}
	sum := crc32.ChecksumIEEE(body[:random])
	for i := len(body) - 1; i >= random; i-- {
		if body[i] != digits[sum%62] {
			return false
		}
		sum /= 62
	}
	return true
}

// discordKey finds tokens of Discord bots (https://discord.com/developers/docs/reference#authentication): the number of the bot in
// base64, six characters of a time and a signature of 27 to 38, with dots between. The number has 18 or 19 digits, so the first part has 24
// or 26 letters and digits.
var discordKey = Detector{Entities: []Entity{APIKey}, TokenSizes: []int{24, 26}, TokenEnd: ".", Find: findDiscordKey}

func findDiscordKey(t *Text, at int) bool {
	const stamp, least, most = 6, 27, 38
	b := t.Bytes
	dot1 := t.runEndWithin(at, 27, alnum)
	if byteAt(b, dot1) != '.' || is(byteAt(b, at-1), urlSafe|dot) {
		return false
	}
	dot2 := t.runEndWithin(dot1+1, stamp+1, urlSafe)
	if dot2-dot1-1 != stamp || byteAt(b, dot2) != '.' {
		return false
	}
	end := t.runEndWithin(dot2+1, most+1, urlSafe)
	if size := end - dot2 - 1; size < least || size > most || isAlnumAt(b, end) {
		return false
	}
	var number [20]byte
	n, err := base64.RawStdEncoding.Decode(number[:], b[at:dot1])
	if err != nil || !isAllDigits(number[:n]) || bytes.HasPrefix(number[:n], []byte("0")) {
		return false
	}
	return t.add(APIKey, at, end, end)
}
