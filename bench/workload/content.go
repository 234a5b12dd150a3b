package workload

import (
	"math/rand/v2"
	"strings"
)

// templates are what tools return and documents hold beside prose, a template for a few lines each. Braces stand for what differs: see fill.
// None of it is a finding.
var templates = []struct{ name, template string }{
	{"letters and blanks alone", "the quick brown fox jumps over the lazy dog and sleeps until the next morning comes around again "},
	{"Markdown", "## Step {n}\n\n- **Open** the [guide](https://docs.example.com/guide/step-{n}) and run `make all`.\n" +
		"- It takes {ms} ms and costs $1{n}.50 (about {pct} % more).\n\n"},
	{"source code", "func (s *Server) handle{n}(w http.ResponseWriter, r *http.Request) {open}\n\tid := r.URL.Query().Get(\"id\")\n" +
		"\tif id == \"\" || s.size > {count} {open}\n\t\thttp.Error(w, \"missing id\", 400)\n\t\treturn\n\t{close}\n{close}\n\n" +
		"def load(self, name: str, limit={n}) -> Optional[str]:\n    value = self._data.get(name, None)\n    return value[:limit]\n\n"},
	{"SQL", "SELECT u.id, u.name, o.total FROM users u JOIN orders o ON o.user_id = u.id WHERE o.created_at > '{date}' " +
		"AND o.status = 'paid' ORDER BY o.total DESC LIMIT {n};\n"},
	{"HTML", "<div class=\"row\" id=\"r{n}\"><a href=\"/items/{count}?page={n}&amp;lang=en\">Item {n}</a>" +
		"<span style=\"color:#33ff00\">{pct}&nbsp;%</span></div>\n"},
	{"YAML", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web-{n}\n  labels:\n    app: web\nspec:\n  replicas: {small}\n" +
		"  image: nginx:{version}\n---\n"},
	{"JSON in prose", "Result {n}: {open}\"id\": {count}, \"name\": \"Widget\", \"tags\": [\"a\", \"b\"], \"price\": {n}.99, \"created\": \"{date}T{time}:00Z\"{close}\n"},
	{"log lines", "{date}T{time}:07.{ms}Z INFO [main] request_id=4f9c2a7e-1b3d-4c5e-8f6a-7b8c9d0e{count} status=200 dur={n}.5ms path=/api/v1/items bytes={count}\n"},
	{"table of numbers", "{count},{date},Widget,{n}.99,{small},{ms}.97,EU-WEST,shipped\n"},
	{"addresses of pages", "https://www.example.com/shop%20items/{n}?q=red%20shoes&lang=en&page={n}\n"},
	{"embedding", "0.0{count}, -0.01{count}, 0.2{ms}, -0.00{count}, "},
}

// ContentKinds are the names of the kinds of content that [ContentOf] makes.
func ContentKinds() []string {
	names := make([]string, len(templates))
	for i, k := range templates {
		names[i] = k.name
	}
	return names
}

// ContentOf returns count texts of size bytes or a little more of the kind at index kind of ContentKinds, no two of them the same but those of letters
// and blanks alone, which start with a number of their own.
func ContentOf(kind, size, count int) []string {
	r := rand.New(rand.NewPCG(uint64(kind), 2026))
	texts := make([]string, count)
	for i := range texts {
		var b strings.Builder
		b.WriteString(fill(r, "{count} {ms}\n"))
		for b.Len() < size {
			b.WriteString(fill(r, templates[kind].template))
		}
		texts[i] = b.String()
	}
	return texts
}
