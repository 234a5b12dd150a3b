package detect

// Entity is a kind of finding. The zero Entity stands for none.
type Entity uint8

// The built-in entities. Their names (see [Entity.String]) are what users read in placeholders and metrics and write in configuration,
// so they never change.
const (
	None Entity = iota

	// Without a detector: what policies put in the place of things that are no finding.
	Identity // a user or a conversation
	Content  // content that the policy hashes
	Media    // pictures, sound, files
	Denied   // a term of the user's

	Email
	Phone
	CreditCard
	IBAN
	SSN
	ITIN
	NINO
	MRZ
	URLCredentials
	JWT
	PrivateKey
	APIKey
	Authorization
	Cookie
	Password
	CryptoWallet
	Person
	Secret

	IPAddress
	MACAddress

	ABARouting
	BankAccount
	SWIFT

	EIN
	USPassport
	USDriverLicense
	CASIN

	NHS
	UKPassport
	UKDrivingLicence
	UKPostcode
	UKUTR

	ATSocialSecurity
	BENationalNumber
	BGEGN
	CHAHV
	CZSKBirthNumber
	DEIDCard
	DETaxID
	DEFuehrerschein
	DEHealthInsurance
	DEPassport
	DEPostcode
	DESocialSecurity
	DETaxNumber
	DEVATID
	DKCPR
	EEIsikukood
	ESNIE
	ESNIF
	ESNUSS
	ESPassport
	FIHETU
	FRNIR
	FRNIF
	GRAMKA
	GRAFM
	HROIB
	HUTaxID
	IEPPSN
	ISKennitala
	ITFiscalCode
	ITDriverLicense
	ITIdentityCard
	ITPassport
	ITVATCode
	LTAsmensKodas
	LVPersonasKods
	NLBSN
	NLPassport
	NOFnr
	PLPESEL
	PLNIP
	PTNIF
	ROCNP
	SEPersonnummer
	SEOrganisationsnummer
	SIEMSO
	SITaxID
	TRTCKN
	TRLicensePlate

	AUABN
	AUACN
	AUMedicare
	AUTFN
	CNRIC
	HKHKID
	IDNIK
	INAadhaar
	INGSTIN
	INPAN
	INVoterID
	INPassport
	INVehicle
	JPMyNumber
	KRRRN
	KRBRN
	KRPassport
	KRDriverLicense
	MYNRIC
	NZIRD
	PHTIN
	PKCNIC
	SGNRIC
	SGUEN
	THTNIN
	TWID

	ARCUIT
	BRCNPJ
	BRCPF
	CLRUT
	COCedula
	ECCedula
	MXCURP
	MXRFC
	PEDNI
	UYCedula

	EGNationalID
	ILID
	NGNIN
	NGVehicle
	ZAID

	NPI
	DEA
	MBI
	MRN

	VIN
	LicensePlate

	DateOfBirth
	StreetAddress

	GeoCoordinates

	entityCount
)

// EntityCount is the number of built-in entities, None included. Users' own are numbered from there on.
const EntityCount = int(entityCount)

