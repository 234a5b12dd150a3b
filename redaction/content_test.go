package redaction

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// conversation is a JSON string of messages of every role.
const conversation = `[ {"role":"system","parts":[{"type":"text","content":"Be kind."}]},` +
	`{"role":"user","parts":[{"type":"text","content":"Weather in \u00c9vry?"},{"type":"image","url":"https://x.example/a.png"}]},` +
	`{"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"weather","arguments":{"city":"Évry","days":3}}]},` +
	`{"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":["sunny",21.5]}]} ]`

var source = &Source{TraceID: "0af7651916cd43dd8448eb211c80319c", SpanID: "b7ad6b7169203331"}

func drops(kinds ...ContentKind) (p ContentPolicies) {
	for _, k := range kinds {
		p[k].Action = DropContent
	}
	return p
}

func TestContentPartsAreReplaced(t *testing.T) {
	t.Parallel()
	hashes := func(kinds ...ContentKind) (p ContentPolicies) {
		for _, k := range kinds {
			p[k].Action = HashContent
		}
		return p
	}
	of := func(en Entity, content string) string {
		return newEngine(t, Settings{Pseudonym: PseudonymSettings{Key: testKey, KeyID: "k1"}}).Pseudonym(en, []byte(content))
	}
	refers := func(k ContentKind) (p ContentPolicies) {
		p[k] = ContentPolicy{Action: ReferenceContent, Reference: "s3://b/{trace_id}/{span_id}/{kind}/{attribute}"}
		return p
	}
	const to = "s3://b/0af7651916cd43dd8448eb211c80319c/b7ad6b7169203331/"
	quoted := func(s string) string {
		b, err := json.Marshal(s)
		require.NoError(t, err)
		return string(b)
	}
	for _, c := range []struct {
		name     string
		policies ContentPolicies
		kind     ContentKind
		in, want string
		kinds    []ContentKind // of what was replaced
	}{
		{"the system's message", drops(SystemContent), InputContent, conversation, strings.Replace(conversation, `[{"type":"text","content":"Be kind."}]`, `[]`, 1), []ContentKind{SystemContent}},
		{"in a string of JSON in JSON", drops(SystemContent), InputContent, quoted(conversation), quoted(strings.Replace(conversation, `[{"type":"text","content":"Be kind."}]`, `[]`, 1)), []ContentKind{SystemContent}},
		{"tools", drops(ToolsContent), InputContent, conversation,
			strings.NewReplacer(`{"city":"Évry","days":3}`, `{}`, `[{"type":"tool_call_response","id":"c1","response":["sunny",21.5]}]`, `[]`).Replace(conversation),
			[]ContentKind{ToolsContent, ToolsContent}},
		{"tools by reference", refers(ToolsContent), InputContent, conversation, strings.NewReplacer(`{"city":"Évry","days":3}`, `"`+to+`tools/a.b"`,
			`[{"type":"tool_call_response","id":"c1","response":["sunny",21.5]}]`, `"`+to+`tools/a.b"`).Replace(conversation),
			[]ContentKind{ToolsContent, ToolsContent}},
		{"by reference in a string of JSON in JSON", refers(ToolsContent), InputContent, `"{\"tools\":[1],\"system\":\"a\"}"`, `"{\"tools\":\"` + to + `tools/a.b\",\"system\":\"a\"}"`, []ContentKind{ToolsContent}},
		{"tools by hash", hashes(ToolsContent), InputContent, `{"tools":[1, {}],"tool_calls":[],"function_call":"\u00e9","functions":3}`,
			`{"tools":"` + of(detect.Content, "[1, {}]") + `","tool_calls":[],"function_call":"` + of(detect.Content, "é") + `","functions":"` + of(detect.Content, "3") + `"}`,
			[]ContentKind{ToolsContent, ToolsContent, ToolsContent}},
		{"by hash in a string of JSON in JSON", hashes(ToolsContent), InputContent, `"{\"tools\":[1]}"`, `"{\"tools\":\"` + of(detect.Content, "[1]") + `\"}"`, []ContentKind{ToolsContent}},
		{"a picture by hash", hashes(MediaContent), InputContent, `{"type":"blob","content":"iVBO"}`, `{"type":"blob","content":"` + of(detect.Media, "iVBO") + `"}`, []ContentKind{MediaContent}},
		{"nothing of that kind", drops(DocumentsContent), InputContent, conversation, conversation, nil},
		{"the body of a request", drops(SystemContent, ToolsContent), InputContent, `{"model":"m","system":[{"type":"text","text":"a"}],"max_tokens":9,"tools":[{"type":"function"}],"messages":[{"role":"developer","content":"b"},{"role":"user","content":"c"}]}`,
			`{"model":"m","system":[],"max_tokens":9,"tools":[],"messages":[{"role":"developer","content":""},{"role":"user","content":"c"}]}`,
			[]ContentKind{SystemContent, ToolsContent, SystemContent}},
		{"calls in an answer", drops(ToolsContent), OutputContent, `{"choices":[{"message":{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]}}]}`,
			`{"choices":[{"message":{"role":"assistant","content":null,"tool_calls":[]}}]}`, []ContentKind{ToolsContent}},
		{"the role behind the content", drops(SystemContent), InputContent, `{"content":"a","role":"system"}`, `{"content":"","role":"system"}`, []ContentKind{SystemContent}},
		{"an escaped key", drops(SystemContent), InputContent, `{"content":"a","r\u006fle":"syst\u0065m"}`, `{"content":"","r\u006fle":"syst\u0065m"}`, []ContentKind{SystemContent}},
		{"a type does not hide the system", drops(SystemContent), InputContent, `{"role":"system","type":"image","content":"a"}`, `{"role":"system","type":"image","content":""}`, []ContentKind{SystemContent}},
		{"a label that is long is none", drops(SystemContent), InputContent, `{"role":"system","type":"` + strings.Repeat("a", 65) + `","id":7}`, `{"role":"system","type":"","id":7}`, []ContentKind{SystemContent}},
		{"the name of a tool is a label", drops(ToolsContent), InputContent, `{"role":"tool","name":"f","content":"a"}`, `{"role":"tool","name":"f","content":""}`, []ContentKind{ToolsContent}},
		{"the name of a speaker is none", drops(SystemContent), InputContent, `{"role":"system","name":"Jo","content":"a"}`, `{"role":"system","name":"","content":""}`, []ContentKind{SystemContent, SystemContent}},
		{"values of every type", drops(SystemContent), InputContent, `{"role":"system","a":1.5,"b":true,"c":null,"d":{"e":1},"f":[ ],"g":""}`, `{"role":"system","a":null,"b":null,"c":null,"d":{},"f":[ ],"g":""}`,
			[]ContentKind{SystemContent, SystemContent, SystemContent}},
		{"roles in what a tool was called with say nothing", drops(SystemContent), ToolsContent, `{"role":"system","content":"a"}`, `{"role":"system","content":"a"}`, nil},
		{"messages of both sides: what was asked", drops(InputContent), MixedContent, `[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]`, `[{"role":"user","content":""},{"role":"assistant","content":"b"}]`, []ContentKind{InputContent}},
		{"messages of both sides: what was answered", drops(OutputContent), MixedContent, `[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]`, `[{"role":"user","content":"a"},{"role":"assistant","content":""}]`, []ContentKind{OutputContent}},
		{"messages of both sides without roles", drops(OutputContent), MixedContent, `["a",{"content":"b","index":0}]`, `["",{"content":"","index":0}]`, []ContentKind{OutputContent, OutputContent}},
		{"messages of both sides that are no JSON", drops(OutputContent), MixedContent, "a: b", "", []ContentKind{OutputContent}},
		{"messages cut short", drops(ToolsContent), InputContent, conversation[:90], "", []ContentKind{ToolsContent}},
		{"messages in a string cut short", drops(ToolsContent), InputContent, quoted(conversation)[:90], "", []ContentKind{ToolsContent}},
		{"messages as Python writes them", drops(SystemContent), InputContent, `[{'role': 'system', 'content': 'a'}]`, "", []ContentKind{SystemContent}},
		{"messages behind a byte order mark", drops(SystemContent), InputContent, "\ufeff" + conversation, "", []ContentKind{SystemContent}},
		{"a role in capitals", drops(SystemContent), InputContent, `{"role":"SYSTEM","content":"a"}`, `{"role":"SYSTEM","content":""}`, []ContentKind{SystemContent}},
		{"a quotation in brackets", drops(SystemContent), InputContent, `'[a]' is a list`, `'[a]' is a list`, nil},
		{"a prompt that begins with a bracket", drops(ToolsContent), InputContent, "[see below] {x}", "[see below] {x}", nil},
		{"a picture's payload", drops(MediaContent), InputContent, `[{"type":"blob","modality":"image","mime_type":"image/png","content":"iVBO"},{"type":"text","content":"x"}]`,
			`[{"type":"blob","modality":"image","mime_type":"image/png","content":"<MEDIA>"},{"type":"text","content":"x"}]`, []ContentKind{MediaContent}},
		{"pictures within parts", drops(MediaContent), InputContent, `{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO","detail":"low"}}`,
			`{"type":"image_url","image_url":{"url":"<MEDIA>","detail":"low"}}`, []ContentKind{MediaContent}},
		{"the address of a picture stays", drops(MediaContent), InputContent, `{"type":"image","image":"https://x.example/a.png","uri":"gs://b/a.png"}`, `{"type":"image","image":"https://x.example/a.png","uri":"gs://b/a.png"}`, nil},
		{"a picture by reference", refers(MediaContent), ToolsContent, `{"type":"image","source":{"type":"base64","data":"iVBO"}}`, `{"type":"image","source":{"type":"base64","data":"` + to + `media/a.b"}}`, []ContentKind{MediaContent}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			e := newEngine(t, Settings{Content: c.policies, Pseudonym: PseudonymSettings{Key: testKey, KeyID: "k1"}})
			var tally, second Tally
			out, changed := e.ReplaceContentParts(c.in, c.kind, Place{Attribute: "a.b", Source: source}, &tally)
			assert.Equal(t, c.want, out)
			assert.Equal(t, len(c.kinds) > 0, changed)
			assert.True(t, json.Valid([]byte(out)) || !json.Valid([]byte(c.in)))
			var want Tally
			for _, k := range c.kinds {
				want.countContent(k, c.policies[k].Action)
			}
			assert.Equal(t, want, tally)
			again, changed := e.ReplaceContentParts(out, c.kind, Place{Attribute: "a.b", Source: source}, &second)
			assert.Equal(t, out, again, "twice is once")
			assert.False(t, changed)
			assert.Zero(t, second)
		})
	}
}

