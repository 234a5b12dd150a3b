package redaction_test

import (
	"slices"
	"strings"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// corpusName says which of our entities a name of the corpus stands for, and which words beside a value say so in a text.
type corpusName struct {
	ours    string // names of entities, separated by blanks; "": the name itself
	context string // "": the words of the name, without its country
}

// corpusNames are the names that say it in other words than we do; a name that is not here stands for itself. A name of ours that no pack
// in force has is left out, and a name of the corpus without any is listed as not covered. To cover more: one line here.
var corpusNames = map[string]corpusName{
	// Presidio.
	"EMAIL_ADDRESS":             {"EMAIL", "email"},
	"PHONE_NUMBER":              {"PHONE", "phone"},
	"PH_MOBILE_NUMBER":          {"PHONE", "mobile number"},
	"TR_PHONE_NUMBER":           {"PHONE", "phone number"},
	"IBAN_CODE":                 {"IBAN", "iban"},
	"CRYPTO":                    {"CRYPTO_WALLET", "wallet"},
	"URL":                       {"NONE", ""}, // of a URL we look for credentials only
	"IP_ADDRESS":                {"IP_ADDRESS", "ip"},
	"MAC_ADDRESS":               {"MAC_ADDRESS", "mac"},
	"ABA_ROUTING_NUMBER":        {"US_ABA_ROUTING ABA_ROUTING", "routing number"},
	"US_BANK_NUMBER":            {"US_BANK_ACCOUNT BANK_ACCOUNT", "bank account"},
	"MEDICAL_LICENSE":           {"US_DEA MEDICAL_LICENSE", "dea"},
	"US_DRIVER_LICENSE":         {"US_DRIVER_LICENSE", "driver license"},
	"UK_DRIVING_LICENCE":        {"UK_DRIVING_LICENCE UK_DRIVER_LICENSE", "driving licence"},
	"UK_NHS":                    {"UK_NHS", "nhs"},
	"UK_NINO":                   {"UK_NINO", "nino"},
	"AU_ABN":                    {"AU_ABN", "abn"},
	"AU_ACN":                    {"AU_ACN", "acn"},
	"FI_PERSONAL_IDENTITY_CODE": {"FI_HETU FI_PERSONAL_IDENTITY_CODE", "henkilötunnus"},
	"IT_FISCAL_CODE":            {"IT_CODICE_FISCALE IT_FISCAL_CODE", "codice fiscale"},
	"IT_VAT_CODE":               {"IT_VAT IT_PARTITA_IVA IT_VAT_CODE", "partita iva"},
	"ES_NIF":                    {"ES_DNI ES_NIF", "dni"},
	"ES_NIE":                    {"ES_NIE ES_DNI", "nie"},
	"SG_NRIC_FIN":               {"SG_NRIC SG_NRIC_FIN", "nric"},
	"TH_TNIN":                   {"TH_ID TH_TNIN", "national id"},
	"TR_NATIONAL_ID":            {"TR_TCKN TR_NATIONAL_ID", "tckn"},
	"KR_RRN":                    {"KR_RRN", "rrn"},
	"KR_FRN":                    {"KR_FRN KR_RRN", "frn"},
	"ZA_ID_NUMBER":              {"ZA_ID ZA_ID_NUMBER", "id number"},
	"DE_TAX_ID":                 {"DE_STEUER_ID DE_TAX_ID", "steuer-id"},
	"DE_TAX_NUMBER":             {"DE_TAX_NUMBER DE_STEUERNUMMER", "steuernummer"},
	"DE_FUEHRERSCHEIN":          {"DE_DRIVER_LICENSE DE_FUEHRERSCHEIN", "führerschein"},
	"DE_SOCIAL_SECURITY":        {"DE_SVNR DE_SOCIAL_SECURITY", "sozialversicherungsnummer"},
	"DE_HEALTH_INSURANCE":       {"DE_KVNR DE_HEALTH_INSURANCE", "krankenversichertennummer"},
	"DE_ID_CARD":                {"DE_ID_CARD", "personalausweis"},
	"DE_VAT_ID":                 {"DE_VAT DE_VAT_ID", "ust-idnr"},
	// presidio-research.
	"ADDRESS":        {"STREET_ADDRESS", "address"},
	"STREET_ADDRESS": {"STREET_ADDRESS", "address"},
	"ZIP_CODE":       {"POSTCODE ZIP_CODE STREET_ADDRESS", "zip"},
	// dd-sensitive-data-scanner: the checksum by which a value is one. luhn_checksum is left out: it labels public test cards, whose
	// checksum holds, as wrong.
	"luhn_checksum":                                      {"NONE", ""},
	"btc_checksum":                                       {"CRYPTO_WALLET", "bitcoin wallet"},
	"ethereum_checksum":                                  {"CRYPTO_WALLET", "ethereum wallet"},
	"monero_address":                                     {"CRYPTO_WALLET", "monero wallet"},
	"iban_checker":                                       {"IBAN", "iban"},
	"github_token_checksum":                              {"API_KEY", "github token"},
	"atlassian_token_checksum":                           {"API_KEY", "atlassian token"},
	"jwt_claims_validator":                               {"JWT", "token"},
	"uk_nino_format_check":                               {"UK_NINO", "national insurance"},
	"nhs_check_digit":                                    {"UK_NHS", "nhs"},
	"uk_trn_checksum":                                    {"UK_UTR", "utr"},
	"aba_rtn_checksum":                                   {"US_ABA_ROUTING ABA_ROUTING", "routing number"},
	"us_npi_checksum":                                    {"US_NPI", "npi"},
	"us_dea_checksum":                                    {"US_DEA", "dea"},
	"chinese_id_checksum":                                {"CN_RIC CN_ID", "身份证"},
	"verhoeff_checksum":                                  {"IN_AADHAAR", "aadhaar"},
	"singapore_nric_checksum":                            {"SG_NRIC SG_NRIC_FIN", "nric"},
	"australian_tfn_checksum":                            {"AU_TFN", "tfn"},
	"australian_medicare_checksum":                       {"AU_MEDICARE", "medicare"},
	"belgium_national_register_checksum":                 {"BE_NN BE_RRN", "rijksregisternummer"},
	"brazilian_cpf_checksum":                             {"BR_CPF", "cpf"},
	"brazilian_cnpj_checksum":                            {"BR_CNPJ", "cnpj"},
	"finnish_hetu_checksum":                              {"FI_HETU FI_PERSONAL_IDENTITY_CODE", "henkilötunnus"},
	"romanian_personal_numeric_code":                     {"RO_CNP", "cnp"},
	"bulgarian_egn_checksum":                             {"BG_EGN", "egn"},
	"dutch_bsn_checksum":                                 {"NL_BSN", "bsn"},
	"dutch_passport_checksum":                            {"NL_PASSPORT", "paspoort"},
	"estonia_personal_code_checksum":                     {"EE_IK EE_ISIKUKOOD", "isikukood"},
	"latvia_national_id_checksum":                        {"LV_PK LV_PERSONAS_KODS", "personas kods"},
	"lithuanian_personal_identification_number_checksum": {"LT_AK LT_ASMENS_KODAS", "asmens kodas"},
	"france_ssn_checksum":                                {"FR_NIR", "numéro de sécurité sociale"},
	"nir_checksum":                                       {"FR_NIR", "numéro de sécurité sociale"},
	"france_nif_checksum":                                {"FR_NIF FR_SPI", "numéro fiscal"},
	"german_svnr_checksum":                               {"DE_SVNR DE_SOCIAL_SECURITY", "sozialversicherungsnummer"},
	"german_ids_checksum":                                {"DE_ID_CARD DE_PASSPORT", "personalausweis"},
	"austrian_ssn_checksum":                              {"AT_SVNR", "sozialversicherungsnummer"},
	"greece_amka_checksum":                               {"GR_AMKA", "amka"},
	"greece_tin_checksum":                                {"GR_AFM", "afm"},
	"portuguese_tax_id_checksum":                         {"PT_NIF", "nif"},
	"slovenian_pin_checksum":                             {"SI_EMSO", "emšo"},
	"slovenia_tin_checksum":                              {"SI_TIN SI_DAVCNA", "davčna številka"},
	"spain_dni_checksum":                                 {"ES_DNI ES_NIF", "dni"},
	"spanish_nuss_checksum":                              {"ES_NUSS", "nuss"},
	"coordination_number_checksum":                       {"SE_PERSONNUMMER SE_PNR", "personnummer"},
	"sweden_pin_checksum":                                {"SE_PERSONNUMMER SE_PNR", "personnummer"},
	"irish_pps_checksum":                                 {"IE_PPS", "pps"},
	"italian_national_id_checksum":                       {"IT_CODICE_FISCALE IT_FISCAL_CODE", "codice fiscale"},
	"polish_national_id_checksum":                        {"PL_PESEL", "pesel"},
	"polish_nip_checksum":                                {"PL_NIP", "nip"},
	"czech_tin_checksum":                                 {"CZ_RC CZ_RODNE_CISLO", "rodné číslo"},
	"rodne_cislo_checksum":                               {"CZ_RC CZ_RODNE_CISLO", "rodné číslo"},
	"hungarian_tin_checksum":                             {"HU_TIN HU_ADOAZONOSITO", "adóazonosító"},
}

// ours returns the names of our entities for a name of the corpus; none where no pack has it.
func ours(corpus string) []string {
	name := corpusNames[corpus].ours
	if name == "" {
		name = corpus
	}
	return slices.DeleteFunc(strings.Fields(name), func(n string) bool {
		_, ok := redaction.EntityByName(n)
		return !ok
	})
}

// contextOf returns words that say beside a value what it is.
func contextOf(corpus string) string {
	if c := corpusNames[corpus].context; c != "" {
		return c
	}
	words := strings.Split(strings.TrimSuffix(strings.ToLower(corpus), "_checksum"), "_")
	if len(words) > 1 && len(words[0]) == 2 {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
