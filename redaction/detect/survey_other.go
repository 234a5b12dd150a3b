//go:build !amd64 || purego

package detect

// survey surveys blocks of text, which has lookahead bytes more than they.
func survey(blocks []block, text []byte, s *shape) { surveyByTable(blocks, text, &s.table) }
