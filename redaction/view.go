package redaction

import "unsafe"

// view returns the bytes of s without a copy of them, to read only. The engine writes to no text that it is given: what it derives
// (unescaped, folded, decoded, spliced) it appends to buffers of its own, and a view has no room to append to. A write to a view of a
// constant, as most texts of the tests are, would end the process.
func view(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
