package costcalc

import "math/bits"

// Unit says what a count counts. Units form a tree with shared leaves: a unit lies within the coarser ones that include it.
//
// The order of the constants is part of the algorithm: a unit comes after all units that it lies within.
type Unit uint8

// The units that the price table knows. All are counts except the two durations, which are in milliseconds.
const (
	// InputTokens are all tokens of the prompt, cached ones and every modality included.
	InputTokens Unit = iota
	// CacheReadTokens are the input tokens served from a prompt cache.
	CacheReadTokens
	// CacheWriteTokens are the input tokens written to a prompt cache, whatever their time to live.
	CacheWriteTokens
	// CacheWrite5mTokens are the cache writes that live for five minutes.
	CacheWrite5mTokens
	// CacheWrite1hTokens are the cache writes that live for one hour.
	CacheWrite1hTokens
	// InputAudioTokens are the input tokens of sound.
	InputAudioTokens
	// InputImageTokens are the input tokens of images.
	InputImageTokens
	// InputVideoTokens are the input tokens of video.
	InputVideoTokens
	// CacheAudioReadTokens are the input tokens of sound served from a prompt cache.
	CacheAudioReadTokens
	// CacheImageReadTokens are the input tokens of images served from a prompt cache.
	CacheImageReadTokens
	// OutputTokens are all tokens of the answer, reasoning and every modality included.
	OutputTokens
	// ReasoningTokens are the output tokens of reasoning.
	ReasoningTokens
	// CitationTokens are the output tokens of citations.
	CitationTokens
	// OutputAudioTokens are the output tokens of sound.
	OutputAudioTokens
	// OutputImageTokens are the output tokens of images.
	OutputImageTokens
	// OutputVideoTokens are the output tokens of video.
	OutputVideoTokens
	// AudioMilliseconds is the duration of sound, in either direction.
	AudioMilliseconds
	// InputAudioMilliseconds is the duration of sound sent.
	InputAudioMilliseconds
	// InputDocumentPages are the pages of documents read.
	InputDocumentPages
	// InputAnnotatedDocumentPages are the pages of documents read with annotations.
	InputAnnotatedDocumentPages
	// InputTextMessages are the text messages sent in a session priced by duration.
	InputTextMessages
	// WebSearches are the web searches that the provider made for the call.
	WebSearches
	// StorageSearches are the searches in files or data stores that the provider made for the call.
	StorageSearches

	requests // the call itself, always 1; never reported
	unitCount
)

// part is the share of a Cost that a unit belongs to.
type part uint8

const (
	partInput part = iota
	partCacheRead
	partCacheWrite
	partOutput
	partOther
	partCount
)

// axis is the question that a unit answers about its tokens. Two units of one direction that answer different questions overlap.
type axis uint8

const (
	axisNone axis = iota
	axisModality
	axisKind // cached, reasoning, …
)

// scale converts the price that a price key states to pico-dollars per quantity: pico = price × 10^exponent, for `quantity` units.
type scale struct {
	exponent int
	quantity uint64
}

var (
	perMillion      = scale{exponent: 6, quantity: 1}
	perThousand     = scale{exponent: 9, quantity: 1}
	perHourInMillis = scale{exponent: 12, quantity: 3_600_000}
)

// unitInfo describes a unit.
type unitInfo struct {
	name     string  // as in messages
	priceKey string  // as in the price table and its source
	scale    scale   // of that price
	part     part    // where its cost goes
	axis     axis    // the question that it answers
	within   unitSet // the units that include it, direct and indirect
	costs    unitSet // coarser units whose price is this unit's usual price, so that falling back to it is no surprise
}

