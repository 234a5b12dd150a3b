package redaction

// Default limits, in force where a setting is zero.
const (
	DefaultMaxValueBytes = 4 << 20
	DefaultMaxDepth      = 64
)

// Settings are what a user can set. The zero Settings are the defaults.
type Settings struct {
	Allow         []Allow // findings to leave as they are
	MaxValueBytes int     // a longer value is replaced whole and counted as a failure; 0: DefaultMaxValueBytes
	MaxDepth      int     // JSON nested deeper is replaced whole and counted as a failure; 0: DefaultMaxDepth
}
