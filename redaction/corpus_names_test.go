package redaction_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// corpusName says which of our entities a name of the corpus stands for, and which words beside a value say so in a text.
type corpusName struct {
	ours    string // names of entities, separated by blanks; "" for none
	context string // "": the words of the name, without its country
}

// corpusNames are the names that say it in other words than we do; a name that is not here stands for itself. What the packs in force do
// not have is listed as not covered. To cover more: one line here.
var corpusNames = map[string]corpusName{
	// Presidio.
	"EMAIL_ADDRESS":             {"EMAIL", "email"},
	"PHONE_NUMBER":              {"PHONE", "phone"},
	"PH_MOBILE_NUMBER":          {"PHONE", "mobile number"},
	"TR_PHONE_NUMBER":           {"PHONE", "phone number"},
	"IBAN_CODE":                 {"IBAN", "iban"},
	"CRYPTO":                    {"CRYPTO_WALLET", "wallet"},
	"URL":                       {"", ""}, // of a URL we look for credentials only
	"IP_ADDRESS":                {"IP_ADDRESS", "ip"},
	"MAC_ADDRESS":               {"MAC_ADDRESS", "mac"},
	"ABA_ROUTING_NUMBER":        {"ABA_ROUTING", "routing number"},
	"US_BANK_NUMBER":            {"BANK_ACCOUNT", "bank account"},
	"MEDICAL_LICENSE":           {"US_DEA", "dea"},
	"US_DRIVER_LICENSE":         {"US_DRIVER_LICENSE", "driver license"},
	"UK_DRIVING_LICENCE":        {"UK_DRIVING_LICENCE", "driving licence"},
	"UK_NHS":                    {"UK_NHS", "nhs"},
	"UK_NINO":                   {"UK_NINO", "nino"},
	"AU_ABN":                    {"AU_ABN", "abn"},
	"AU_ACN":                    {"AU_ACN", "acn"},
	"FI_PERSONAL_IDENTITY_CODE": {"FI_HETU", "henkilötunnus"},
	"IT_FISCAL_CODE":            {"IT_FISCAL_CODE", "codice fiscale"},
	"ES_NIF":                    {"ES_NIF", "dni"},
	"ES_NIE":                    {"ES_NIE", "nie"},
	"SG_NRIC_FIN":               {"SG_NRIC", "nric"},
	"TH_TNIN":                   {"TH_TNIN", "national id"},
	"TR_NATIONAL_ID":            {"TR_TCKN", "tckn"},
	"KR_RRN":                    {"KR_RRN", "rrn"},
	"KR_FRN":                    {"KR_RRN", "frn"},
	"ZA_ID_NUMBER":              {"ZA_ID", "id number"},
	"DE_TAX_ID":                 {"DE_TAX_ID", "steuer-id"},
	"DE_ID_CARD":                {"DE_ID_CARD", "personalausweis"},
	"IN_VOTER":                  {"IN_VOTER_ID", "voter id"},
	"UK_VEHICLE_REGISTRATION":   {"LICENSE_PLATE", "registration number"},
	"IN_VEHICLE_REGISTRATION":   {"IN_VEHICLE_REGISTRATION LICENSE_PLATE", "vehicle registration"},
	"NG_VEHICLE_REGISTRATION":   {"NG_VEHICLE_REGISTRATION LICENSE_PLATE", "license plate"},
	"TR_LICENSE_PLATE":          {"LICENSE_PLATE", "license plate"},
	"DE_KFZ":                    {"LICENSE_PLATE", "kennzeichen"},
	// presidio-research.
	"ADDRESS":        {"STREET_ADDRESS", "address"},
	"STREET_ADDRESS": {"STREET_ADDRESS", "address"},
	"ZIP_CODE":       {"STREET_ADDRESS", "zip"},
	// dd-sensitive-data-scanner: the checksum by which a value is one. luhn_checksum is left out: it labels public test cards, whose
	// checksum holds, as wrong.
	"luhn_checksum":                                      {"", ""},
	"btc_checksum":                                       {"CRYPTO_WALLET", "bitcoin wallet"},
	"ethereum_checksum":                                  {"CRYPTO_WALLET", "ethereum wallet"},
	"monero_address":                                     {"CRYPTO_WALLET", "monero wallet"},
	"iban_checker":                                       {"IBAN", "iban"},
	"github_token_checksum":                              {"API_KEY", "github token"},
	"atlassian_token_checksum":                           {"API_KEY", "atlassian token"},
	"jwt_claims_validator":                               {"JWT", "token"},
	"uk_nino_format_check":                               {"UK_NINO", "national insurance"},
	"nhs_check_digit":                                    {"UK_NHS", "nhs"},
	"aba_rtn_checksum":                                   {"ABA_ROUTING", "routing number"},
	"us_npi_checksum":                                    {"US_NPI", "npi"},
	"us_dea_checksum":                                    {"US_DEA", "dea"},
	"chinese_id_checksum":                                {"CN_RIC", "身份证"},
	"verhoeff_checksum":                                  {"IN_AADHAAR", "aadhaar"},
	"singapore_nric_checksum":                            {"SG_NRIC", "nric"},
	"australian_tfn_checksum":                            {"AU_TFN", "tfn"},
	"australian_medicare_checksum":                       {"AU_MEDICARE", "medicare"},
	"belgium_national_register_checksum":                 {"BE_NATIONAL_NUMBER", "rijksregisternummer"},
	"brazilian_cpf_checksum":                             {"BR_CPF", "cpf"},
	"brazilian_cnpj_checksum":                            {"BR_CNPJ", "cnpj"},
	"finnish_hetu_checksum":                              {"FI_HETU", "henkilötunnus"},
	"romanian_personal_numeric_code":                     {"RO_CNP", "cnp"},
	"bulgarian_egn_checksum":                             {"BG_EGN", "egn"},
	"dutch_bsn_checksum":                                 {"NL_BSN", "bsn"},
	"estonia_personal_code_checksum":                     {"EE_ISIKUKOOD", "isikukood"},
	"latvia_national_id_checksum":                        {"LV_PERSONAS_KODS", "personas kods"},
	"lithuanian_personal_identification_number_checksum": {"LT_ASMENS_KODAS", "asmens kodas"},
	"france_ssn_checksum":                                {"FR_NIR", "numéro de sécurité sociale"},
	"nir_checksum":                                       {"FR_NIR", "numéro de sécurité sociale"},
	"german_ids_checksum":                                {"DE_ID_CARD", "personalausweis"},
	"austrian_ssn_checksum":                              {"AT_SVNR", "sozialversicherungsnummer"},
	"greece_amka_checksum":                               {"GR_AMKA", "amka"},
	"portuguese_tax_id_checksum":                         {"PT_NIF", "nif"},
	"slovenian_pin_checksum":                             {"SI_EMSO", "emšo"},
	"spain_dni_checksum":                                 {"ES_NIF", "dni"},
	"coordination_number_checksum":                       {"SE_PERSONNUMMER", "personnummer"},
	"sweden_pin_checksum":                                {"SE_PERSONNUMMER", "personnummer"},
	"irish_pps_checksum":                                 {"IE_PPSN", "pps"},
	"italian_national_id_checksum":                       {"IT_FISCAL_CODE", "codice fiscale"},
	"polish_national_id_checksum":                        {"PL_PESEL", "pesel"},
	"czech_tin_checksum":                                 {"CZ_SK_BIRTH_NUMBER", "rodné číslo"},
	"rodne_cislo_checksum":                               {"CZ_SK_BIRTH_NUMBER", "rodné číslo"},
	"hungarian_tin_checksum":                             {"HU_TAX_ID", "adóazonosító"},
	"german_svnr_checksum":                               {"DE_SOCIAL_SECURITY", "sozialversicherungsnummer"},
	"spanish_nuss_checksum":                              {"ES_NUSS", "seguridad social"},
	"greece_tin_checksum":                                {"GR_AFM", "afm"},
	"slovenia_tin_checksum":                              {"SI_TAX_ID", "davčna številka"},
	"france_nif_checksum":                                {"FR_NIF", "numéro fiscal"},
	"dutch_passport_checksum":                            {"NL_PASSPORT", "paspoort"},
	"polish_nip_checksum":                                {"PL_NIP", "nip"},
	"uk_trn_checksum":                                    {"UK_UTR", "unique taxpayer reference"},
}

func TestCorpusNamesStandForEntities(t *testing.T) {
	t.Parallel()
	for name, c := range corpusNames {
		for _, entity := range strings.Fields(c.ours) {
			_, ok := redaction.EntityByName(entity)
			assert.True(t, ok, "%s stands for %s, which is no entity", name, entity)
		}
	}
}

// ours returns the names of our entities for a name of the corpus; none where the packs in force do not have it.
func (c *corpus) ours(name string) []string {
	entities := name
	if known, ok := corpusNames[name]; ok {
		entities = known.ours
	}
	return slices.DeleteFunc(strings.Fields(entities), func(e string) bool { return !c.covered[e] })
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
