package detect

// The MRZ detector finds the machine-readable zone of travel documents by ICAO Doc 9303: two lines of 44 characters (passports, part 4),
// two of 36 (part 6) or three of 30 (part 5) of capitals, digits and "<", whose check digits for the document number, the date of
// birth and the date of expiry are right. The filler "<<", which every zone has, is the trigger.
var mrz = Detector{Entities: []Entity{MRZ}, Bytes: "<", Next: isFiller, Find: findMRZ}

const (
	maxMRZLine = 44
	maxMRZGap  = 16 // bytes between two lines: line ends, a blank, indentation, line numbers, signs of quotation
)

// mrzLine is a line [start, end).
type mrzLine struct{ start, end int }

func (l mrzLine) size() int { return l.end - l.start }

func isFiller(c byte) bool { return c == '<' }

func findMRZ(t *Text, at int) bool {
	b := t.Bytes
	if byteAt(b, at+1) != '<' || at < t.mrzSeen {
		return false
	}
	line, ok := mrzLineAt(t, at)
	t.mrzSeen = line.end // one look a line
	if !ok {
		return false
	}
	lines := [3]mrzLine{line}
	n := 1
	for n < 3 { // lines before
		previous, ok := mrzLineBefore(t, lines[0])
		if !ok {
			break
		}
		copy(lines[1:], lines[:n])
		lines[0] = previous
		n++
	}
	for n < 3 { // lines behind
		next, ok := mrzLineBehind(t, lines[n-1])
		if !ok {
			break
		}
		lines[n] = next
		n++
	}
	if !isMRZ(b, lines[:n]) {
		return false
	}
	end := lines[n-1].end
	return t.add(MRZ, lines[0].start, end, end)
}

// mrzLineAt returns the line around at, if it has one of the three lengths.
func mrzLineAt(t *Text, at int) (mrzLine, bool) {
	b := t.Bytes
	i, j := at, at
	for i > 0 && at-i <= maxMRZLine && isMRZByte(b[i-1]) {
		i--
	}
	for j < len(b) && j-at <= maxMRZLine && isMRZByte(b[j]) {
		j++
	}
	t.Work += j - i
	size := j - i
	return mrzLine{i, j}, size == 44 || size == 36 || size == 30
}

// mrzLineBefore returns the line of the same size that ends before l.
func mrzLineBefore(t *Text, l mrzLine) (mrzLine, bool) {
	b := t.Bytes
	for i := l.start - 1; i >= 0 && l.start-i <= maxMRZGap+1; i-- {
		if isMRZByte(b[i]) && !isMRZByte(b[i+1]) {
			if previous, ok := mrzLineAt(t, i); ok && previous.size() == l.size() {
				return previous, true
			}
		}
	}
	return mrzLine{}, false
}

// mrzLineBehind returns the line of the same size that starts behind l.
func mrzLineBehind(t *Text, l mrzLine) (mrzLine, bool) {
	b := t.Bytes
	for i := l.end + 1; i < len(b) && i-l.end <= maxMRZGap; i++ {
		if isMRZByte(b[i]) && !isMRZByte(b[i-1]) {
			if next, ok := mrzLineAt(t, i); ok && next.size() == l.size() {
				return next, true
			}
		}
	}
	return mrzLine{}, false
}

func isMRZByte(c byte) bool { return c == '<' || classes[c]&(upper|digit) != 0 }

// isMRZ checks the check digits, at the places where each size of document has them.
func isMRZ(b []byte, lines []mrzLine) bool {
	if size := lines[0].size(); size == 30 {
		if len(lines) != 3 {
			return false
		}
		first, second := b[lines[0].start:lines[0].end], b[lines[1].start:lines[1].end]
		return mrzCheck(first[5:14], first[14]) && mrzCheck(second[0:6], second[6]) && mrzCheck(second[8:14], second[14])
	}
	if len(lines) != 2 {
		return false
	}
	second := b[lines[1].start:lines[1].end]
	return mrzCheck(second[0:9], second[9]) && mrzCheck(second[13:19], second[19]) && mrzCheck(second[21:27], second[27])
}

// mrzCheck reports whether check is the check digit of field: weights 7, 3, 1, letters from 10 on, modulo 10 (Doc 9303, part 3,
// section 4.9).
func mrzCheck(field []byte, check byte) bool {
	weights := [3]int{7, 3, 1}
	sum, filled := 0, false
	for i, c := range field {
		value := 0
		switch {
		case is(c, digit):
			value, filled = int(c-'0'), true
		case is(c, upper):
			value, filled = int(c-'A')+10, true
		}
		sum += value * weights[i%3]
	}
	return filled && is(check, digit) && sum%10 == int(check-'0')
}
