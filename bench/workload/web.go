package workload

import (
	"strconv"

	"go.opentelemetry.io/collector/pdata/ptrace"
)

// routes have braces for ids.
var routes = []string{"/orders/{id}", "/carts/{id}/items", "/users/{id}/settings", "/search", "/health", "/api/v2/documents/{id}"}

// putWeb fills a span of a service without GenAI: half of them served requests, the others calls of another service or of a database.
func (g *Generator) putWeb(span ptrace.Span) {
	switch g.random.IntN(4) {
	case 0:
		g.putClient(span)
	case 1:
		g.putDatabase(span)
	default:
		g.putServer(span)
	}
}

// putServer fills a served request of 13 attributes.
func (g *Generator) putServer(span ptrace.Span) {
	method, route := pick(g.random, []string{"GET", "GET", "POST", "PUT"}), pick(g.random, routes)
	span.SetName(method + " " + route)
	span.SetKind(ptrace.SpanKindServer)
	a := span.Attributes()
	a.EnsureCapacity(13)
	a.PutStr("http.request.method", method)
	a.PutStr("http.route", route)
	a.PutInt("http.response.status_code", int64(pick(g.random, []int{200, 200, 200, 201, 304, 404})))
	a.PutStr("url.scheme", "https")
	a.PutStr("url.path", "/orders/"+g.number())
	a.PutStr("url.query", "page="+strconv.Itoa(g.random.IntN(40)))
	a.PutStr("server.address", "shop.example.com")
	a.PutInt("server.port", 443)
	a.PutStr("network.protocol.name", "http")
	a.PutStr("network.protocol.version", "1.1")
	a.PutStr("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130 Safari/537.36")
	a.PutInt("http.response.body.size", int64(g.random.IntN(90_000)))
	a.PutInt("thread.id", int64(g.random.IntN(64)))
}

// putClient fills an outgoing request of 10 attributes.
func (g *Generator) putClient(span ptrace.Span) {
	span.SetName("POST")
	span.SetKind(ptrace.SpanKindClient)
	a := span.Attributes()
	a.EnsureCapacity(10)
	a.PutStr("http.request.method", "POST")
	a.PutStr("url.full", "https://stock.example.com/items/"+g.number()+"/reserve?count="+strconv.Itoa(1+g.random.IntN(9)))
	a.PutStr("server.address", "stock.example.com")
	a.PutInt("server.port", 443)
	a.PutInt("http.response.status_code", 200)
	a.PutStr("network.protocol.name", "http")
	a.PutStr("network.protocol.version", "2")
	a.PutStr("peer.service", "stock")
	a.PutInt("http.request.body.size", int64(g.random.IntN(4_000)))
	a.PutInt("thread.id", int64(g.random.IntN(64)))
}

// putDatabase fills a query of 14 attributes.
func (g *Generator) putDatabase(span ptrace.Span) {
	span.SetName("SELECT order_items")
	span.SetKind(ptrace.SpanKindClient)
	a := span.Attributes()
	a.EnsureCapacity(14)
	a.PutStr("db.system.name", "postgresql")
	a.PutStr("db.namespace", "shop")
	a.PutStr("db.collection.name", "order_items")
	a.PutStr("db.operation.name", "SELECT")
	a.PutStr("db.query.summary", "SELECT order_items products")
	a.PutStr("db.query.text", "SELECT i.id, i.count, p.title FROM order_items i JOIN products p ON p.id = i.product_id WHERE i.order_id = $1 LIMIT 50")
	a.PutInt("db.response.returned_rows", int64(g.random.IntN(50)))
	a.PutStr("db.response.status_code", "00000")
	a.PutStr("server.address", "db.example.com")
	a.PutInt("server.port", 5432)
	a.PutStr("peer.service", "orders-db")
	a.PutStr("code.function.name", "shop.orders.items")
	a.PutInt("code.line.number", int64(g.random.IntN(900)))
	a.PutInt("thread.id", int64(g.random.IntN(64)))
}

// number returns the number of an order: of six digits, so that no detector takes it for anything else.
func (g *Generator) number() string { return strconv.Itoa(100_000 + g.random.IntN(900_000)) }