// units is the registry of https://github.com/pydantic/genai-prices (specs/data-driven-unit-registry), as far as the table uses it.
var units = [unitCount]unitInfo{
	InputTokens:        {name: "input_tokens", priceKey: "input_mtok", scale: perMillion, part: partInput},
	CacheReadTokens:    {name: "cache_read_tokens", priceKey: "cache_read_mtok", scale: perMillion, part: partCacheRead, axis: axisKind, within: setOf(InputTokens)},
	CacheWriteTokens:   {name: "cache_write_tokens", priceKey: "cache_write_mtok", scale: perMillion, part: partCacheWrite, axis: axisKind, within: setOf(InputTokens)},
	CacheWrite5mTokens: {name: "cache_write_5m_tokens", priceKey: "cache_write_5m_mtok", scale: perMillion, part: partCacheWrite, axis: axisKind, within: setOf(InputTokens, CacheWriteTokens), costs: setOf(CacheWriteTokens)},
	CacheWrite1hTokens: {name: "cache_write_1h_tokens", priceKey: "cache_write_1h_mtok", scale: perMillion, part: partCacheWrite, axis: axisKind, within: setOf(InputTokens, CacheWriteTokens)},

	InputAudioTokens:     {name: "input_audio_tokens", priceKey: "input_audio_mtok", scale: perMillion, part: partInput, axis: axisModality, within: setOf(InputTokens)},
	InputImageTokens:     {name: "input_image_tokens", priceKey: "input_image_mtok", scale: perMillion, part: partInput, axis: axisModality, within: setOf(InputTokens)},
	InputVideoTokens:     {name: "input_video_tokens", priceKey: "input_video_mtok", scale: perMillion, part: partInput, axis: axisModality, within: setOf(InputTokens)},
	CacheAudioReadTokens: {name: "cache_audio_read_tokens", priceKey: "cache_audio_read_mtok", scale: perMillion, part: partCacheRead, within: setOf(InputTokens, CacheReadTokens, InputAudioTokens)},
	CacheImageReadTokens: {name: "cache_image_read_tokens", priceKey: "cache_image_read_mtok", scale: perMillion, part: partCacheRead, within: setOf(InputTokens, CacheReadTokens, InputImageTokens)},

	OutputTokens:      {name: "output_tokens", priceKey: "output_mtok", scale: perMillion, part: partOutput},
	ReasoningTokens:   {name: "output_reasoning_tokens", priceKey: "output_reasoning_mtok", scale: perMillion, part: partOutput, axis: axisKind, within: setOf(OutputTokens), costs: setOf(OutputTokens)},
	CitationTokens:    {name: "output_citation_tokens", priceKey: "output_citation_mtok", scale: perMillion, part: partOutput, axis: axisKind, within: setOf(OutputTokens), costs: setOf(OutputTokens)},
	OutputAudioTokens: {name: "output_audio_tokens", priceKey: "output_audio_mtok", scale: perMillion, part: partOutput, axis: axisModality, within: setOf(OutputTokens)},
	OutputImageTokens: {name: "output_image_tokens", priceKey: "output_image_mtok", scale: perMillion, part: partOutput, axis: axisModality, within: setOf(OutputTokens)},
	OutputVideoTokens: {name: "output_video_tokens", priceKey: "output_video_mtok", scale: perMillion, part: partOutput, axis: axisModality, within: setOf(OutputTokens)},

	AudioMilliseconds:           {name: "audio_milliseconds", priceKey: "audio_hours", scale: perHourInMillis, part: partOther},
	InputAudioMilliseconds:      {name: "input_audio_milliseconds", priceKey: "input_audio_hours", scale: perHourInMillis, part: partOther, axis: axisKind, within: setOf(AudioMilliseconds)},
	InputDocumentPages:          {name: "input_document_pages", priceKey: "input_document_kpages", scale: perThousand, part: partInput},
	InputAnnotatedDocumentPages: {name: "input_annotated_document_pages", priceKey: "input_annotated_document_kpages", scale: perThousand, part: partInput, axis: axisKind, within: setOf(InputDocumentPages)},
	InputTextMessages:           {name: "input_text_messages", priceKey: "input_text_messages_kcount", scale: perThousand, part: partInput},
	WebSearches:                 {name: "web_searches", priceKey: "web_searches_kcount", scale: perThousand, part: partOther},
	StorageSearches:             {name: "storage_searches", priceKey: "storage_searches_kcount", scale: perThousand, part: partOther},
	requests:                    {name: "requests", priceKey: "requests_kcount", scale: perThousand, part: partOther},
}

// String returns the unit's name, such as "cache_read_tokens".
func (u Unit) String() string {
	if u >= unitCount {
		return "unknown_unit"
	}
	return units[u].name
}

// PriceKey returns the key under which price tables price the unit, such as "cache_read_mtok". Its ending says for how many: _mtok for a
// million, _kcount and _kpages for a thousand, _hours for an hour, whatever the unit counts.
func (u Unit) PriceKey() string {
	if u >= unitCount {
		return "unknown_unit"
	}
	return units[u].priceKey
}

// Units returns the units that a call may report, coarser ones before those that lie within them.
func Units() []Unit {
	list := make([]Unit, 0, requests)
	for u := range requests {
		list = append(list, u)
	}
	return list
}

// unitByPriceKey returns the unit that a key of the price table prices.
func unitByPriceKey(key string) (Unit, bool) {
	for u := range unitCount {
		if units[u].priceKey == key {
			return u, true
		}
	}
	return 0, false
}

// isFiner reports whether u lies within v.
func (u Unit) isFiner(v Unit) bool { return units[u].within.has(v) }

// includes returns the units that lie within u.
func (u Unit) includes() (s unitSet) {
	for finer := range unitCount {
		if finer.isFiner(u) {
			s |= setOf(finer)
		}
	}
	return s
}

// overlaps reports whether u and v may count the same tokens although neither includes the other: cached tokens of sound, say.
func (u Unit) overlaps(v Unit) bool {
	a, b := units[u], units[v]
	return a.axis != axisNone && b.axis != axisNone && a.axis != b.axis && a.within&b.within != 0
}

// unitSet is a set of units.
type unitSet uint32

func setOf(us ...Unit) unitSet {
	var s unitSet
	for _, u := range us {
		s |= 1 << u
	}
	return s
}

func (s unitSet) has(u Unit) bool { return s&(1<<u) != 0 }

// finest returns the unit of s that comes last, hence one that no other unit of s lies within. s must not be empty.
func (s unitSet) finest() Unit { return Unit(bits.Len32(uint32(s)) - 1) } //nolint:gosec // Len32 of a non-empty set is 1..32

// coarsest returns the unit of s that comes first. s must not be empty.
func (s unitSet) coarsest() Unit { return Unit(bits.TrailingZeros32(uint32(s))) } //nolint:gosec // of a non-empty set it is below 32
