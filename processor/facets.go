package processor

import (
	"strings"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// facetsOf is what a call was beside its model and usage. The tier that served it counts; the one that was asked for, which a provider may
// refuse, only where nothing else tells.
func facetsOf(c *dialect.Call) costcalc.Facets {
	tier := servedTier(c)
	return costcalc.Facets{
		ServiceTier: tier,
		Speed:       strings.ToLower(c.Text(dialect.Speed)),
		Geo:         strings.ToLower(c.Text(dialect.InferenceGeo)),
		Batch:       c.Bool(dialect.Batch) || tier == "batch",
	}
}

// tierFields are where a tier may stand, surest first.
var tierFields = [...]dialect.Field{dialect.ResponseServiceTier, dialect.ServiceTier, dialect.RequestServiceTier}

func servedTier(c *dialect.Call) string {
	for _, f := range tierFields {
		if !c.Has(f) {
			continue
		}
		tier := strings.ToLower(strings.TrimSpace(c.Text(f)))
		if known, ok := vertexTraffic[tier]; ok {
			tier = known
		}
		if tier != "" && tier != "auto" {
			return tier
		}
	}
	return ""
}

// vertexTraffic are the traffic types of Vertex AI (google.cloud.aiplatform_v1beta1 UsageMetadata.TrafficType, 2026-08) that others call
// otherwise. PROVISIONED_THROUGHPUT has no like elsewhere.
var vertexTraffic = map[string]string{
	"on_demand": "standard", "on_demand_priority": "priority", "on_demand_flex": "flex", "traffic_type_unspecified": "",
}