func TestContentIsCut(t *testing.T) {
	t.Parallel()
	policies := func(size int) (p ContentPolicies) {
		p[InputContent] = ContentPolicy{Action: TruncateContent, Bytes: size}
		return p
	}
	for _, c := range []struct {
		name     string
		size     int
		in, want string
		count    int
	}{
		{"what is short stays", 5, "abcde", "abcde", 0},
		{"a text", 4, "abcdef", "abcd…[genai: 6 bytes]", 1},
		{"no character in two", 4, "abcéf", "abc…[genai: 6 bytes]", 1},
		{"no character of four bytes in two", 3, "😀😀", "…[genai: 8 bytes]", 1},
		{"no placeholder in two", 9, "write to <EMAIL> now", "write to …[genai: 20 bytes]", 1},
		{"behind a placeholder", 16, "write to <EMAIL> now", "write to <EMAIL>…[genai: 20 bytes]", 1},
		{"in a placeholder", 13, "write to <EMAIL> now", "write to …[genai: 20 bytes]", 1},
		{"what was cut shorter already", 9, "abcd…[genai: 4821 bytes]", "abcd…[genai: 4821 bytes]", 0},
		{"what was cut longer already", 2, "abcd…[genai: 4821 bytes]", "ab…[genai: 4821 bytes]", 1},
		{"a marker of one's own", 2, "abcdef…[genai: 1 bytes]", "ab…[genai: 6 bytes]", 1},
		{"no marker", 2, "abc…[genai: many bytes]", "ab…[genai: 25 bytes]", 1},
		{"strings in JSON", 3, `{ "a":["abcdef",12345678,"abc"],"b\u0020c":"\u00e9\u00e9\u00e9"}`, `{ "a":["abc…[genai: 6 bytes]",12345678,"abc"],"b\u0020c":"\u00e9…[genai: 6 bytes]"}`, 2},
		{"strings in JSON in JSON", 3, `{"a":"{\"b\":\"abcdef\"}"}`, `{"a":"{\"b\":\"abc…[genai: 6 bytes]\"}"}`, 1},
		{"labels stay", 3, `{"role":"assistant","content":"abcdef","id":"call_1"}`, `{"role":"assistant","content":"abc…[genai: 6 bytes]","id":"call_1"}`, 1},
		{"another kind in it", 3, `[{"role":"system","content":"abcdef"},{"role":"user","content":"abcdef"}]`, `[{"role":"system","content":"abcdef"},{"role":"user","content":"abc…[genai: 6 bytes]"}]`, 1},
		{"what the cut makes a finding of", 18, "x 4111111111111111222", "x <CREDIT_CARD>…[genai: 21 bytes]", 1},
		{"JSON cut short", 5, `{"a":"b`, `{"a":…[genai: 7 bytes]`, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			e := newEngine(t, Settings{Content: policies(c.size)})
			var tally, second Tally
			out, changed := e.Truncate(c.in, InputContent, Place{}, &tally)
			assert.Equal(t, c.want, out)
			assert.Equal(t, c.count > 0, changed)
			assert.Equal(t, c.count, tally.Content(InputContent, TruncateContent))
			assert.True(t, json.Valid([]byte(out)) || !json.Valid([]byte(c.in)))
			again, changed := e.Truncate(out, InputContent, Place{}, &second)
			assert.Equal(t, out, again, "twice is once")
			assert.False(t, changed)
			scanned, found := e.Text(out, Place{}, &second)
			assert.Equal(t, out, scanned, "looked through once more")
			assert.False(t, found)
			assert.Zero(t, second)
		})
	}
}

