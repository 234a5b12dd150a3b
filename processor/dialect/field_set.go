package dialect

// fieldSet is a set of fields, one bit for each. The zero value is empty; copies are independent.
type fieldSet [(numFields + fieldsPerWord - 1) / fieldsPerWord]uint64

const fieldsPerWord = 64

func (s *fieldSet) has(f Field) bool { return s[f/fieldsPerWord]&(1<<(f%fieldsPerWord)) != 0 }

func (s *fieldSet) add(f Field) { s[f/fieldsPerWord] |= 1 << (f % fieldsPerWord) }

func (s *fieldSet) remove(f Field) { s[f/fieldsPerWord] &^= 1 << (f % fieldsPerWord) }
