package detect

import "testing"

func TestCard(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"Visa in one run", "4111111111111111", []string{"CREDIT_CARD 4111111111111111"}},
		{"Visa with spaces before a full stop", "4012 8888 8888 1881.", []string{"CREDIT_CARD 4012 8888 8888 1881"}},
		{"Mastercard with dashes", "5555-5555-5555-4444", []string{"CREDIT_CARD 5555-5555-5555-4444"}},
		{"Mastercard of the 2 series", "2223003122003222", []string{"CREDIT_CARD 2223003122003222"}},
		{"American Express in groups", "3782 822463 10005", []string{"CREDIT_CARD 3782 822463 10005"}},
		{"Diners Club of 14 digits", "30569309025904", []string{"CREDIT_CARD 30569309025904"}},
		{"JCB of 15 digits", "213100000000001", []string{"CREDIT_CARD 213100000000001"}},
		{"JCB of 15 digits, the other range", "180000826105910", []string{"CREDIT_CARD 180000826105910"}},
		{"13 digits beside the word card", "my card 4222222222222", []string{"CREDIT_CARD 4222222222222"}},
		{"13 digits without a word", "job 4222222222222", nil},
		{"an unknown issuer beside the word card", "card 3590730093437731", []string{"CREDIT_CARD 3590730093437731"}},
		{"an unknown issuer without a word", "job 3590730093437731", nil},
		{"behind another number in a table", "5,4111111111111111,alice", []string{"CREDIT_CARD 4111111111111111"}},
		{"Dankort and Maestro without a word", "5019717010103742, 6759649826438453", []string{"CREDIT_CARD 5019717010103742", "CREDIT_CARD 6759649826438453"}},
		{"wide ranges without a word", "job 5612345678901230 3600000000000123 8171999927660000 5085000012345671 6042000012345671", nil},
		{"wide ranges in groups or beside a word", "5612 3456 7890 1230, card 8171999927660000",
			[]string{"CREDIT_CARD 5612 3456 7890 1230", "CREDIT_CARD 8171999927660000"}},
		{"the end of a UUID beside the word card", "card 36c9768f-8720-4c0f-8ac6-317423044997, card c6-317423044997",
			[]string{"CREDIT_CARD 317423044997"}},
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
