package processor

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

func ownedBy(sources ...OwnerSource) []Owner { return []Owner{{Field: "team", Sources: sources}} }

const profileARN = "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abcd1234efgh"

func TestTheFirstSourceThatHasATextSaysTheOwner(t *testing.T) {
	t.Parallel()
	resource := map[string]any{"team.name": " search ", "cost": 4711, "list": []any{"a"}, "empty": " ", "mail": "jane@example.com"}
	entries := OwnerMap{
		"hash-1": {"team": "growth"}, "Nightly": {"team": "batch"}, "other": {"customer": "acme"},
		profileARN: {"team": "claims"}, "short": {"team": "fraud"}, "4711": {"team": "numbers"},
	}
	for _, tc := range []struct {
		name    string
		sources []OwnerSource
		attrs   map[string]any
		want    string
	}{
		{"resource, trimmed", []OwnerSource{{Resource: "team.name"}}, nil, "search"},
		{"a number", []OwnerSource{{Resource: "cost"}}, nil, "4711"},
		{"span", []OwnerSource{{Span: "app.team"}}, map[string]any{"app.team": "ads"}, "ads"},
		{"span, under a conventions' key by another name", []OwnerSource{{Span: "user.id"}}, map[string]any{"llm.user": "u-1"}, "u-1"},
		{"a number under a conventions' key", []OwnerSource{{Span: "gen_ai.request.seed"}}, map[string]any{"gen_ai.request.seed": "7"}, "7"},
		{"the second where the first is not there", []OwnerSource{{Span: "app.team"}, {Resource: "team.name"}}, nil, "search"},
		{"the second where the first is empty", []OwnerSource{{Resource: "empty"}, {Resource: "team.name"}}, nil, "search"},
		{"the second where the first is no text", []OwnerSource{{Resource: "list"}, {Resource: "team.name"}}, nil, "search"},
		{"the first of two", []OwnerSource{{Resource: "team.name"}, {Span: "app.team"}}, map[string]any{"app.team": "ads"}, "search"},
		{"a constant at last", []OwnerSource{{Span: "app.team"}, {Value: "shared"}}, nil, "shared"},
		{"nobody", []OwnerSource{{Span: "app.team"}, {Resource: "team"}}, nil, Unattributed},

		{"LiteLLM's team by its name", []OwnerSource{{Call: "team"}}, map[string]any{"metadata.user_api_key_team_id": "t-1", "metadata.user_api_key_team_alias": "Search"}, "Search"},
		{"LiteLLM's team by its id", []OwnerSource{{Call: "team"}}, map[string]any{"metadata.user_api_key_team_id": "t-1", "metadata.user_api_key_team_alias": ""}, "t-1"},
		{"LiteLLM's newer names", []OwnerSource{{Call: "team"}}, map[string]any{"litellm.team.id": "t-1", "litellm.team.alias": "Search"}, "Search"},
		{"customer", []OwnerSource{{Call: "customer"}}, map[string]any{"litellm.end_user.id": "acme"}, "acme"},
		{"organization", []OwnerSource{{Call: "organization"}}, map[string]any{"metadata.user_api_key_org_id": "o-1"}, "o-1"},
		{"project", []OwnerSource{{Call: "project"}}, map[string]any{"metadata.user_api_key_project_alias": "p"}, "p"},
		{"user, as normalised", []OwnerSource{{Call: "user"}}, map[string]any{"llm.user": "u-1"}, "u-1"},
		{"user", []OwnerSource{{Call: "user"}}, map[string]any{"user.id": "u-1"}, "u-1"},
		{"OpenRouter's key", []OwnerSource{{Call: "api_key"}}, map[string]any{"trace.metadata.openrouter.api_key_name": "agents"}, "agents"},
		{"inference profile", []OwnerSource{{Call: "inference_profile"}}, map[string]any{"gen_ai.request.model": profileARN}, profileARN},
		{"inference profile behind a gateway's prefix", []OwnerSource{{Call: "inference_profile"}}, map[string]any{"gen_ai.request.model": "bedrock/converse/" + profileARN}, profileARN},
		{"inference profile that answered", []OwnerSource{{Call: "inference_profile"}}, map[string]any{"gen_ai.response.model": profileARN}, profileARN},

		{"entry of a key's hash", []OwnerSource{{Call: "api_key", Lookup: true}}, map[string]any{"metadata.user_api_key_hash": "hash-1"}, "growth"},
		{"entry of a key's name before that of its hash", []OwnerSource{{Call: "api_key", Lookup: true}}, map[string]any{"metadata.user_api_key_hash": "hash-1", "metadata.user_api_key_alias": "Nightly"}, "batch"},
		{"entry of the hash where the name has none", []OwnerSource{{Call: "api_key", Lookup: true}}, map[string]any{"metadata.user_api_key_hash": "hash-1", "metadata.user_api_key_alias": "unknown"}, "growth"},
		{"entry of an inference profile", []OwnerSource{{Call: "inference_profile", Lookup: true}}, map[string]any{"gen_ai.request.model": profileARN}, "claims"},
		{"entry of an inference profile by its id", []OwnerSource{{Call: "inference_profile", Lookup: true}}, map[string]any{"gen_ai.request.model": "arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/short"}, "fraud"},
		{"entry of a number", []OwnerSource{{Resource: "cost", Lookup: true}}, nil, "numbers"},
		{"the next source where there is no entry", []OwnerSource{{Resource: "team.name", Lookup: true}, {Resource: "team.name"}}, nil, "search"},
		{"the next source where the entry has not the field", []OwnerSource{{Span: "id", Lookup: true}, {Value: "shared"}}, map[string]any{"id": "other"}, "shared"},
		{"ids are alike in upper and lower case only if they are", []OwnerSource{{Span: "id", Lookup: true}}, map[string]any{"id": "nightly"}, Unattributed},

		{"near miss: a model's ARN", []OwnerSource{{Call: "inference_profile"}}, map[string]any{"gen_ai.request.model": "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0"}, Unattributed},
		{"near miss: an inference profile by its id alone", []OwnerSource{{Call: "inference_profile"}}, map[string]any{"gen_ai.request.model": "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"}, Unattributed},
		{"near miss: what a processor before this one wrote", []OwnerSource{{Call: "team"}}, map[string]any{"genai.owner.team": "ads"}, Unattributed},
		{"an address is redacted", []OwnerSource{{Resource: "mail"}}, nil, "<EMAIL>"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Owners = ownedBy(tc.sources...)
			p, _ := newProcessor(t, s)
			p.SetOwnerMap(entries)
			td := tracesOf(t, joined(chat, tc.attrs))
			require.NoError(t, td.ResourceSpans().At(0).Resource().Attributes().FromRaw(resource))
			td, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			assert.Equal(t, tc.want, oneSpan(td).Attributes().AsRaw()["genai.owner.team"])
		})
	}
}

