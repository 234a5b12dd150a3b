//go:build !purego

#include "textflag.h"

// Offsets in shape.
#define firstLow    0(BX)
#define firstHigh   32(BX)
#define secondLow   64(BX)
#define secondHigh  96(BX)
#define thirdLow    128(BX)
#define thirdHigh   160(BX)
#define rowsLow     192(BX)
#define rowsHigh    224(BX)
#define stopLow     256(BX)
#define stopHigh    288(BX)
#define gap         320(BX)
#define short       352(BX)

DATA nibble<>+0(SB)/1, $0x0f
GLOBL nibble<>(SB), RODATA|NOPTR, $1
DATA backslash<>+0(SB)/1, $0x5c
GLOBL backslash<>(SB), RODATA|NOPTR, $1
// Added to a byte, this brings digits to the lowest signed numbers.
DATA fromDigit<>+0(SB)/1, $0x50
GLOBL fromDigit<>(SB), RODATA|NOPTR, $1
// The lowest number that is none any more.
DATA pastDigit<>+0(SB)/1, $0x8a
GLOBL pastDigit<>(SB), RODATA|NOPTR, $1

// NIBBLES leaves the lower halves of the bytes of in in low, the upper ones in high.
#define NIBBLES(in, low, high) \
	VPAND  Y15, in, low   \
	VPSRLW $4, in, high   \
	VPAND  Y15, high, high

// LOOKUP looks up the indices of in in the table at address.
#define LOOKUP(address, in, out) \
	VMOVDQU address, out      \
	VPSHUFB in, out, out

// BITS leaves in out a bit for each byte of in that is not zero.
#define BITS(in, out) \
	VPCMPEQB  Y14, in, in \
	VPMOVMSKB in, out     \
	NOTL      out

// PATTERNS leaves in Y3 the buckets that have the three bytes at offset of the text and behind it, and the halves of the first one in Y1 and
// Y2.
#define PATTERNS(offset, next, afterNext) \
	VMOVDQU   offset(SI), Y0       \
	NIBBLES(Y0, Y1, Y2)            \
	LOOKUP(firstLow, Y1, Y3)       \
	LOOKUP(firstHigh, Y2, Y4)      \
	VPAND     Y4, Y3, Y3           \
	VMOVDQU   next(SI), Y5         \
	NIBBLES(Y5, Y6, Y7)            \
	LOOKUP(secondLow, Y6, Y4)      \
	VPAND     Y4, Y3, Y3           \
	LOOKUP(secondHigh, Y7, Y4)     \
	VPAND     Y4, Y3, Y3           \
	VMOVDQU   afterNext(SI), Y5    \
	NIBBLES(Y5, Y6, Y7)            \
	LOOKUP(thirdLow, Y6, Y4)       \
	VPAND     Y4, Y3, Y3           \
	LOOKUP(thirdHigh, Y7, Y4)      \
	VPAND     Y4, Y3, Y3

// HALF surveys 32 bytes at offset of the text, into R8 (stops), R9 (digits), R10 (gaps), R11 (backslashes), R12 (highs), R13 (short).
#define HALF(offset, next, afterNext) \
	PATTERNS(offset, next, afterNext) \
	LOOKUP(rowsLow, Y2, Y5)        \
	LOOKUP(stopLow, Y1, Y4)        \
	VPAND     Y5, Y4, Y4           \
	VPOR      Y4, Y3, Y3           \
	LOOKUP(rowsHigh, Y2, Y6)       \
	LOOKUP(stopHigh, Y1, Y4)       \
	VPAND     Y6, Y4, Y4           \
	VPOR      Y4, Y3, Y3           \
	BITS(Y3, R8)                   \
	LOOKUP(gap, Y1, Y4)            \
	VPAND     Y5, Y4, Y4           \
	BITS(Y4, R10)                  \
	LOOKUP(short, Y1, Y4)          \
	VPAND     Y5, Y4, Y4           \
	BITS(Y4, R13)                  \
	VPADDB    Y12, Y0, Y4          \
	VPCMPGTB  Y4, Y11, Y4          \
	VPMOVMSKB Y4, R9               \
	VPCMPEQB  Y13, Y0, Y4          \
	VPMOVMSKB Y4, R11              \
	VPMOVMSKB Y0, R12

// UPPER joins the bits of the upper half with those of the lower one, which block holds.
#define UPPER(bits, at) \
	SHLQ $32, bits      \
	ORQ  bits, at(DI)

// func surveyAVX2(blocks *block, text *byte, count int, s *shape)
TEXT ·surveyAVX2(SB), NOSPLIT, $0-32
	MOVQ blocks+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ count+16(FP), CX
	MOVQ s+24(FP), BX
	VPXOR        Y14, Y14, Y14
	VPBROADCASTB nibble<>(SB), Y15
	VPBROADCASTB backslash<>(SB), Y13
	VPBROADCASTB fromDigit<>(SB), Y12
	VPBROADCASTB pastDigit<>(SB), Y11

next:
	TESTQ CX, CX
	JZ    done
	HALF(0, 1, 2)
	MOVQ R8, 0(DI)
	MOVQ R9, 8(DI)
	MOVQ R10, 16(DI)
	MOVQ R11, 24(DI)
	MOVQ R12, 32(DI)
	MOVQ R13, 40(DI)
	HALF(32, 33, 34)
	UPPER(R8, 0)
	UPPER(R9, 8)
	UPPER(R10, 16)
	UPPER(R11, 24)
	UPPER(R12, 32)
	UPPER(R13, 40)
	ADDQ $64, SI
	ADDQ $48, DI
	DECQ CX
	JMP  next

done:
	VZEROUPPER
	RET

// func addStopsAVX2(blocks *block, text *byte, count int, t *triples)
TEXT ·addStopsAVX2(SB), NOSPLIT, $0-32
	MOVQ blocks+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ count+16(FP), CX
	MOVQ t+24(FP), BX
	VPXOR        Y14, Y14, Y14
	VPBROADCASTB nibble<>(SB), Y15

more:
	TESTQ CX, CX
	JZ    end
	PATTERNS(0, 1, 2)
	BITS(Y3, R8)
	ORQ  R8, 0(DI)
	PATTERNS(32, 33, 34)
	BITS(Y3, R8)
	UPPER(R8, 0)
	ADDQ $64, SI
	ADDQ $48, DI
	DECQ CX
	JMP  more

end:
	VZEROUPPER
	RET

// func cpuid(leaf uint32) (eax, ebx, ecx uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-20
	MOVL leaf+0(FP), AX
	XORL CX, CX
	CPUID
	MOVL AX, eax+8(FP)
	MOVL BX, ebx+12(FP)
	MOVL CX, ecx+16(FP)
	RET

// func xgetbv() uint32
TEXT ·xgetbv(SB), NOSPLIT, $0-4
	XORL CX, CX
	XGETBV
	MOVL AX, ret+0(FP)
	RET
