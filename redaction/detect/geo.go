package detect

// geo finds places on Earth: latitude and longitude in degrees (ISO 6709, annex D) with four decimals or more, which is 11 metres, as a
// pair in either order beside a context word or with the letters of the hemispheres, or each behind its name ("lat=48.8584").
//
// Not a place: a pair out of range, numbers of a longer row such as a vector of an embedding.
var geo = Detector{
	Entities: []Entity{GeoCoordinates}, Packs: PackGeo,
	Numbers: &Digits{First: []int{1, 2, 3}, Min: 5, Next: isFullStop, Near: hasDegrees}, Find: findGeo,
	Context: []string{
		"lat", "lng", "lon", "latitude", "longitude", "gps", "coordinate", "coordinates", "coords", "geo", "geolocation", "geopoint", "location",
		"maps", "latlng", "latlon", "latitud", "longitud", "koordinaten", "coordenadas",
	},
	Keys: []string{"lat", "latitude", "lng", "lon", "longitude", "latlng", "geo location", "geolocation", "coordinates", "gps coordinates"},
}

const minDecimals = 4

// degrees is a number with decimals [start, end), its sign and the letter of a hemisphere included.
type degrees struct {
	start, end int
	whole      int // the degrees without decimals and sign
	hemisphere byte
}

// hasDegrees reports whether a full stop and the least number of decimals stand at end.
func hasDegrees(b []byte, _, end int) bool {
	for i := 1; i <= minDecimals; i++ {
		if !isDigitAt(b, end+i) {
			return false
		}
	}
	return b[end] == '.'
}

func findGeo(t *Text, at int) bool {
	b := t.Bytes
	if t.num.gap(0) != '.' || t.num.size(1) < minDecimals || byteAt(b, at-1) == '.' && isDigitAt(b, at-2) || byteAt(b, at-1) == '_' {
		return false
	}
	first, ok := t.degreesAt(at)
	if !ok {
		return false
	}
	if byteAt(b, at-1) == '-' && !isAlnumAt(b, at-2) {
		first.start--
	}
	if isGeoName(b, first.start) {
		return t.add(GeoCoordinates, first.start, first.end, first.end)
	}
	second, ok := t.secondDegrees(first.end)
	if !ok || first.whole > 90 && second.whole > 90 || isRow(b, first.start, second.end) {
		return false
	}
	if first.hemisphere == 0 && second.hemisphere == 0 && !t.hasContext(first.start, second.end) {
		return false
	}
	return t.add(GeoCoordinates, first.start, second.end, second.end)
}

// degreesAt reads the number at at, which has no sign.
func (t *Text) degreesAt(at int) (degrees, bool) {
	const most = 20
	b, d := t.Bytes, degrees{start: at}
	i := t.runEndWithin(at, 4, digit)
	if i == at || i-at > 3 || byteAt(b, i) != '.' {
		return d, false
	}
	for _, c := range b[at:i] {
		d.whole = 10*d.whole + int(c-'0')
	}
	d.end = t.runEndWithin(i+1, most, digit)
	if d.end-i-1 < minDecimals || d.whole > 180 {
		return d, false
	}
	if isAlnumAt(b, d.end) && !isHemisphere(b, d.end) || byteAt(b, d.end) == '.' && isDigitAt(b, d.end+1) {
		return d, false
	}
	sign := d.end
	for sign < d.end+4 && (byteAt(b, sign) == ' ' || byteAt(b, sign) == 0xc2 || byteAt(b, sign) == 0xb0) { // a blank, a sign of degrees
		sign++
	}
	if isHemisphere(b, sign) {
		d.hemisphere, d.end = b[sign], sign+1
	}
	return d, true
}

// isHemisphere reports whether N, S, E or W stands alone at i.
func isHemisphere(b []byte, i int) bool {
	switch byteAt(b, i) {
	case 'N', 'S', 'E', 'W':
		return classes[byteAt(b, i+1)]&(word|highByte) == 0
	}
	return false
}

// secondDegrees reads the other number of a pair behind end.
func (t *Text) secondDegrees(end int) (degrees, bool) {
	const gap = 4
	b, i := t.Bytes, end
	for i < end+gap && (is(byteAt(b, i), blank) || byteAt(b, i) == ',' || byteAt(b, i) == ';' || byteAt(b, i) == '/') {
		i++
	}
	sign := byteAt(b, i)
	if i == end || sign != '-' && sign != '+' && !is(sign, digit) {
		return degrees{}, false
	}
	if !is(sign, digit) {
		i++
	}
	return t.degreesAt(i)
}

// isRow reports whether another number with decimals stands before or behind the pair [start, end).
func isRow(b []byte, start, end int) bool {
	const gap = 4
	i := start
	for i > 0 && start-i < gap && (is(b[i-1], blank|lineEnd) || b[i-1] == ',' || b[i-1] == ';') {
		i--
	}
	if i < start && isDigitAt(b, i-1) {
		return true
	}
	for i = end; i < end+gap && (classes[byteAt(b, i)]&(blank|lineEnd|dash) != 0 || byteAt(b, i) == ',' || byteAt(b, i) == ';'); {
		i++
	}
	if i == end || !isDigitAt(b, i) {
		return false
	}
	for limit := i + 4; i < limit && isDigitAt(b, i); {
		i++
	}
	return byteAt(b, i) == '.' && isDigitAt(b, i+1) && isDigitAt(b, i+2)
}

// isGeoName reports whether the name of a latitude or a longitude stands right before at.
func isGeoName(b []byte, at int) bool {
	const gap = 4
	i := at
	for i > 0 && at-i < gap && (classes[b[i-1]]&(blank|quote) != 0 || b[i-1] == ':' || b[i-1] == '=') {
		i--
	}
	start := i
	for start > 0 && i-start < len("longitude")+1 && is(b[start-1], letter) {
		start--
	}
	return i < at && isOneOf(b[start:i], geoNames)
}

var geoNames = []string{"lat", "latitude", "lng", "lon", "longitude", "latitud", "longitud"}
