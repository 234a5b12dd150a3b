package detect

import "bytes"

// Pictures, sound and files travel in texts as base64 (RFC 4648, section 4). Nothing in it can be read, and any number may stand in it by
// chance, so it is left out of scanning. Only what can hardly be anything else is taken for it: a long run of the alphabet, with its
// capitals, small letters and digits, behind the start of a data URI (RFC 2397), or all of a string whose key says so. The alphabet of
// base64url is none: many API keys are written in it.
const (
	minDataURI = 64  // bytes of a payload behind ";base64,"
	minBase64  = 256 // bytes of a payload alone
	// maxMediaType bounds the type and the parameters between "data:" and ";base64,".
	maxMediaType = 128
)

var dataURIMark = []byte(";base64,")

// MediaSpan is the payload of one data URI in a text.
type MediaSpan struct {
	URI        int // where "data:" starts
	Start, End int // the payload
}

// NextMedia returns the first data URI in b at or behind from.
func NextMedia(b []byte, from int) (MediaSpan, bool) {
	for from+len(dataURIMark)+minDataURI <= len(b) {
		i := bytes.Index(b[from:], dataURIMark)
		if i < 0 {
			break
		}
		start := from + i + len(dataURIMark)
		end := base64End(b, start)
		uri := dataURIStart(b, from, from+i)
		if uri >= 0 && isPayload(b[start:end], minDataURI) {
			return MediaSpan{URI: uri, Start: start, End: end}, true
		}
		from = start
	}
	return MediaSpan{}, false
}

// dataURIStart returns where the "data:" before the media type that ends at end starts, at or behind from; -1 if there is none.
func dataURIStart(b []byte, from, end int) int {
	const scheme = "data:"
	for i := end - 1; i >= from && end-i <= maxMediaType; i-- {
		switch c := b[i]; {
		case c == ':':
			if at := i + 1 - len(scheme); at >= from && hasPrefixFold(b[at:], scheme) {
				return at
			}
			return -1
		case !is(c, alnum|dash|dot|underscore) && bytes.IndexByte([]byte(`/\+;=`), c) < 0:
			return -1
		}
	}
	return -1
}

// base64End returns where the run of base64 that starts at i ends, with its padding.
func base64End(b []byte, i int) int {
	for i < len(b) && (is(b[i], alnum) || b[i] == '+' || b[i] == '/') {
		i++
	}
	for n := 0; n < 2 && i < len(b) && b[i] == '='; n++ {
		i++
	}
	return i
}

// isPayload reports whether a run of base64 is at least so long and of all of its letters, as random bytes are.
func isPayload(run []byte, least int) bool {
	if len(run) < least {
		return false
	}
	var seen charset
	for _, c := range run {
		if seen |= classes[c]; seen&digit != 0 && seen&lower != 0 && seen&upper != 0 {
			return true
		}
	}
	return false
}

// IsMediaPayload reports whether b, the value of an attribute or under a key, is one payload and nothing else. The key is that of a map, or an
// attribute's, of which the last word counts.
func IsMediaPayload(b, key []byte) bool {
	if len(b) < minBase64 {
		return false
	}
	if base64End(b, 0) < len(b) {
		return false
	}
	if i := bytes.LastIndexByte(key, '.'); i >= 0 {
		key = key[i+1:]
	}
	return IsMediaKey(string(key)) && isPayload(b, minBase64)
}

// IsMediaKey reports whether the payload of a picture, a sound or a file stands under key, in the parts of messages and in the answers of the
// providers' APIs: "content" in a part of the semantic conventions' type "blob", "data" in Anthropic's and Gemini's, "bytes" in Bedrock's,
// "image" in the Vercel AI SDK's.
func IsMediaKey(key string) bool {
	switch key {
	case "data", "content", "bytes", "blob", "base64", "b64_json", "image", "image_data", "image_base64", "imageData", "audio", "audio_data",
		"audioData", "video", "file", "file_data", "fileData", "screenshot", "result":
		return true
	}
	return false
}