func TestContentOfBothSidesIsCutToTheShorterLength(t *testing.T) {
	t.Parallel()
	cut := func(size int) ContentPolicy { return ContentPolicy{Action: TruncateContent, Bytes: size} }
	for _, c := range []struct {
		in, out ContentPolicy
		want    string
		counted ContentKind
	}{
		{cut(3), ContentPolicy{}, "abc…[genai: 6 bytes]", InputContent},
		{ContentPolicy{}, cut(2), "ab…[genai: 6 bytes]", OutputContent},
		{cut(3), cut(2), "ab…[genai: 6 bytes]", OutputContent},
		{cut(2), cut(2), "ab…[genai: 6 bytes]", InputContent},
	} {
		e := newEngine(t, Settings{Content: ContentPolicies{InputContent: c.in, OutputContent: c.out}})
		var tally Tally
		out, _ := e.Truncate("abcdef", MixedContent, Place{}, &tally)
		assert.Equal(t, c.want, out)
		assert.Equal(t, 1, tally.Content(c.counted, TruncateContent))
	}
}

func TestContentAsAWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		policy ContentPolicy
		place  Place
		want   string
	}{
		{"keep", ContentPolicy{}, Place{}, "hello"},
		{"truncate comes later", ContentPolicy{Action: TruncateContent, Bytes: 1}, Place{}, "hello"},
		{"drop", ContentPolicy{Action: DropContent}, Place{}, ""},
		{"hash", ContentPolicy{Action: HashContent}, Place{}, newEngine(t, Settings{Pseudonym: PseudonymSettings{Key: testKey, KeyID: "k1"}}).Pseudonym(detect.Content, []byte("hello"))},
		{"reference", ContentPolicy{Action: ReferenceContent, Reference: "{kind}/{trace_id}/{span_id}?{attribute}"}, Place{Attribute: "gen_ai.prompt.0.content", Source: source},
			"input/0af7651916cd43dd8448eb211c80319c/b7ad6b7169203331?gen_ai.prompt.0.content"},
		{"the reference of a body without ids", ContentPolicy{Action: ReferenceContent, Reference: "{attribute}/{trace_id}/{span_id}"}, Place{},
			"body/00000000000000000000000000000000/0000000000000000"},
		{"the reference of a key that is no path", ContentPolicy{Action: ReferenceContent, Reference: "{trace_id}{span_id}/{attribute}"}, Place{Attribute: `é/"a"`, Source: source},
			"0af7651916cd43dd8448eb211c80319cb7ad6b7169203331/%C3%A9%2F%22a%22"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			e := newEngine(t, Settings{Content: ContentPolicies{InputContent: c.policy}, Pseudonym: PseudonymSettings{Key: testKey, KeyID: "k1"}})
			var tally Tally
			out, changed := e.ReplaceContent("hello", InputContent, c.place, &tally)
			assert.Equal(t, c.want, out)
			assert.Equal(t, c.want != "hello", changed)
			want := Tally{}
			if changed {
				want.countContent(InputContent, c.policy.Action)
			}
			assert.Equal(t, want, tally)
			again, changed := e.ReplaceContent(out, InputContent, c.place, &tally)
			assert.Equal(t, out, again, "twice is once")
			assert.False(t, changed)
			assert.Equal(t, want, tally)
		})
	}
}

