package costcalc

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHosts(t *testing.T) {
	t.Parallel()
	for server, tc := range map[string]struct {
		host    string
		private bool
	}{
		"":                {"", false},
		"api.openai.com":  {"api.openai.com", false},
		"api.openai.com.": {"api.openai.com", false},
		"https://user@api.openai.com:443/v1?x=//": {"api.openai.com", false},
		"localhost":                      {"localhost", true},
		"ollama:11434":                   {"ollama", true},
		"http://vllm.models.svc:8000/v1": {"vllm.models.svc", true},
		"vllm.models.svc.cluster.local":  {"vllm.models.svc.cluster.local", true},
		"host.docker.internal":           {"host.docker.internal", true},
		"gpu.fritz.lan":                  {"gpu.fritz.lan", true},
		"box.home.arpa":                  {"box.home.arpa", true},
		"10.1.2.3:8000":                  {"10.1.2.3", true},
		"172.16.0.1":                     {"172.16.0.1", true},
		"172.32.0.1":                     {"172.32.0.1", false}, // just outside 172.16.0.0/12
		"192.168.1.1":                    {"192.168.1.1", true},
		"127.0.0.1":                      {"127.0.0.1", true},
		"0.0.0.0":                        {"0.0.0.0", true},
		"169.254.169.254":                {"169.254.169.254", true},
		"8.8.8.8":                        {"8.8.8.8", false},
		"[::1]:8080":                     {"::1", true},
		"fd00::1":                        {"fd00::1", true},
		"::ffff:10.0.0.1":                {"::ffff:10.0.0.1", true},
		"2606:4700::1":                   {"2606:4700::1", false},
		"internal.example.com":           {"internal.example.com", false}, // .internal is not its end
		"thelocal.example.com":           {"thelocal.example.com", false},
		"[":                              {"", false},
	} {
		assert.Equal(t, tc.host, hostOf(server), "host of %q", server)
		assert.Equal(t, tc.private, isPrivateHost(hostOf(server)), "%q is private", server)
	}
}

func TestDatesAreWrittenWithDashes(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		want  string
		found bool
	}{
		"claude-sonnet-4-5-20250929":      {"claude-sonnet-4-5-2025-09-29", true},
		"claude-sonnet-4-5-20250929-v1:0": {"claude-sonnet-4-5-2025-09-29-v1:0", true},
		"m-20250929:thinking":             {"m-2025-09-29:thinking", true},
		"m-20240229-20250301":             {"m-2024-02-29-2025-03-01", true},
		"m-20250229":                      {"m-20250229", false}, // no leap year
		"m-20250931":                      {"m-20250931", false},
		"m-19991231":                      {"m-19991231", false}, // another century
		"m-202509291":                     {"m-202509291", false},
		"m-20250929x":                     {"m-20250929x", false},
		"m20250929":                       {"m20250929", false},
		"m-2025-09-29":                    {"m-2025-09-29", false},
		"":                                {"", false},
	} {
		got, found := withDashedDates(name)
		assert.Equal(t, tc.want, got, name)
		assert.Equal(t, tc.found, found, name)
	}
}

func TestDatesAreLeftOff(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		want  string
		found bool
	}{
		"gpt-4o-2024-08-06":          {"gpt-4o", true},
		"claude-sonnet-4-5@20250929": {"claude-sonnet-4-5", true},
		"claude-sonnet-4-5-20250929": {"claude-sonnet-4-5", true},
		"m@2025-09-29":               {"m", true},
		"m-2025-09-31":               {"m-2025-09-31", false}, // no such day
		"m-2025-09-29-preview":       {"m-2025-09-29-preview", false},
		"m_2025-09-29":               {"m_2025-09-29", false},
		"-20250929":                  {"-20250929", false}, // nothing would be left
		"20250929":                   {"20250929", false},
	} {
		got, found := withoutDate(name)
		assert.Equal(t, tc.want, got, name)
		assert.Equal(t, tc.found, found, name)
	}
}

func TestPathsAreLeftOff(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ bare, provider string }{
		"models/gemini-2.5-flash":                                  {"gemini-2.5-flash", ""},
		"publishers/google/models/gemini-2.5-flash":                {"gemini-2.5-flash", "google"},
		"projects/p/locations/l/publishers/meta/models/llama":      {"llama", "google"},
		"projects/p/locations/l/endpoints/123":                     {"projects/p/locations/l/endpoints/123", ""},
		"my-publishers/x/models/y":                                 {"my-publishers/x/models/y", ""},
		"accounts/fireworks/models/kimi":                           {"accounts/fireworks/models/kimi", ""}, // its name in the table
		"arn:aws:bedrock:us-east-1::foundation-model/x":            {"x", "aws"},
		"arn:aws-us-gov:bedrock:r:1:inference-profile/us.x":        {"us.x", "aws"},
		"arn:aws:bedrock:r:1:application-inference-profile/abc123": {"arn:aws:bedrock:r:1:application-inference-profile/abc123", ""},
		"plain": {"plain", ""},
	} {
		bare, provider := barePath(name)
		assert.Equal(t, tc.bare, bare, name)
		assert.Equal(t, tc.provider, provider, name)
	}
}