func TestOwnersStandOnEveryGenAISpanAndRecordAndNowhereElse(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Prices, s.KeepAsIs = nil, true
	s.Owners = []Owner{{"team", []OwnerSource{{Value: "ads"}}}, {"customer", []OwnerSource{{Span: "app.customer"}}}}
	p, _ := newProcessor(t, s)
	td, err := p.Traces(context.Background(), tracesOf(t, chat, agentUsed, toolOf, httpSpan))
	require.NoError(t, err)
	for i, span := range td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().All() {
		got := span.Attributes().AsRaw()
		if i == 3 {
			assert.NotContains(t, got, "genai.owner.team")
			continue
		}
		assert.Equal(t, "ads", got["genai.owner.team"])
		assert.Equal(t, Unattributed, got["genai.owner.customer"])
	}

	ld := plog.NewLogs()
	record := ld.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords().AppendEmpty()
	require.NoError(t, record.Attributes().FromRaw(joined(chat, map[string]any{"app.customer": "acme"})))
	_, err = p.Logs(context.Background(), ld)
	require.NoError(t, err)
	assert.Equal(t, "acme", record.Attributes().AsRaw()["genai.owner.customer"])
}

func TestANewOwnerMapHoldsForTheNextSpan(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Owners = ownedBy(OwnerSource{Span: "id", Lookup: true})
	p, _ := newProcessor(t, s)
	for _, want := range []string{Unattributed, "ads", "search"} {
		td, err := p.Traces(context.Background(), tracesOf(t, joined(chat, map[string]any{"id": "k"})))
		require.NoError(t, err)
		assert.Equal(t, want, oneSpan(td).Attributes().AsRaw()["genai.owner.team"])
		next := map[string]string{Unattributed: "ads", "ads": "search"}[want]
		p.SetOwnerMap(OwnerMap{"k": {"team": next}})
	}
	without, _ := newProcessor(t, everything(t))
	assert.NotPanics(t, func() { without.SetOwnerMap(OwnerMap{"k": {"team": "ads"}}) })
}