var entityNames = [EntityCount]string{
	None: "", Identity: "IDENTITY", Content: "CONTENT", Media: "MEDIA", Denied: "DENY_LIST",

	Email: "EMAIL", Phone: "PHONE", CreditCard: "CREDIT_CARD", IBAN: "IBAN", SSN: "US_SSN", ITIN: "US_ITIN", NINO: "UK_NINO", MRZ: "MRZ",
	URLCredentials: "URL_CREDENTIALS", JWT: "JWT", PrivateKey: "PRIVATE_KEY", APIKey: "API_KEY", Authorization: "AUTHORIZATION",
	Cookie: "COOKIE", Password: "PASSWORD", CryptoWallet: "CRYPTO_WALLET", Person: "PERSON", Secret: "SECRET",

	IPAddress: "IP_ADDRESS", MACAddress: "MAC_ADDRESS",

	ABARouting: "ABA_ROUTING", BankAccount: "BANK_ACCOUNT", SWIFT: "SWIFT_BIC",

	EIN: "US_EIN", USPassport: "US_PASSPORT", USDriverLicense: "US_DRIVER_LICENSE", CASIN: "CA_SIN",

	NHS: "UK_NHS", UKPassport: "UK_PASSPORT", UKDrivingLicence: "UK_DRIVING_LICENCE", UKPostcode: "UK_POSTCODE",
	UKUTR: "UK_UTR",

	ATSocialSecurity: "AT_SVNR", BENationalNumber: "BE_NATIONAL_NUMBER", BGEGN: "BG_EGN", CHAHV: "CH_AHV",
	CZSKBirthNumber: "CZ_SK_BIRTH_NUMBER",
	DEIDCard:        "DE_ID_CARD", DETaxID: "DE_TAX_ID", DKCPR: "DK_CPR", EEIsikukood: "EE_ISIKUKOOD", ESNIE: "ES_NIE", ESNIF: "ES_NIF",
	FIHETU: "FI_HETU", FRNIR: "FR_NIR", GRAMKA: "GR_AMKA", HROIB: "HR_OIB", HUTaxID: "HU_TAX_ID", IEPPSN: "IE_PPSN",
	ISKennitala: "IS_KENNITALA", ITFiscalCode: "IT_FISCAL_CODE", LTAsmensKodas: "LT_ASMENS_KODAS", LVPersonasKods: "LV_PERSONAS_KODS",
	NLBSN: "NL_BSN", NOFnr: "NO_FNR", PLPESEL: "PL_PESEL", PTNIF: "PT_NIF", ROCNP: "RO_CNP", SEPersonnummer: "SE_PERSONNUMMER",
	SIEMSO: "SI_EMSO", TRTCKN: "TR_TCKN",

	// As Presidio names them, where it has them.
	DEFuehrerschein: "DE_FUEHRERSCHEIN", DEHealthInsurance: "DE_HEALTH_INSURANCE", DEPassport: "DE_PASSPORT", DEPostcode: "DE_PLZ",
	DESocialSecurity: "DE_SOCIAL_SECURITY", DETaxNumber: "DE_TAX_NUMBER", DEVATID: "DE_VAT_ID", ESNUSS: "ES_NUSS",
	ESPassport: "ES_PASSPORT", FRNIF: "FR_NIF", GRAFM: "GR_AFM", ITDriverLicense: "IT_DRIVER_LICENSE", ITIdentityCard: "IT_IDENTITY_CARD", ITPassport: "IT_PASSPORT",
	ITVATCode: "IT_VAT_CODE", NLPassport: "NL_PASSPORT", PLNIP: "PL_NIP", SEOrganisationsnummer: "SE_ORGANISATIONSNUMMER",
	SITaxID: "SI_TAX_ID", TRLicensePlate: "TR_LICENSE_PLATE",

	AUABN: "AU_ABN", AUACN: "AU_ACN", AUMedicare: "AU_MEDICARE", AUTFN: "AU_TFN", CNRIC: "CN_RIC", HKHKID: "HK_HKID", IDNIK: "ID_NIK",
	INAadhaar: "IN_AADHAAR", INGSTIN: "IN_GSTIN", INPAN: "IN_PAN", INVoterID: "IN_VOTER_ID", INPassport: "IN_PASSPORT",
	INVehicle: "IN_VEHICLE_REGISTRATION", JPMyNumber: "JP_MY_NUMBER", KRRRN: "KR_RRN",
	KRBRN: "KR_BRN", KRPassport: "KR_PASSPORT", KRDriverLicense: "KR_DRIVER_LICENSE",
	MYNRIC: "MY_NRIC", NZIRD: "NZ_IRD", PHTIN: "PH_TIN", PKCNIC: "PK_CNIC", SGNRIC: "SG_NRIC", SGUEN: "SG_UEN", THTNIN: "TH_TNIN", TWID: "TW_ID",

	ARCUIT: "AR_CUIT", BRCNPJ: "BR_CNPJ", BRCPF: "BR_CPF", CLRUT: "CL_RUT", COCedula: "CO_CEDULA", ECCedula: "EC_CEDULA",
	MXCURP: "MX_CURP", MXRFC: "MX_RFC", PEDNI: "PE_DNI", UYCedula: "UY_CEDULA",

	EGNationalID: "EG_NATIONAL_ID", ILID: "IL_ID", NGNIN: "NG_NIN", NGVehicle: "NG_VEHICLE_REGISTRATION", ZAID: "ZA_ID",

	NPI: "US_NPI", DEA: "US_DEA", MBI: "US_MBI", MRN: "MEDICAL_RECORD",

	VIN: "VIN", LicensePlate: "LICENSE_PLATE",

	DateOfBirth: "DATE_OF_BIRTH", StreetAddress: "STREET_ADDRESS",

	GeoCoordinates: "GEO_COORDINATES",
}

// String returns the entity's name, such as "CREDIT_CARD"; "" for None and for a value that is no built-in entity.
func (e Entity) String() string {
	if e >= entityCount {
		return ""
	}
	return entityNames[e]
}
