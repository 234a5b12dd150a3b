// Package collector runs a built collector, and the load generator beside it, as processes of their own, and says what the collector
// uses. It needs Linux: what a process uses is read from /proc.
package collector
