package detect

import "testing"

func TestIndia(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"Aadhaar spaced", "is 2341 2341 2346, yes", []string{"IN_AADHAAR 2341 2341 2346"}},
		{"Aadhaar dashed", "2341-2341-2346", []string{"IN_AADHAAR 2341-2341-2346"}},
		{"Aadhaar with colons", "2341:2341:2346", []string{"IN_AADHAAR 2341:2341:2346"}},
		{"Aadhaar in one run", "aadhaar 234123412346", []string{"IN_AADHAAR 234123412346"}},
		{"Aadhaar in one run without a word", "no 234123412346", nil},
		{"Aadhaar with a wrong digit", "aadhaar 2341 2341 2347", nil},
		{"Aadhaar that starts with 1", "aadhaar 123412341234", nil},
		{"Aadhaar in a row of numbers", "2341 2341 2346 5000", nil},
		{"part of an IPv6 address", "fe80:2341:2341:2346:1::", nil},
		{"voter beside a word", "voter id ABC1234567", []string{"IN_VOTER_ID ABC1234567"}},
		{"voter without a word", "part ABC1234567", nil},
		{"passport beside a word", "passport J8369854", []string{"IN_PASSPORT J8369854"}},
		{"passport that ends with 0", "passport J8369850", nil},
		{"passport without a word", "part J8369854", nil},
		{"vehicle in one run", "at KA01AB1234.", []string{"IN_VEHICLE_REGISTRATION KA01AB1234"}},
		{"vehicle spaced", "at MH 12 DE 1433", []string{"IN_VEHICLE_REGISTRATION MH 12 DE 1433"}},
		{"vehicle of an old form beside a word", "vehicle MCX1243", []string{"IN_VEHICLE_REGISTRATION MCX1243"}},
		{"vehicle of an old form without a word", "part MCX1243", nil},
		{"vehicle of a state that is none", "XX01AB1234", nil},
		{"vehicle of district 00", "KA00AB1234", nil},
		{"words and a year", "IN 17 MAY 2026", nil},
	})
}
