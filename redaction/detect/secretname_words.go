package detect

// The words that [Scanner.nameOf] knows, in lower case.

// secretWords are the ends of names that nameOf looks for.
var secretWords = []string{"credential", "credentials", "cred", "creds", "auth", "bearer", "secret", "token", "pass", "pat", "pw", "key"}

// secretNouns are those that need no word before them.
var secretNouns = []string{"credential", "credentials", "cred", "creds", "auth"}

// secretKeys are words before "key" with which UUIDs are secrets, too.
var secretKeys = []string{"access", "admin", "auth", "deploy", "integration", "license", "licence", "master"}

// joinedKeys are names of keys that are written as one word in small letters or capitals as well.
var joinedKeys = []string{
	"accesskey", "adminkey", "appkey", "authkey", "deploykey", "encryptkey", "licensekey", "licencekey", "masterkey", "serverkey", "servicekey",
	"sharedkey",
}

// qualifiers are words behind a name that leave what it says as it is.
var qualifiers = []string{"value", "old", "new", "prod"}

// notNumbered are last words of names that mean something else with a number right behind them, or alone with one: pieces of text, OAuth2, the
// passes of a compiler.
var notNumbered = []string{"token", "auth", "oauth", "pass", "pw", "pat"}

// notSecretPats are words before "pat" that make it a pattern.
var notSecretPats = []string{"file", "glob", "match", "name", "path", "re", "regex", "search", "split", "url", "ver", "version"}

// notSecretPasses are words before "pass" that make it a round or a result.
var notSecretPasses = []string{"build", "first", "last", "render", "second", "single", "test", "tests"}

// notSecretTokens are words before "token" that make it a place in a list or a piece of text.
var notSecretTokens = []string{
	"page", "next", "continuation", "pagination", "cursor", "sync", "resume", "eos", "bos", "pad", "padding", "unk", "unknown", "sep",
	"cls", "mask",
	"stop", "start", "end", "special", "prompt", "completion", "max", "min", "per", "each", "last", "first", "previous", "prev", "current",
	"input",
	"output", "total", "text", "chunk", "best", "top", "new", "extra", "change", "sampled", "sort", "logprob", "audio", "image", "delimiter",
	"lock", "fencing", "cache", "public", "sub",
}

// notSecretKeys are words before "key" that make it the name or the place of something.
var notSecretKeys = []string{
	"cache", "primary", "partition", "sort", "foreign", "routing", "idempotency", "hash", "public", "object", "map", "index", "lookup",
	"group",
	"row", "unique", "dedup", "dedupe", "deduplication", "trace", "message", "event", "config", "json", "dict", "item", "page", "file", "blob",
	"translation", "shard", "range", "issue", "project", "ticket", "job", "task", "cursor", "composite", "entity", "record", "document", "doc",
	"image", "resource", "data", "storage", "memo", "state", "thread", "run", "checkpoint", "prompt", "template", "request", "response",
	"model", "tool",
	"the", "this", "that", "each", "any", "one", "same", "given", "every", "no", "first", "last", "next", "missing", "duplicate", "for",
	"with", "by",
	"fingerprint", "metric", "label", "tag", "attribute", "column", "field", "property", "parent", "child", "aggregation", "bucket",
	"redis", "kv", "memcache", "s3", "gcs", "alternate", "artifact", "asset", "attachment", "business", "candidate", "dataset", "element",
	"entry", "external", "feature", "flag", "folder", "grouping", "i18n", "join", "kafka", "list", "locale", "lock", "media", "mutex", "mutation",
	"natural", "order", "ordering", "path", "queue", "react", "registry", "shortcut", "sibling", "slot", "sorting", "store", "surrogate", "swr",
	"thumbnail", "topic", "upload", "variable", "memory", "answer", "cell", "r2", "get", "hit", "miss", "evicted",
	"host", "publishable",
}

// secretNameEnds holds the last bytes of names of which nameOf may know something.
var secretNameEnds = indexSecretWords()

func indexSecretWords() (ends [256]bool) {
	for _, list := range [][]string{secretWords, qualifiers} {
		for _, word := range list {
			for _, c := range cases(word[len(word)-1]) {
				ends[c] = true
			}
		}
	}
	for c := '0'; c <= '9'; c++ {
		ends[c] = true
	}
	return ends
}
