package detect

// bankAccount finds numbers of bank accounts: 6 to 17 digits in one run, or a British sort code (2-2-2) with or without the eight digits of
// the account behind it. Nothing in them can be checked, so words that name an account must stand beside them; "account" alone, which
// stands beside other numbers as often, is none.
var bankAccount = Detector{
	Entities: []Entity{BankAccount}, Packs: PackBank,
	Numbers: &Digits{First: []int{2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}, Min: 6, Beside: mayBeAccount}, Find: findBankAccount,
	Context: []string{
		"bank account", "account number", "account no", "account num", "acct", "acct no", "checking account", "savings account", "bankaccount",
		"accountnumber", "acctno", "sort code", "sortcode", "kontonummer", "rekeningnummer", "de compte", "de cuenta", "numero conto", "da conta",
	},
	Keys: []string{"bank account", "bank account number", "account number", "bankaccountnumber", "sort code", "sortcode", "kontonummer"},
}

// mayBeAccount reports whether a number may start at at, the first group of which is more than that of a sort code, or has one of its
// separators behind.
func mayBeAccount(b []byte, at, end int) bool {
	return startsNumber(b, at) && (end-at > 2 || byteAt(b, end) == '-' || byteAt(b, end) == ' ')
}

func findBankAccount(t *Text, at int) bool {
	const least, most = 6, 17
	b := t.Bytes
	if t.Place.Identifier {
		return false
	}
	n := t.number(at)
	last := 0
	switch {
	case n.size(0) >= least && n.size(0) <= most:
	case n.shape("- ", 2, 2, 2):
		last = 2
		if n.size(3) == 8 && n.gap(2) == ' ' {
			last = 3
		}
	default:
		return false
	}
	end := n.groups[last].end
	if !startsNumber(b, at) || !endsNumber(b, end) || !t.hasContext(at, end) {
		return false
	}
	return t.add(BankAccount, at, end, end)
}
