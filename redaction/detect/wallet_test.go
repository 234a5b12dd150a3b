package detect

import "testing"

func TestWallet(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"Bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", []string{"CRYPTO_WALLET 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"}},
		{"Bitcoin, script", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy.", []string{"CRYPTO_WALLET 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"}},
		{"Bitcoin, Bech32", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", []string{"CRYPTO_WALLET bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"}},
		{"Bitcoin, Bech32m", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
			[]string{"CRYPTO_WALLET bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"}},
		{"XRP", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", []string{"CRYPTO_WALLET rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh"}},
		{"Ethereum in mixed case", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", []string{"CRYPTO_WALLET 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"}},
		{"Ethereum in one case beside a word", "wallet 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359",
			[]string{"CRYPTO_WALLET 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359"}},
		{"Monero", "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
			[]string{"CRYPTO_WALLET 44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"}},
		{"a wrong checksum", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", nil},
		{"a wrong capital", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d35D", nil},
		{"a hash in one case without a word", "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359", nil},
		{"a commit", "89f4d7ac84452463f2f15eade2fa29161cfaa0de", nil},
		{"mixed case in Bech32", "bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", nil},
	})
}
