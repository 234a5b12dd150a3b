package detect

// callingCode is an assigned country code with the number of digits that follow it.
type callingCode struct {
	code     int
	min, max int
}

// Country codes by "List of ITU-T Recommendation E.164 assigned country codes" (ITU Operational Bulletin; one- and two-digit codes and
// the blocks of three-digit codes). Lengths of national numbers are given, generously, where the national plan fixes them
// (ITU-T E.129 presentations); elsewhere anyLength holds.
var callingCodes = []callingCode{
	{1, 10, 10}, {7, 10, 10},
	{20, 8, 10}, {27, 9, 9},
	{30, 10, 10}, {31, 9, 9}, {32, 8, 9}, {33, 9, 9}, {34, 9, 9}, {36, 8, 9}, {39, 6, 12},
	{40, 9, 9}, {41, 9, 9}, {43, 5, 13}, {44, 9, 10}, {45, 8, 8}, {46, 7, 10}, {47, 8, 8}, {48, 9, 9}, {49, 6, 12},
	{51, 8, 9}, {52, 10, 11}, {53, 6, 8}, {54, 10, 11}, {55, 10, 11}, {56, 9, 9}, {57, 8, 10}, {58, 10, 10},
	{60, 7, 10}, {61, 9, 9}, {62, 7, 12}, {63, 8, 10}, {64, 8, 10}, {65, 8, 8}, {66, 8, 9},
	{81, 9, 10}, {82, 8, 11}, {84, 8, 10}, {86, 9, 11},
	{90, 10, 10}, {91, 10, 10}, {92, 9, 10}, {93, 9, 9}, {94, 9, 9}, {95, 7, 10}, {98, 10, 10},
}

// callingBlocks are the assigned codes of three digits, as ranges.
var callingBlocks = [][2]int{
	{211, 213}, {216, 216}, {218, 218}, {220, 258}, {260, 269}, {290, 291}, {297, 299},
	{350, 359}, {370, 378}, {380, 383}, {385, 387}, {389, 389},
	{420, 421}, {423, 423}, {500, 509}, {590, 599},
	{670, 670}, {672, 683}, {685, 692},
	{800, 800}, {808, 808}, {850, 850}, {852, 853}, {855, 856}, {870, 870}, {878, 878}, {880, 883}, {886, 886}, {888, 888},
	{960, 968}, {970, 977}, {979, 979}, {992, 996}, {998, 998},
}

// anyLength is the range of lengths of national numbers of the codes in callingBlocks.
var anyLength = [2]int{6, 11}

// isCallable reports whether digits, of which size count, are a country code and a national number of a length in use there.
func isCallable(digits []byte, size int) bool {
	if len(digits) < 4 || size < minPhone+1 || size > maxPhone || digits[0] == '0' {
		return false
	}
	one := int(digits[0] - '0')
	two := one*10 + int(digits[1]-'0')
	three := two*10 + int(digits[2]-'0')
	for _, c := range callingCodes {
		switch c.code {
		case one:
			return size-1 >= c.min && size-1 <= c.max && (one != 1 || digits[1] >= '2')
		case two:
			return size-2 >= c.min && size-2 <= c.max
		}
	}
	for _, block := range callingBlocks {
		if three >= block[0] && three <= block[1] {
			return size-3 >= anyLength[0] && size-3 <= anyLength[1]
		}
	}
	return false
}

// codeLength returns the number of digits of the country code that digits, three or more, start with; 0 if they start with none.
func codeLength(digits []byte) int {
	if digits[0] == '1' || digits[0] == '7' {
		return 1
	}
	two := decimal(digits[:2])
	for _, c := range callingCodes {
		if c.code == two {
			return 2
		}
	}
	for _, block := range callingBlocks {
		if three := decimal(digits[:3]); three >= block[0] && three <= block[1] {
			return 3
		}
	}
	return 0
}
