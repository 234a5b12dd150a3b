package detect

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCard(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"Visa in one run", "4111111111111111", []string{"CREDIT_CARD 4111111111111111"}},
		{"Visa with spaces before a full stop", "4012 8888 8888 1881.", []string{"CREDIT_CARD 4012 8888 8888 1881"}},
		{"Mastercard with dashes", "5555-5555-5555-4444", []string{"CREDIT_CARD 5555-5555-5555-4444"}},
		{"Mastercard of the 2 series", "2223003122003222", []string{"CREDIT_CARD 2223003122003222"}},
		{"American Express in groups", "3782 822463 10005", []string{"CREDIT_CARD 3782 822463 10005"}},
		{"American Express in groups of four", "3700 0000 0000 002", []string{"CREDIT_CARD 3700 0000 0000 002"}},
		{"Diners Club in groups of four", "3600-6666-3333-44", []string{"CREDIT_CARD 3600-6666-3333-44"}},
		{"no issuer of 15 or 14 digits in groups of four", "5600 0000 0000 002, 6200 6666 3333 41", nil},
		{"groups of four before one more", "3700 0000 0000 002-1234 3600-6666-3333-44-1", nil},
		{"other groups beside the word card", "card 4111 11111111 1111", []string{"CREDIT_CARD 4111 11111111 1111"}},
		{"slashes beside the word card", "card 4111/1111/1111/1111", []string{"CREDIT_CARD 4111/1111/1111/1111"}},
		{"other groups without a word", "job 4111 11111111 1111", nil},
		{"other groups with a wrong check digit", "card 4111 11111111 1112", nil},
		{"other groups in a longer row", "card 4111 11111111 1111 4000", nil},
		{"pairs of digits", "card 41 11 11 11 11 11 11 11", nil},
		{"Diners Club of 14 digits", "30569309025904", []string{"CREDIT_CARD 30569309025904"}},
		{"JCB of 15 digits", "213100000000001", []string{"CREDIT_CARD 213100000000001"}},
		{"JCB of 15 digits, the other range", "180000826105910", []string{"CREDIT_CARD 180000826105910"}},
		{"13 digits beside the word card", "my card 4222222222222", []string{"CREDIT_CARD 4222222222222"}},
		{"13 digits without a word", "job 4222222222222", nil},
		{"an unknown issuer beside the word card", "card 3590730093437731", []string{"CREDIT_CARD 3590730093437731"}},
		{"an unknown issuer without a word", "job 3590730093437731", nil},
		{"behind another number in a table", "5,4111111111111111,alice", []string{"CREDIT_CARD 4111111111111111"}},
		{"a reserved range with few cards, in one run", "job 5880897551831806 3812345678901233 6700123456789015 8255555555555554", nil},
		{"a reserved range with few cards, in groups of four", "5880 8975 5183 1806, 8255 5555 5555 5554", []string{"CREDIT_CARD 5880 8975 5183 1806", "CREDIT_CARD 8255 5555 5555 5554"}},
		{"a reserved range with few cards, in groups that cards do not have", "58808975 51831806", nil},
		{"a reserved range with few cards, beside the word card", "card 5880897551831806", []string{"CREDIT_CARD 5880897551831806"}},
		{"at the end of a UUID", "request aa35d518-1d12-4142-a1cc-653274570981 done", nil},
		{"the same digits behind the word", "cc 653274570981", []string{"CREDIT_CARD 653274570981"}},
		{"letters of a hash that are no word", "9cc62a6c21 8962316557021374; id=cc59f59f7 8962316557021374", nil},
		{"a decimal number", "took 41111111.11111111 s", nil},
		{"a wrong check digit", "4111111111111112 4012-8888-8888-1882", nil},
		{"inside of a longer token", "a4111111111111111 4111111111111111b x_4111111111111111", nil},
		{"the fraction of a decimal", "0.4111111111111111 4111111111111111.5", nil},
		{"groups of other sizes", "411 11111 1111 1111", nil},
		{"separators that differ", "4111-1111 1111-1111", []string{"CREDIT_CARD 4111-1111 1111-1111"}},
		{"two blanks between groups", "4111  1111  1111  1111", []string{"CREDIT_CARD 4111  1111  1111  1111"}},
		{"a dash between blanks", "4111 - 1111 - 1111 - 1111", []string{"CREDIT_CARD 4111 - 1111 - 1111 - 1111"}},
		{"the blanks of a form", "card=4111+1111+1111+1111", []string{"CREDIT_CARD 4111+1111+1111+1111"}},
		{"before its expiry", "4111-1111-1111-1111-12/27", []string{"CREDIT_CARD 4111-1111-1111-1111"}},
		{"before its code", "4111-1111-1111-1111-123.", []string{"CREDIT_CARD 4111-1111-1111-1111"}},
		{"read as a decimal number", "4111111111111111.0, 4111111111111111.00", []string{"CREDIT_CARD 4111111111111111", "CREDIT_CARD 4111111111111111"}},
		{"in emphasis", "_4111 1111 1111 1111_ and __4111111111111111__", []string{"CREDIT_CARD 4111 1111 1111 1111", "CREDIT_CARD 4111111111111111"}},
		{"part of a name", "order_4111111111111111 4111111111111111_x 4111-1111-1111-1111_a", nil},
		{"dots among other separators", "4111.1111 1111.1111", nil},
		{"slashes between groups", "4111/1111/1111/1111", nil},
		{"before one more group", "4111-1111-1111-1111-1111 4111-1111-1111-1111-12ab", nil},
		{"a version", "4111111111111111.0.1 4111111111111111.0-1", nil},
		{"a date and a time beside the word card", "card 20190916165215", nil},
		{"a time in nanoseconds", "1674546051003568771", nil},
		{"zeros", "0000000000000000", nil},
	})
}

