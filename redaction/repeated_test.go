package redaction

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// What wakes a detector, repeated: the value of one runs into the name of the next, and one finding uncovers the one before it.

// maxRepeatedWork is how often each byte of such a text may be looked at: half the budget. Most need less than 30.
const maxRepeatedWork = workPerByte / 2

// repeatedUnits returns names of secrets in each notation, the beginnings of commands, and what the detectors look for.
func repeatedUnits() (units []string) {
	names := []string{
		"password", "PASSWORD_2", "pw", "x1_pw", "pass", "smtp_pass", "token", "acme_token", "TOKEN_2", "a7B9xK2m_token", "api_key", "client_secret",
		"auth", "authorization", "cookie", "cvv", "email", "private_key", "credentials", "github_pat", "access_key", "data",
	}
	for _, name := range names {
		for _, notation := range []string{
			"%s=", "%s: ", `%s: "`, "%s='", "%s=`", "--%s ", "--%s '", `{"%s":"`, `"%s":"`, `\"%s\":\"`, "%s=>", "<%s>", "</%s>", "?%s=", "%s is ",
			`{"name":"%s","value":"`, "%s: |\n", `getenv("%s") or "`, `set("%s", "`,
		} {
			units = append(units, fmt.Sprintf(notation, name))
		}
	}
	for _, command := range []string{
		"redis-cli -a ", "IDENTIFIED BY ", "mysql -p", "docker login -p ", "sshpass -p ", "echo x7kQ2 | sudo -S ", "curl -u a:", "unzip -P ",
		"smbclient -U a%", "kubectl create secret generic a --from-literal=b=", "machine a login b password ", "Authorization: Bearer ",
		"Authorization: Basic ", "https://a:b@", "kind: Secret\ndata:\n  a: ",
	} {
		for _, value := range []string{"", "'", `"`, "x", "'x7"} {
			units = append(units, command+value)
		}
	}
	for _, d := range detect.All() {
		units = slices.Concat(units, d.Starts, d.Words, d.LineStarts)
		for _, key := range d.Keys {
			units = append(units, key+"=")
		}
	}
	slices.Sort(units)
	return slices.Compact(units)
}

// checkRepeated redacts in, and the same as a string of JSON.
func checkRepeated(t *testing.T, r *run, in string) {
	t.Helper()
	encoded, err := json.Marshal([]string{in})
	require.NoError(t, err)
	for _, form := range []string{in, string(encoded)} {
		var tally Tally
		out, _ := r.text(form, &Place{}, &tally, false)
		start := form[:min(len(form), 60)]
		assert.Zero(t, tally.Failures(), "%q…, %d bytes", start, len(form))
		assert.LessOrEqual(t, r.scan.Work, maxRepeatedWork*len(form), "%q…, %d bytes", start, len(form))
		_, changed := r.text(out, &Place{}, &tally, false)
		assert.False(t, changed, "%q…, %d bytes, a second time", start, len(form))
	}
}

func TestRepeatedTriggersSettle(t *testing.T) {
	t.Parallel()
	units := repeatedUnits()
	for name, settings := range map[string]Settings{
		"default pack": {}, "all packs": {Packs: []string{"all"}}, "masks": {Action: Mask},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRun(newEngine(t, settings))
			random := rand.New(rand.NewPCG(11, 12))
			for i := 0; i < len(units); i += slowdown {
				unit := units[i] + []string{"", "", " ", "\n", "’"}[random.IntN(5)]
				checkRepeated(t, r, strings.Repeat(unit, 80))
				if i%16 == 0 {
					checkRepeated(t, r, strings.Repeat(unit, 1000))
				}
			}
			for range 500 / slowdown {
				pair := units[random.IntN(len(units))] + units[random.IntN(len(units))]
				checkRepeated(t, r, strings.Repeat(pair, 80))
			}
		})
	}
}

func TestRepeatedTriggersSettleAtAnyLength(t *testing.T) {
	t.Parallel()
	r := newRun(newEngine(t, Settings{}))
	for _, unit := range []string{
		"PASSWORD_2=", "redis-cli -a '", "IDENTIFIED BY '", "mysql -p'", "pw=", "x1_pw:", "pscale_pw_", "github_pat_", "a7B9xK2m_token=",
	} {
		for _, count := range []int{1, 2, 3, 5, 10, 20, 40, 50, 60, 80, 100, 200, 400, 1000, 2000, 1 << 17 / slowdown / len(unit)} {
			checkRepeated(t, r, strings.Repeat(unit, count))
		}
	}
}

// What does not settle takes text with it, but not what is far away, nor what was found there.
func TestTextFarFromRepeatedTriggersStays(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	const far = "The letter to alice@example.com is about something else. "
	prose := strings.Repeat(far, 200)
	kept := strings.Repeat(strings.Replace(far, "alice@example.com", "<EMAIL>", 1), 100)
	for _, c := range []struct {
		name, unit string
		count      int
	}{
		{"an assignment", "PASSWORD_2=", 100}, {"a command", "mysql -p'", 200}, {"a prefix", "pscale_pw_", 300},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			out, _ := e.Text(prose+strings.Repeat(c.unit, c.count)+"\n"+prose, Place{}, &Tally{})
			assert.True(t, strings.HasPrefix(out, kept))
			assert.True(t, strings.HasSuffix(out, kept))
		})
	}
}

func TestWiden(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		at         []int // where the edits start, each of one byte
		reach      int
		want       string
	}{
		{"to both sides, and on to the ends of words", "one two three four five", []int{9}, 1, "one two # four five"},
		{"to the ends of the text", "one two", []int{4}, 9, "#"},
		{"not into a character", "ab ééé cd", []int{5}, 1, "ab # cd"},
		{"those that meet become one", "one two three four five six", []int{5, 15}, 3, "# six"},
		{"those that do not stay two", "one two three four five six", []int{1, 20}, 1, "# two three four # six"},
		{"those behind each other", "one two three", []int{4, 5, 6}, 0, "one # three"},
		{"one that the first has reached past", "one two three", []int{0, 2}, 9, "#"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRun(newEngine(t, Settings{}))
			for _, at := range c.at {
				r.edits = append(r.edits, edit{start: at, end: at + 1, entity: detect.Email, replacement: "#"})
			}
			r.widen([]byte(c.text), 0, c.reach)
			assert.Equal(t, c.want, string(splice(nil, []byte(c.text), r.edits, nil)))
		})
	}
}
