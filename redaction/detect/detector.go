package detect

import "slices"

// Detector is one family of findings: in which packs, when to look, and how. It is data: one file and one line in [All].
type Detector struct {
	// Entities are what Find may add.
	Entities []Entity
	// Packs are those that switch the detector on; 0 is PackDefault.
	Packs Pack

	// Bytes are the bytes other than letters and digits at which Find is called.
	Bytes string
	// Next says whether Find may accept with such a byte behind the one of Bytes, 0 at the end of the text; nil: with any.
	Next func(c byte) bool
	// Near is a cheap look at the bytes beside at for Bytes: it returns false only where Find would. It sees the content of a JSON string
	// as it is written, too, where it can take a backslash for the end of what it looks at, and looks no
	// further than rescan.go says; nil: nothing is known.
	Near func(b []byte, at int) bool
	// AfterKey says that Find accepts at Bytes only behind a key that [Scanner.KeyEntity] knows, as parseAssignment reads it.
	AfterKey bool
	// Starts are literals of two or more bytes, the first a letter or digit; Find is called where a token starts with one. Behind one that
	// ends with its first sign ("sk-") no blank may stand.
	Starts []string
	// Words are like Starts, in lower case, and match in any case.
	Words []string
	// LineStarts are like Starts, where the text or a line starts with one.
	LineStarts []string
	// Behind is a cheap look at what stands behind a literal of these, which ends at end: it returns false only where Find would, for texts
	// and for the content of JSON strings as Near does; nil: nothing is known. No literal of the detector may hold what JSON escapes.
	Behind func(b []byte, end int) bool
	// Numbers: Find is called where a token starts with a digit and the groups of digits there (see numberRun) fit. Fractions ("0.0254") are
	// shown to those with Near alone.
	Numbers *Digits
	// Codes: Find is called where a token starts with two letters and a digit.
	Codes bool
	// TokenSizes: Find is called at tokens of such a length in bytes that hold a digit and a letter.
	TokenSizes []int
	// TokenStart and TokenEnd are the bytes of which one must stand before and behind such a token; any may where they are empty.
	TokenStart, TokenEnd string
	// LongTokens: Find is called at tokens of longToken bytes or more that hold a digit, or a capital behind a small letter.
	LongTokens bool

	// Context are words, or pairs of neighbouring words with a blank between, in lower case, that [Text.hasContext] looks for around a
	// candidate and in the keys above it. Words that text about software is full of ("id", "number", "call") are no context.
	Context []string
	// Keys are keys whose values are replaced whole as Entities[0], whatever they hold: their last one, two or three words, in lower case.
	Keys []string

	// Find looks at offset at of the text. It calls t.add for what it finds and returns true, or returns false. A token is a run
	// of letters and digits with neither before it.
	Find func(t *Text, at int) bool
}

// Digits says which numbers a detector looks at, so that it is not called for the many that it would refuse.
type Digits struct {
	// First are the sizes that the first group of digits may have; none means any.
	First []int
	// Min is the number of digits that must be there in all groups together.
	Min int
	// Near is a cheap look at what stands beside the first group [at, end): it returns false only where Find would, for texts and for the
	// content of JSON strings as Detector.Near does; nil: nothing is known.
	Near func(b []byte, at, end int) bool
	// LooksBack says that Near may look at words before the number, up to streetReach bytes of them.
	LooksBack bool
	// Next says which bytes may stand right behind the first group where Near is to be asked, 0 at the end of the text; nil: any.
	Next func(c byte) bool
	// Beside is like Near, but asked last, of numbers whose digits fit.
	Beside func(b []byte, at, end int) bool
	// Fit, where it is set, says so in place of First and Min. It is asked once for every size, when a policy is compiled.
	Fit func(first, count int) bool
}

func (d *Digits) fit(first, count int) bool {
	if d.Fit != nil {
		return d.Fit(first, count)
	}
	return count >= d.Min && (len(d.First) == 0 || slices.Contains(d.First, first))
}

// All returns the detectors of all packs, in the order in which they are asked.
func All() []Detector {
	return []Detector{
		urlUserinfo, // before e-mail: "https://user:secret@example.com"
		urlQuery,
		email,
		privateKey,
		mrz,
		jwt,
		apiKey,
		azureSecret,
		telegramKey,
		facebookToken,
		terraformToken,
		braintreeToken,
		vaultToken,
		teamsWebhook,
		suffixedKey,
		discordKey,
		bearer,
		passwordPhrase,
		secretPhrase,
		assigned,
		call,
		fallback,
		curlUser,
		commandPassword,
		programPassword,
		placedPassword,
		clusteredPassword,
		stdinPassword,
		hereString,
		sqlPassword,
		manifest,
		manifestJSON,
		option,
		element,
		wallet,
		iban,
		nino,
		ssn,
		itin,

		// The United States and Canada; health care. Before the card and the phone number, whose words are less to the point.
		npi,
		dea,
		mbi,
		ein,

		// Asia and the Pacific.
		auMedicare,
		auTFN,
		cnRIC,
		hkHKID,
		idNIK,
		inAadhaar,
		inAadhaarColons,
		inGSTIN,
		inPAN,
		inVoterID,
		inVehicle,
		jpMyNumber,
		krRRN,
		krBRN,
		myNRIC,
		nzIRD,
		pkCNIC,
		sgNRIC,
		sgUEN,
		thTNIN,
		twID,

		// Latin America.
		arCUIT,
		brCPF,
		brCNPJ,
		clRUT,
		mxCURP,
		mxRFC,
		ecCedula,
		uyCedula,

		// Africa and the Middle East.
		egNationalID,
		ngNIN,
		ngVehicle,
		zaID,
		ilID,

		card,

		// The United Kingdom and Europe.
		nhs,
		utr,
		ukDrivingLicence,
		ukPostcode,
		atSocialSecurity,
		beNationalNumber,
		bgEGN,
		chAHV,
		czBirthNumber,
		deTaxID,
		deSocialSecurity,
		deHealthInsurance,
		deTaxNumber,
		deVATID,
		dePostcode,
		dkCPR,
		eeIsikukood,
		esNIE,
		esNIF,
		esNUSS,
		fiHETU,
		frNIR,
		frNIF,
		grAMKA,
		grAFM,
		hrOIB,
		huTaxID,
		iePPSN,
		isKennitala,
		itFiscalCode,
		itVAT,
		ltAsmensKodas,
		lvPersonasKods,
		nlBSN,
		noFnr,
		plPESEL,
		plNIP,
		ptNIF,
		roCNP,
		sePersonnummer,
		seOrganisation,
		siEMSO,
		siTaxID,
		trTCKN,
		trLicensePlate,

		// Documents of which no check digit is public: the more their form says, the earlier.
		esPassport,
		itDriverLicence,
		itIdentityCard,
		krPassport, // before the American one, of which it takes some letters
		krDriverLicense,
		inPassport,
		usPassport,
		usDriverLicense,
		deIDCard,
		dePassport,
		krOldPassportG,
		usPassportCard,
		ukPassport,
		itPassport,
		nlPassport,
		deDrivingLicence,

		// Whose form or name other numbers have.
		caSIN,
		auABN,
		auACN,
		phTIN,
		coCedula,
		peDNI,
		mrn,

		phone,
		ipv4,
		ipv6,
		mac,
		aba,
		bankAccount,
		swift,
		vin,
		plate,
		geo,
		personIntroduced,
		personTitled,
		personAddressed,
		personClosing,
		personLabelled,
		personNamed,
		personDisplayed,
		birth,
		address,
		postBox,
	}
}
