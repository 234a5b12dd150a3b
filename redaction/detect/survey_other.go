//go:build !amd64

package detect

// survey surveys blocks of text, which has lookahead bytes more than they.
func survey(blocks []block, text []byte, s *shape) { surveyPlainly(blocks, text, s) }