// The ids of a span may be all digits and pass for a card.
func TestReferencesAreNotLookedThrough(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Content: ContentPolicies{SystemContent: {Action: ReferenceContent, Reference: "s3://b/{trace_id}/{span_id}"}}})
	p := Place{Attribute: "a", Source: &Source{TraceID: strings.Repeat("4", 32), SpanID: "4111111111111111"}}
	var tally Tally
	out, _ := e.ReplaceContentParts(`{"role":"system","content":"a"}`, InputContent, p, &tally)
	assert.Contains(t, out, p.Source.SpanID)
	again, changed := e.Text(out, p, &tally)
	assert.Equal(t, out, again)
	assert.False(t, changed)
	other, changed := e.Text("s3://b/"+p.Source.TraceID+"/4111111111111111/", p, &tally)
	assert.True(t, changed, "another address")
	assert.NotContains(t, other, p.Source.SpanID)
}

// Users make keys of attributes, too.
func TestReferencesHoldNoFindings(t *testing.T) {
	t.Parallel()
	const template = "s3://b/{trace_id}/{span_id}/{attribute}"
	e := newEngine(t, Settings{Content: ContentPolicies{
		InputContent: {Action: ReferenceContent, Reference: template}, MediaContent: {Action: ReferenceContent, Reference: template},
	}})
	p := Place{Attribute: "alice@example.com.prompt", Source: source}
	var tally Tally
	whole, _ := e.ReplaceContent("hello", InputContent, p, &tally)
	media, _ := e.Media([]byte{0xFF}, p, &tally)
	inText, _ := e.Text("data:image/png;base64,"+strings.Repeat("iVBORw0KGgo9", 30), p, &tally)
	for _, out := range []string{whole, media, inText} {
		assert.True(t, strings.HasSuffix(out, "/%3CEMAIL%3E"), out)
		again, changed := e.Text(out, p, &tally)
		assert.Equal(t, out, again)
		assert.False(t, changed)
	}
}

