package processor

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// ownerFacts are what a span says of who pays, in the words of the proxies and SDKs that are known: the attributes in the order in which they
// are tried, names for people before ids for machines. None of them holds a key that gives access.
//
// LiteLLM's proxy: metadata.user_api_key_* of its first OpenTelemetry integration (BerriAI/litellm litellm/types/utils.py
// StandardLoggingUserAPIKeyMetadata, 2026-08), litellm.* of its second (litellm/integrations/otel, 2026-08; docs.litellm.ai
// observability/opentelemetry_v2, 2026-10). OpenRouter: trace.metadata.openrouter.* of its Broadcast (openrouter.ai/docs
// guides/features/broadcast, 2026-10). Helicone, Portkey and Langfuse name metadata as their users do: those are sources of kind span.
func ownerFacts() map[string][]string {
	return map[string][]string{
		"team": {
			"litellm.team.alias", "metadata.user_api_key_team_alias",
			"litellm.team.id", "metadata.user_api_key_team_id",
		},
		"user": {
			"litellm.metadata.user_api_key_user_id", "metadata.user_api_key_user_id", "trace.metadata.openrouter.creator_user_id",
			dialect.UserID.Key(dialect.Latest),
		},
		"customer": {
			"litellm.end_user.id", "litellm.metadata.user_api_key_end_user_id", "metadata.user_api_key_end_user_id",
			"respan.customer_params.customer_identifier", "langwatch.customer.id", "traceloop.association.properties.customer_id",
		},
		"organization": {
			"metadata.user_api_key_org_alias", "metadata.user_api_key_org_id", "trace.metadata.openrouter.entity_id",
		},
		"project": {
			"metadata.user_api_key_project_alias", "metadata.user_api_key_project_id", "langsmith.trace.session_name",
		},
		"api_key": {
			"litellm.metadata.user_api_key_alias", "metadata.user_api_key_alias", "trace.metadata.openrouter.api_key_name",
			"litellm.api_key.hash", "metadata.user_api_key_hash",
		},
	}
}

// factInferenceProfile is a fact of another kind: the ARN of the AWS Bedrock inference profile that was asked for as a model, by which AWS
// bills (docs.aws.amazon.com/bedrock userguide/inference-profiles-create, 2026-08). Its last part is tried after the whole.
const factInferenceProfile = "inference_profile"

// OwnerFacts returns the values of [OwnerSource].Call.
func OwnerFacts() []string {
	return append(slices.Sorted(maps.Keys(ownerFacts())), factInferenceProfile)
}

// candidates compiles a source.
func (o *owners) candidates(source *OwnerSource, profile dialect.Profile) []ownerCandidate {
	switch {
	case source.Resource != "":
		at := slices.Index(o.resourceKeys, source.Resource)
		if at < 0 {
			at = len(o.resourceKeys)
			o.resourceKeys = append(o.resourceKeys, source.Resource)
		}
		return []ownerCandidate{{key: source.Resource, resource: at + 1}}
	case source.Span != "":
		return []ownerCandidate{o.spanCandidate(source.Span, profile)}
	case source.Call == factInferenceProfile:
		key := dialect.RequestModel.Key(profile)
		return []ownerCandidate{{key: key, call: inferenceProfile}, {key: key, call: inferenceProfileID}}
	}
	var list []ownerCandidate
	for _, key := range ownerFacts()[source.Call] {
		list = append(list, o.spanCandidate(key, profile))
	}
	return list
}

// spanCandidate reads an attribute. Those that the normaliser writes are read from the call: the next processor finds them on the span.
func (o *owners) spanCandidate(key string, profile dialect.Profile) ownerCandidate {
	for i := range dialect.NumFields {
		if f := dialect.Field(i); f.Key(profile) == key && f.Type() != dialect.Texts {
			return ownerCandidate{key: key, call: func(c *dialect.Call) string { return fieldText(c, f) }}
		}
	}
	if o.spanKeys[key] == 0 {
		o.spanKeys[key] = len(o.spanKeys) + 1
	}
	return ownerCandidate{key: key, span: o.spanKeys[key]}
}

// fieldText is a field's value as scalarText gives that of its attribute.
func fieldText(c *dialect.Call, f dialect.Field) string {
	if !c.Has(f) {
		return ""
	}
	switch f.Type() {
	case dialect.Text:
		return c.Text(f)
	case dialect.Int:
		n, _ := c.Int(f)
		return strconv.FormatInt(n, 10)
	case dialect.Bool:
		return strconv.FormatBool(c.Bool(f))
	default:
		return ""
	}
}

// inferenceProfile is the ARN of the inference profile that was asked for or that answered, "" where the model is none. Gateways put their
// own prefixes before it.
func inferenceProfile(c *dialect.Call) string {
	for _, f := range [...]dialect.Field{dialect.RequestModel, dialect.ResponseModel} {
		model := c.Text(f)
		i := strings.Index(model, "arn:aws")
		if i >= 0 && strings.Contains(model[i:], "inference-profile/") {
			return model[i:]
		}
	}
	return ""
}

func inferenceProfileID(c *dialect.Call) string {
	arn := inferenceProfile(c)
	return arn[strings.LastIndexByte(arn, '/')+1:]
}
