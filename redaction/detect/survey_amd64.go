//go:build !purego

package detect

// hasAVX2 reports whether the processor has AVX2 and the system saves its registers.
var hasAVX2 = func() bool {
	const (
		osxsave = 1 << 27 // in ECX of leaf 1
		avx2    = 1 << 5  // in EBX of leaf 7
		saved   = 1<<1 | 1<<2
	)
	if most, _, _ := cpuid(0); most < 7 {
		return false
	}
	if _, _, c := cpuid(1); c&osxsave == 0 || xgetbv()&saved != saved {
		return false
	}
	_, b, _ := cpuid(7)
	return b&avx2 != 0
}()

// survey surveys blocks of text, which has lookahead bytes more than they.
func survey(blocks []block, text []byte, s *shape) {
	if !hasAVX2 || len(blocks) == 0 {
		surveyByTable(blocks, text, &s.table)
		return
	}
	_ = text[len(blocks)*blockSize+lookahead-1]
	surveyAVX2(&blocks[0], &text[0], len(blocks), s)
	for i := range s.more {
		addStopsAVX2(&blocks[0], &text[0], len(blocks), &s.more[i])
	}
}

// surveyAVX2 surveys count blocks of text, but for s.more.
//
//go:noescape
func surveyAVX2(blocks *block, text *byte, count int, s *shape)

// addStopsAVX2 adds to the stops of blocks where t has three bytes of text.
//
//go:noescape
func addStopsAVX2(blocks *block, text *byte, count int, t *triples)

// cpuid returns registers of the instruction CPUID for a leaf, at subleaf 0.
func cpuid(leaf uint32) (eax, ebx, ecx uint32)

// xgetbv returns the lower half of XCR0.
func xgetbv() uint32