// What redaction keeps from being told under one key is not told under another either, and what it changes is the same on the second pass.
func TestOwnersTellNothingThatRedactionTakesAway(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("team ", 23) + "jane@example.com" // cut before it is redacted, half of the address would stay
	for name, tc := range map[string]struct {
		source  OwnerSource
		attrs   map[string]any
		setting func(*Settings)
		want    string
	}{
		"a name, which only its key tells":     {OwnerSource{Span: "user.name"}, map[string]any{"user.name": "Jane Doe"}, nil, "<PERSON>"},
		"an address that would be cut":         {OwnerSource{Span: "app.team"}, map[string]any{"app.team": long}, nil, "<EMAIL>"},
		"an identity that is kept":             {OwnerSource{Span: "llm.user"}, map[string]any{"llm.user": "u-1"}, nil, "u-1"},
		"an identity that is dropped":          {OwnerSource{Span: "llm.user"}, map[string]any{"llm.user": "u-1"}, dropIdentity, Unattributed},
		"a user who is dropped":                {OwnerSource{Call: "user"}, map[string]any{"user.id": "u-1"}, dropIdentity, Unattributed},
		"an identity that is a pseudonym":      {OwnerSource{Span: "llm.user"}, map[string]any{"llm.user": "u-1"}, pseudonymIdentity, pseudonymOfUser},
		"a user who is a pseudonym":            {OwnerSource{Call: "user"}, map[string]any{"user.id": "u-1"}, pseudonymIdentity, pseudonymOfUser},
		"which is what is looked up":           {OwnerSource{Span: "llm.user", Lookup: true}, map[string]any{"llm.user": "u-1"}, pseudonymIdentity, "ads"},
		"an id that is redacted has no entry":  {OwnerSource{Span: "app.user", Lookup: true}, map[string]any{"app.user": "jane@example.com"}, nil, Unattributed},
		"but it has where nothing is redacted": {OwnerSource{Span: "app.user", Lookup: true}, map[string]any{"app.user": "jane@example.com"}, func(s *Settings) { s.Redaction = nil }, "sales"},
		"and where redaction only monitors":    {OwnerSource{Span: "app.user", Lookup: true}, map[string]any{"app.user": "jane@example.com"}, func(s *Settings) { s.Redaction = &redact.Settings{Mode: redact.Monitor} }, "sales"},
		"a source whose original is removed":   {OwnerSource{Span: "llm.user"}, map[string]any{"llm.user": "u-1"}, func(s *Settings) { s.RemoveOriginals = true }, "u-1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Owners = ownedBy(tc.source)
			if tc.setting != nil {
				tc.setting(&s)
			}
			p, _ := newProcessor(t, s)
			p.SetOwnerMap(OwnerMap{"jane@example.com": {"team": "sales"}, pseudonymOfUser: {"team": "ads"}})
			td := tracesOf(t, joined(chat, tc.attrs))
			for range 2 {
				var err error
				td, err = p.Traces(context.Background(), td)
				require.NoError(t, err)
				got := oneSpan(td).Attributes().AsRaw()["genai.owner.team"].(string)
				assert.Equal(t, tc.want, strings.TrimPrefix(got, strings.Repeat("team ", 23)))
			}
		})
	}
}

// pseudonymOfUser is that of u-1 under the key of pseudonymIdentity.
const pseudonymOfUser = "<IDENTITY_k1_ctbmdjlbpctbhdnqjpjq>"

func pseudonymIdentity(s *Settings) {
	s.Redaction = &redact.Settings{Identity: redact.PseudonymIdentity, Text: redaction.Settings{
		Pseudonym: redaction.PseudonymSettings{Key: []byte("no secret: for the tests of pseudonyms"), KeyID: "k1"},
	}}
}

// Whatever stage writes a user under another key, the pseudonym is the same.
func TestPseudonymsOfUsersJoinUnderAllKeys(t *testing.T) {
	t.Parallel()
	s := everything(t)
	pseudonymIdentity(&s)
	s.Emit = Backends()[:3]
	p, _ := newProcessor(t, s)
	td := tracesOf(t, joined(chat, map[string]any{"llm.user": "u-1", "traceloop.association.properties.session_id": "u-1"}))
	var first map[string]any
	for range 2 {
		var err error
		td, err = p.Traces(context.Background(), td)
		require.NoError(t, err)
		got := oneSpan(td).Attributes().AsRaw()
		for key, value := range got {
			assert.NotEqual(t, "u-1", value, key)
		}
		for _, key := range []string{"llm.user", "traceloop.association.properties.session_id", "user.id", "gen_ai.conversation.id", "session.id"} {
			assert.Equal(t, pseudonymOfUser, got[key], key)
		}
		if first != nil {
			assert.Equal(t, first, got, "a second time")
		}
		first = got
	}
}

func dropIdentity(s *Settings) { s.Redaction = &redact.Settings{Identity: redact.DropIdentity} }

func TestOwnersAreCutBetweenCharacters(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		strings.Repeat("a", MaxOwnerBytes):             strings.Repeat("a", MaxOwnerBytes),
		strings.Repeat("a", MaxOwnerBytes+1):           strings.Repeat("a", MaxOwnerBytes),
		strings.Repeat("a", MaxOwnerBytes-1) + "ü":     strings.Repeat("a", MaxOwnerBytes-1),
		strings.Repeat("a", MaxOwnerBytes-2) + "ü":     strings.Repeat("a", MaxOwnerBytes-2) + "ü",
		strings.Repeat("a", MaxOwnerBytes-1) + " rest": strings.Repeat("a", MaxOwnerBytes-1),
	} {
		assert.Equal(t, want, ownerText(in))
	}
}

// Whatever gives access is no fact, and nothing that this processor writes for others is.
func TestOwnerFactsAreNames(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"api_key", "customer", "organization", "project", "team", "user", "inference_profile"}, OwnerFacts())
	for fact, keys := range ownerFacts() {
		for _, key := range keys {
			assert.NotContains(t, []string{"metadata.user_api_key", "api_key", "authorization"}, key)
			assert.False(t, Emits(Backends(), key), "%s: %s", fact, key)
			assert.False(t, strings.HasPrefix(key, dialect.UpstreamPrefix))
		}
	}
}