func TestContentPoliciesAreChecked(t *testing.T) {
	t.Parallel()
	refers := func(template string) ContentPolicy {
		return ContentPolicy{Action: ReferenceContent, Reference: template}
	}
	for _, c := range []struct {
		kind   ContentKind
		policy ContentPolicy
		want   string
	}{
		{InputContent, ContentPolicy{Action: 99}, "content::input: expected an action, found number 99"},
		{OutputContent, ContentPolicy{Action: TruncateContent}, "content::output: truncate: expected a number of bytes from 1, found 0"},
		{MediaContent, ContentPolicy{Action: TruncateContent, Bytes: 9}, "content::media: truncate: expected keep, drop, hash or reference, since a part of a picture is none"},
		{InputContent, ContentPolicy{Action: HashContent}, "content::input: hash: expected a key in pseudonym::key or pseudonym::key_file, found none"},
		{SystemContent, refers(""), "content::system: reference: expected 1 to 256 characters, found 0"},
		{SystemContent, refers(strings.Repeat("a", 257)), "content::system: reference: expected 1 to 256 characters, found 257"},
		{SystemContent, refers("s3://b/{trace_id}/{kind}"), "content::system: reference: expected {trace_id} and {span_id} in it, so that each span has an address of its own"},
		{SystemContent, refers("s3://b/{trace_id}/{span_id}/{user}"), "content::system: reference: expected {trace_id}, {span_id}, {kind} or {attribute}, found {user}"},
		{SystemContent, refers("s3://b/{trace_id}/{span_id}/{kind"), "content::system: reference: expected each { with its }"},
		{SystemContent, refers("s3://b/}{trace_id}/{span_id}"), "content::system: reference: expected each { with its }"},
		{ToolsContent, refers("s3://ü/{trace_id}/{span_id}"), `content::tools: reference: expected printable ASCII characters other than blanks, " and \`},
		{ToolsContent, refers(`s3://"/{trace_id}/{span_id}`), `content::tools: reference: expected printable ASCII characters other than blanks, " and \`},
	} {
		t.Run(c.want, func(t *testing.T) {
			t.Parallel()
			var policies ContentPolicies
			policies[c.kind] = c.policy
			_, err := New(Settings{Content: policies})
			assert.EqualError(t, err, c.want)
		})
	}
}

// Arrays of numbers, such as tokens and embeddings, take no memory.
func TestNumbersInArraysAreNoNodes(t *testing.T) {
	t.Parallel()
	tree := contentTree{maxDepth: 9}
	assert.True(t, tree.read([]byte(`[1,-2.5e3,[true,null],{"a":4},"b"]`)))
	assert.Len(t, tree.nodes, 5)
	assert.Equal(t, []int{5, 2, 4, 4, 5}, []int{tree.nodes[0].next, tree.nodes[1].next, tree.nodes[2].next, tree.nodes[3].next, tree.nodes[4].next})
}

// Messages that are huge, deep or no JSON neither stop a pass nor get through it.
func TestContentPassesAreBounded(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Content: drops(SystemContent), MaxDepth: 8, MaxValueBytes: 1 << 20})
	deep := strings.Repeat("[", 9) + strings.Repeat("]", 9)
	for name, in := range map[string]string{
		"too deep": deep, "too long": strings.Repeat(`{"role":"system"}`, 1<<17), "brackets": strings.Repeat("[", 1<<20),
		"quotes": strings.Repeat(`"`, 1<<20), "escapes": `"` + strings.Repeat(`\\`, 1<<19-4) + `"`,
	} {
		var tally Tally
		out, _ := e.ReplaceContentParts(in, InputContent, Place{}, &tally)
		out, _ = e.Text(out, Place{}, &tally)
		assert.NotContains(t, out, "system", name)
	}
}

