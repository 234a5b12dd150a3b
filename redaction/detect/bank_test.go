package detect

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestABA(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackBank, []family{
		{"beside its name", "routing number 121000358.", []string{"ABA_ROUTING 121000358"}},
		{"in groups", "ABA: 3222-7162-7", []string{"ABA_ROUTING 3222-7162-7"}},
		{"named behind it", "121000358 (ABA)", []string{"ABA_ROUTING 121000358"}},
		{"without a name", "order 121000358", nil},
		{"a wrong check digit", "routing 121000359", nil},
		{"a prefix not in use", "routing 421042111", nil},
		{"zeros", "routing 000000000", nil},
		{"part of a longer number", "routing 1-121000358 121000358-1", nil},
	})
	s := NewScanner(Policy{Packs: PackBank})
	assert.Empty(t, scanAll(t, s, "121000358", Place{Key: []byte("routing"), Identifier: true}))
	assert.NotEmpty(t, scanAll(t, s, "121000358", Place{Key: []byte("routing")}))
}

// TestABAAgreesWithCounting holds the check sum against one written another way: of ten neighbours exactly one is right.
func TestABAAgreesWithCounting(t *testing.T) {
	t.Parallel()
	for n := 1; n < 100000; n += 13 {
		right := 0
		for check := range 10 {
			text := fmt.Sprintf("12%06d%d", n, check)
			sum := 0
			for i, c := range text {
				sum += int(c-'0') * []int{3, 7, 1}[i%3]
			}
			assert.Equal(t, sum%10 == 0, isABA([]byte(text)), text)
			if isABA([]byte(text)) {
				right++
			}
		}
		assert.Equal(t, 1, right)
	}
}

func TestBankAccount(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackBank, []family{
		{"beside its name", "my bank account number is 912803456", []string{"BANK_ACCOUNT 912803456"}},
		{"in short", "Acct No. 00912803456", []string{"BANK_ACCOUNT 00912803456"}},
		{"a sort code", "sort code 20-00-00", []string{"BANK_ACCOUNT 20-00-00"}},
		{"a sort code with the account", "Sort code/account 20-00-00 55779911", []string{"BANK_ACCOUNT 20-00-00 55779911"}},
		{"German", "Kontonummer: 0532013000", []string{"BANK_ACCOUNT 0532013000"}},
		{"an account of any kind", "account 912803456 has 3 open tickets", nil},
		{"too short", "bank account 12345", nil},
		{"too long", "bank account 123456789012345678", nil},
		{"a date", "paid on 20-11-26", nil},
	})
}

func TestSWIFT(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackBank, []family{
		{"eight signs", "SWIFT: DEUTDEFF", []string{"SWIFT_BIC DEUTDEFF"}},
		{"eleven signs", "BIC DEUTDEFF500.", []string{"SWIFT_BIC DEUTDEFF500"}},
		{"with words between", "The SWIFT/BIC code is CHASUS33XXX", []string{"SWIFT_BIC CHASUS33XXX"}},
		{"without a name", "DEUTDEFF", nil},
		{"in small letters", "SWIFT deutdeff", nil},
		{"a word in capitals", "SWIFT CODE: REQUIRED, SWIFT CUSTOMER, SWIFT TRANSFER", nil},
		{"no country", "SWIFT DEUTXXFF", nil},
		{"nine signs", "SWIFT DEUTDEFF5", nil},
		{"the language", "Swift is a language by Apple; import SwiftUI", nil},
		{"another word", "BICYCLE DEUTDEFF, bicycle: DEUTDEFF", nil},
		{"something else between", "SWIFT and DEUTDEFF", nil},
	})
}
