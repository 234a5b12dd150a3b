package detect

// Identifiers of Nigeria.

// The NIN detector finds national identification numbers beside a word: eleven digits with the check digit of Verhoeff (National Identity
// Management Commission, https://ninchecks.ng/blog/nin-verification-algorithm, read in November 2026).
var ngNIN = identifier{
	digits: []int{11},
	check:  isVerhoeff,
}.detector(NGNIN, PackAfrica, "nin", "nimc", "national identification", "national identity", "national id")

// The vehicle detector finds registrations: three letters of the place, three digits, two letters, with a dash or without
// (https://en.wikipedia.org/wiki/Vehicle_registration_plates_of_Nigeria). In small letters, the form of names of software, they need a
// word beside them.
var ngVehicle = identifier{
	free:  []string{"AAA-999AA", "AAA999AA", "AAA-999-AA"},
	named: []string{"aaa-999aa", "aaa999aa"},
	check: func(code []byte) bool { return string(code[3:6]) != "000" },
}.detector(NGVehicle, PackAfrica|PackVehicle, "vehicle", "vehicles", "number plate", "plate number", "license plate", "licence plate",
	"registration number", "registration plate", "frsc")
