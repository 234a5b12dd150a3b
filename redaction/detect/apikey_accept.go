package detect

import "bytes"

// What the formats of keys ask for beyond an alphabet and a length.

// hasDigitAndLetter is the condition for keys whose alphabet would let words with dashes pass.
func hasDigitAndLetter(body []byte) bool { return hasAny(body, digit) && hasAny(body, letter) }

// looksKeyed accepts what has no digit, too, as one in thirty keys of 20 characters has not, if it is no words.
func looksKeyed(body []byte) bool { return hasDigitAndLetter(body) || isRandom(body) }

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

// isMixedCase accepts a digit, a small letter and a capital, as 24 random characters and more nearly all have, and names hardly.
func isMixedCase(body []byte) bool {
	return hasAny(body, digit) && hasAny(body, lower) && hasAny(body, upper)
}

// isNoHash accepts digits and letters that are not all hexadecimal.
func isNoHash(body []byte) bool { return hasDigitAndLetter(body) && !isAll(body, hex) }

// isSplit returns the condition for parts of the given sizes with sep between them, with a digit and a letter somewhere.
func isSplit(sep byte, sizes ...int) func(body []byte) bool {
	return func(body []byte) bool {
		at := 0
		for _, size := range sizes[:len(sizes)-1] {
			if at += size; at >= len(body) || body[at] != sep {
				return false
			}
			at++
		}
		return bytes.Count(body, []byte{sep}) == len(sizes)-1 && hasDigitAndLetter(body)
	}
}

// isAuthress accepts the name of a client, of its key and of its account ("acc-…"), and a secret of 30 characters or more.
func isAuthress(body []byte) bool {
	parts := bytes.SplitN(body, []byte{'.'}, 4)
	return len(parts) == 4 && (bytes.HasPrefix(parts[2], []byte("acc-")) || bytes.HasPrefix(parts[2], []byte("acc_"))) &&
		len(parts[3]) >= 30 && hasDigitAndLetter(parts[3])
}

// isMapbox accepts two parts, the second of some 22 characters.
func isMapbox(body []byte) bool {
	head, tail, _ := bytes.Cut(body, []byte{'.'})
	return len(head) >= 30 && len(tail) >= 20 && len(tail) <= 30 && !hasAny(tail, dot) && hasDigitAndLetter(body)
}

// isBase32 accepts the alphabet of AWS access key ids, A-Z and 2-7, and a first character of a fourth letter in "A3T?".
func isBase32(body []byte) bool {
	for i, c := range body {
		if is(c, upper) || c >= '2' && c <= '7' || i == 0 && len(body) == 17 && is(c, digit) {
			continue
		}
		return false
	}
	return true
}

// isMixed accepts letters in both cases, or digits: names in source code have one case.
func isMixed(body []byte) bool {
	return !hasAny(body, underscore) && (hasAny(body, digit) || hasAny(body, lower) && hasAny(body, upper))
}

// isBedrock accepts base64 of "bedrock.amazonaws.com…".
func isBedrock(body []byte) bool {
	const start = "YmVkcm9jay5hbWF6b25hd3MuY29t"
	return string(body[:len(start)]) == start
}

// isSourcegraph accepts 40 hexadecimal digits, alone or behind 16 and an underscore.
func isSourcegraph(body []byte) bool {
	for i, c := range body {
		if !is(c, hex) && (c != '_' || i != 16 || len(body) != 57) {
			return false
		}
	}
	return len(body) == 40 || len(body) == 57
}

// isOctopus accepts digits beside letters: words in capitals have none.
func isOctopus(body []byte) bool { return hasDigitAndLetter(body) && distinct(body) >= 12 }
