package detect

import (
	"encoding/base64"
	"strings"
	"testing"
)

func TestJWT(t *testing.T) {
	t.Parallel()
	header, payload := join("eyJ", "hbGciOiJIUzI1NiJ9"), join("eyJ", "zdWIiOiIxMjM0In0")
	token := header + "." + payload + "." + randomBody(43)
	encoded := strings.TrimRight(base64.StdEncoding.EncodeToString([]byte(token)), "=")
	checkFamily(t, []family{
		{"signed", "got " + token + ". Then", []string{"JWT " + token}},
		{"in emphasis", "_" + token + "_", []string{"JWT " + token + "_"}},
		{"behind the name of what it is for", "session_" + token, []string{"JWT " + token}},
		{"behind a dash", "session-" + token, []string{"JWT " + token}},
		{"behind a dot", "auth." + token, []string{"JWT " + token}},
		{"behind what only looks like one", join("eyJ", "-") + token, []string{"JWT " + token}},
		{"inside of a longer token", "x" + token, nil},
		{"without a signature", header + "." + payload, []string{"JWT " + header + "." + payload}},
		{"a header without alg before an object", join("eyJ", "hIjoxfQ") + "." + payload, []string{"JWT " + join("eyJ", "hIjoxfQ") + "." + payload}},
		{"encoded once more", "x=" + encoded + "==", []string{"JWT " + encoded + "=="}},
		{"encoded once more behind a slash", "/" + encoded + "/", []string{"JWT " + encoded}},
		{"other text encoded once more", base64.StdEncoding.EncodeToString([]byte(join("eyJ", "hhhhhhhh") + "." + payload)), nil},
		{"a cursor of one part", header, nil},
		{"a header without alg before something else", join("eyJ", "hIjoxfQ") + "." + randomBody(20), nil},
		{"a header that is no JSON", join("eyJ", "hhhhhhhh") + "." + payload, nil},
		{"a file name", header + ".js", nil},
	})
}