// TestTestCards has numbers that processors give out for tests, one or more of each network, as in
// https://docs.stripe.com/testing, https://docs.adyen.com/development-resources/test-cards-and-credentials/test-card-numbers,
// https://developer.paypal.com/tools/sandbox/card-testing and https://developer.paypal.com/braintree/docs/reference/general/testing.
func TestTestCards(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	for _, number := range []string{
		"4242424242424242", "4000056655665556", "4988438843884305", "4646464646464644", // Visa
		"5555555555554444", "5200828282828210", "5105105105105100", "5127880999999990", "5031755734530604", // Mastercard
		"2223003122003222", "2222400070000005", "2308880000000000", // the same, of the 2 series
		"378282246310005", "371449635398431", "370000000000002", // American Express
		"6011111111111117", "6011000990139424", "6445644564456445", "6555900000604105", // Discover, BC Card
		"3056930009020004", "36227206271667", "38520000023237", "36006666333344", // Diners Club
		"3566002020360505", "3530111333300000", // JCB
		"6200000000000005", "6243030000000001", "6212345678901265", "8171999927660000", // UnionPay
		"6304000000000000", "5063516945005047", "6771798021000008", "6759649826438453", // Maestro
		"6703444444444449", "5019555544445555", "6035227716427021", // Bancontact, Dankort, Cabal
		"5066991111111118", "6062828888666688", "6062826786276634", "6370950000000005", // Elo, Hipercard, Hiper
	} {
		assert.Equal(t, []string{"CREDIT_CARD " + number}, scanAll(t, s, "pay with "+number+" now", Place{}), number)
		for _, separator := range []string{" ", "-"} {
			grouped := number[:4] + separator + number[4:8] + separator + number[8:12] + separator + number[12:]
			assert.Equal(t, []string{"CREDIT_CARD " + grouped}, scanAll(t, s, "pay with "+grouped+" now", Place{}), grouped)
		}
	}
}
