package main

// notes say what the comparison leaves out, and what is unfair about it, in favour of whom.
var notes = []string{
	"floor: OTLP unmarshal and marshal of the same spans, which every collector does. No receiver, queue, exporter or network is" +
		" measured here.",
	"Garbage is collected between rounds only, so that nobody pays for that of others: who allocates much, the floor included, is shown" +
		" cheaper than in a collector under load. Own telemetry of all processors goes nowhere.",
	"redaction and transform run Go's regexp. Expressions that begin with a literal (AKIA..., sk-...) without \\b before it are fast in it;" +
		" e-mail, phone, social security number and IPv4 are what costs. Who only looks for keys pays little.",
	"redaction looks at every attribute of every span, GenAI or not; genai and transform as set up here at those of GenAI. That is why redaction" +
		" costs what it does on HTTP spans, and what genai costs there with scope: all stands beside it.",
	"The peers validate nothing (any 16 digits are a card) and don't look behind JSON escapes; genai does both, rewrites JSON as JSON," +
		" and knows more kinds than the seven, which costs it time that the peers don't spend. No finding is planted where expressions would miss it.",
	"Keys that hold no digit, few different characters or a word such as todo, one in several thousand that chance makes, are not planted: genai" +
		" takes them for placeholders, and expressions don't.",
	"The seventh expression, IPv4, has nothing to find: genai's default pack doesn't look for addresses. With packs: [default, network] it does.",
	"signozllmpricing prices by 50 rules and converts nothing; genai also classifies, normalises, decides roles and writes why. Alone it prices no" +
		" OpenInference spans, which is why they are renamed before it in the chain.",
	"contrib's gen_ai_normalizer is in no module that could be had. Renames by transform stand for it: they are what it does for seven small" +
		" attributes; it also moves messages, which nothing here but messages: move does.",
	"go-re2 in a loop and the class loop are no processors: no configuration, no failing closed, nothing counted. The class loop finds nothing.",
	"three lanes: their parts are the three processors and the two copies that the forward connector makes, each measured by itself.",
	"two cores: one processor, the same batches, by the clock. Where others use the machine, or two cores share one, it says little: the class" +
		" loop on two cores, which shares nothing, shows how little. CPU time above 1 is what the cores lose to each other.",
	"allocations: 2 for a changed attribute, 1 for an added one, 1 for a map that grows is what pdata itself takes.",
}