func TestContentNames(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "[input output system tools documents media]", fmt.Sprint(ContentKinds()))
	assert.Equal(t, "[keep truncate reference hash drop]", fmt.Sprint(ContentActions()))
	assert.Empty(t, ContentKind(99).String())
	assert.Empty(t, ContentAction(99).String())
	var tally Tally
	assert.Zero(t, tally.Content(99, DropContent))
	assert.Zero(t, tally.Content(InputContent, 99))
	e := newEngine(t, Settings{})
	assert.Equal(t, KeepContent, e.ContentAction(99))
	assert.False(t, e.ReplacesContent() || e.TruncatesContent())
}

// Laws, for any text: JSON stays JSON, twice is once, what is looked through after is clean and stays as the policies left it, and of a cut text no
// string is longer than it may be.
func FuzzContent(f *testing.F) {
	f.Add(conversation, uint8(InputContent), 5)
	f.Add(conversation[:len(conversation)/2], uint8(MixedContent), 3)
	f.Add(`{"a":"{\"role\":\"system\",\"content\":[\"\\u00e9\\ud83d\\ude00\"]}","tools":null}`, uint8(OutputContent), 1)
	f.Add("mail alice@example.com…[genai: 12 bytes]", uint8(InputContent), 9)
	f.Add(`{"type":"image","data":"iVBO","role":"system"}`, uint8(MixedContent), 2)
	for _, c := range textCases() {
		f.Add(c.in, uint8(InputContent), 12)
	}
	f.Fuzz(func(t *testing.T, in string, kind uint8, size int) {
		if len(in) > 2048 || size < 1 || kind == 0 || kind >= uint8(contentKindCount) {
			t.Skip("too long, or no policy")
		}
		k := ContentKind(kind)
		cut := ContentPolicy{Action: TruncateContent, Bytes: size}
		e := newEngine(t, Settings{Content: ContentPolicies{
			InputContent: cut, OutputContent: cut, SystemContent: {Action: DropContent},
			ToolsContent: {Action: ReferenceContent, Reference: "s3://b/{trace_id}/{span_id}/{attribute}"}, MediaContent: {Action: DropContent},
		}})
		p := Place{Attribute: "a", Source: source}
		all := func(in string, tally *Tally) string {
			out, _ := e.ReplaceContentParts(in, k, p, tally)
			out, _ = e.Text(out, p, tally)
			out, _ = e.Truncate(out, k, p, tally)
			return out
		}
		var tally, second Tally
		out := all(in, &tally)
		if json.Valid([]byte(in)) && tally.Failures() == 0 && (in[0] == '{' || in[0] == '[') && !json.Valid([]byte(out)) {
			t.Error("JSON became none")
		}
		if again := all(out, &second); again != out || second != (Tally{}) && second.SkippedMedia() == 0 {
			t.Errorf("twice is not once: %q, then %q", out, again)
		}
	})
}
