package redaction

// Default limits, in force where a setting is zero.
const (
	DefaultMaxValueBytes = 4 << 20
	DefaultMaxDepth      = 64
)

// Settings are what a user can set. The zero Settings are the defaults.
type Settings struct {
	Packs         []string                  // names of packs, as [PackNames] lists them; none: "default"
	Action        Action                    // of entities for which Entities has no other
	Pseudonym     PseudonymSettings         // the key of Pseudonym, which that action needs
	Mask          MaskSettings              // what Mask leaves of entities for which Entities says nothing else
	Placeholder   string                    // template of what Replace writes; "": DefaultPlaceholder
	Entities      map[string]EntitySettings // by the name of an entity, over the packs
	Content       ContentPolicies           // what becomes of content, by its kind
	Allow         []Allow                   // findings to leave as they are
	Deny          []Deny                    // terms that are always found
	Rules         []Rule                    // what else is found
	MaxValueBytes int                       // a longer value is replaced whole and counted as a failure; 0: DefaultMaxValueBytes
	MaxDepth      int                       // JSON nested deeper is replaced whole and counted as a failure; 0: DefaultMaxDepth
}

// EntitySettings are what is different for one entity.
type EntitySettings struct {
	Enabled *bool   // false: it is not found; true: it is, whether a pack has it or not; nil: as the packs say
	Action  *Action // nil: Settings.Action
	Mask    MaskSettings
}
