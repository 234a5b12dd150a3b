package detect

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// oracle says for one entity, in other words than the validators do, which letters and digits are such an identifier beside a context word.
type oracle struct {
	entity Entity
	word   string // says beside a candidate what it is
	sample string // 9: any digit, d: day, m: month, A: any capital; else itself. Its last character is varied.
	valid  func(id string) bool
}

// weigh returns the sum of the digits of id times the weights, which blanks divide.
func weigh(id, weights string) int {
	sum := 0
	for i, w := range strings.Fields(weights) {
		weight, _ := strconv.Atoi(w)
		sum += weight * strings.IndexByte("0123456789", id[i])
	}
	return sum
}

// remainder returns the remainder of the number that id stands for.
func remainder(id string, by int64) int {
	n, ok := new(big.Int).SetString(id, 10)
	if !ok {
		return -1
	}
	return int(new(big.Int).Mod(n, big.NewInt(by)).Int64())
}

func last(id string) string { return id[len(id)-1:] }

// luhnSum doubles by a table.
func luhnSum(id string) int {
	sum := 0
	for i := range id {
		table := "0123456789"
		if (len(id)-i)%2 == 0 {
			table = "0246813579"
		}
		sum += strings.IndexByte("0123456789", table[id[i]-'0'])
	}
	return sum
}

func iso7064(id string) bool {
	p := 10
	for _, c := range id[:len(id)-1] {
		p = (p+int(c-'0')-1+10)%10 + 1 // 1 to 10
		p = p * 2 % 11
	}
	return strconv.Itoa((11-p)%10) == last(id)
}

// hasDay asks the calendar of a leap year.
func hasDay(day, month string) bool {
	_, err := time.Parse("2006-01-02", "2024-"+month+"-"+day)
	return err == nil
}

// anyDay asks for a month less any of those numbers.
func anyDay(day, month string, by ...int) bool {
	for _, n := range by {
		if hasDay(day, less(month, n)) {
			return true
		}
	}
	return false
}

// less returns the number of two digits less by.
func less(two string, by int) string {
	n, _ := strconv.Atoi(two)
	return fmt.Sprintf("%02d", n-by)
}

func oneOf(ways ...bool) bool {
	for _, way := range ways {
		if way {
			return true
		}
	}
	return false
}

func baltic(id string) bool {
	first, second := weigh(id, "1 2 3 4 5 6 7 8 9 1")%11, weigh(id, "3 4 5 6 7 8 9 1 2 3")%11
	switch {
	case first < 10:
		return last(id) == strconv.Itoa(first)
	case second < 10:
		return last(id) == strconv.Itoa(second)
	}
	return last(id) == "0"
}

// complement returns what is missing to a multiple of 11, as text; "10" where that is ten.
func complement(sum int) string { return strconv.Itoa((110000 - sum) % 11) }

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

var oracles = []oracle{
	{NHS, "NHS", "9999999999", func(id string) bool { return complement(weigh(id, "10 9 8 7 6 5 4 3 2")) == last(id) }},
	{UKUTR, "UTR", "9999999999", func(id string) bool {
		id = id[len(id)-10:]
		return "21987654321"[weigh(id[1:], "6 7 8 9 10 5 4 3 2")%11] == id[0]
	}},
	{ATSocialSecurity, "SVNR", "9999dm99", func(id string) bool {
		return id[0] != '0' && strconv.Itoa(weigh(id, "3 7 9 0 5 8 4 2 1 6")%11) == id[3:4]
	}},
	{BENationalNumber, "INSZ", "99md99999", func(id string) bool {
		check, _ := strconv.Atoi(id[9:])
		return oneOf(remainder(id[:9], 97)+check == 97, remainder("2"+id[:9], 97)+check == 97)
	}},
	{BGEGN, "EGN", "99md9999", func(id string) bool {
		check := strconv.Itoa(weigh(id, "2 4 8 5 10 9 7 3 6") % 11)
		date := anyDay(id[4:6], id[2:4], 0, 20, 40, 60, 80)
		return date && last(check) == last(id)
	}},
	{CHAHV, "AHV", "7569999999999", func(id string) bool {
		return strings.HasPrefix(id, "756") && weigh(id, "1 3 1 3 1 3 1 3 1 3 1 3 1")%10 == 0
	}},
	{CZSKBirthNumber, "rodné číslo", "99md9999", func(id string) bool {
		if len(id) == 9 {
			return anyDay(id[4:6], id[2:4], 0, 50)
		}
		return oneOf(remainder(id, 11) == 0, remainder(id[:9], 11) == 10 && last(id) == "0")
	}},
	{DETaxID, "Steuer-ID", "99999999999", func(id string) bool {
		for d := range 10 {
			if strings.Count(id[:10], strconv.Itoa(d)) > 3 {
				return false
			}
		}
		return id[0] != '0' && iso7064(id)
	}},
	{DEVATID, "", "DE999999999", func(id string) bool { return strings.HasPrefix(id, "DE") && iso7064(id[2:]) }},
	{DESocialSecurity, "Rentenversicherung", "99dm99A999", func(id string) bool {
		twelve := id[:8] + fmt.Sprintf("%02d", strings.Index(letters, id[8:9])+1) + id[9:11]
		sum := 0
		for i, w := range []int{2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1} {
			for _, c := range strconv.Itoa(w * int(twelve[i]-'0')) {
				sum += int(c - '0')
			}
		}
		return last(strconv.Itoa(sum)) == last(id)
	}},
	{DEHealthInsurance, "KVNR", "A999999999", func(id string) bool {
		ten := fmt.Sprintf("%02d", strings.Index(letters, id[:1])+1) + id[1:9]
		return last(strconv.Itoa(luhnSum(ten+"0"))) == last(id)
	}},
	{DKCPR, "CPR", "dm999999", func(id string) bool { return hasDay(id[:2], id[2:4]) }},
	{EEIsikukood, "isikukood", "999md9999", func(id string) bool {
		return id[0] != '0' && id[0] != '9' && hasDay(id[5:7], id[3:5]) && baltic(id)
	}},
	{LTAsmensKodas, "asmens kodas", "999md9999", func(id string) bool {
		return oneOf(id[0] == '9', id[0] != '0' && hasDay(id[5:7], id[3:5])) && baltic(id)
	}},
	{LVPersonasKods, "personas kods", "dm9999999", func(id string) bool {
		return oneOf(id[0] == '3' && id[1] >= '2', strconv.Itoa((1101+11000-weigh(id, "1 6 3 7 9 10 5 8 4 2"))%11) == last(id))
	}},
	{ESNIF, "DNI", "99999999A", func(id string) bool { return nifLetter(id[:len(id)-1]) == last(id) }},
	{ESNIE, "NIE", "X9999999A", func(id string) bool {
		return strings.Contains("XYZ", id[:1]) && nifLetter(strconv.Itoa(strings.Index("XYZ", id[:1]))+id[1:8]) == last(id)
	}},
	{ESNUSS, "NUSS", "999999999999", func(id string) bool {
		body := id[:len(id)-2]
		if len(body) == 10 && body[2] == '0' {
			body = body[:2] + body[3:]
		}
		return fmt.Sprintf("%02d", remainder(body, 97)) == id[len(id)-2:]
	}},
	{FIHETU, "hetu", "dm99A999X", func(id string) bool {
		nine := id[:6] + id[len(id)-4:len(id)-1]
		if len(id) == 11 && !strings.Contains("ABCDEFUVWXY", id[6:7]) {
			return false
		}
		return hasDay(id[:2], id[2:4]) && nine[6:] >= "002" && "0123456789ABCDEFHJKLMNPRSTUVWXY"[remainder(nine, 31)] == last(id)[0]
	}},
	{FRNIR, "NIR", "299m9999999999", func(id string) bool {
		body := id[:13]
		if strings.Contains("AB", body[6:7]) {
			body = body[:5] + map[string]string{"A": "19", "B": "18"}[body[6:7]] + body[7:]
		}
		key, _ := strconv.Atoi(id[13:])
		return remainder(body, 97) >= 0 && remainder(body, 97)+key == 97
	}},
	{FRNIF, "numéro fiscal", "0999999999999", func(id string) bool {
		return strings.Contains("0123", id[:1]) && fmt.Sprintf("%03d", remainder(id[:10], 511)) == id[10:]
	}},
	{GRAMKA, "AMKA", "dm9999999", func(id string) bool { return hasDay(id[:2], id[2:4]) && luhnSum(id)%10 == 0 }},
	{GRAFM, "AFM", "999999999", func(id string) bool {
		return last(strconv.Itoa(weigh(id, "256 128 64 32 16 8 4 2")%11)) == last(id)
	}},
	{HROIB, "OIB", "99999999999", iso7064},
	{HUTaxID, "adóazonosító", "8999999999", func(id string) bool {
		return strconv.Itoa(weigh(id, "1 2 3 4 5 6 7 8 9")%11) == last(id)
	}},
	{IEPPSN, "PPS", "9999999A", func(id string) bool {
		sum := weigh(id, "8 7 6 5 4 3 2")
		if len(id) == 9 {
			switch at := strings.Index("ABCDEFGHI", id[8:]); {
			case at >= 0:
				sum += 9 * (at + 1)
			case !strings.Contains("WTX", id[8:]):
				return false
			}
		}
		return "WABCDEFGHIJKLMNOPQRSTUV"[sum%23] == id[7]
	}},
	{ISKennitala, "kennitala", "dm999999", func(id string) bool {
		return complement(weigh(id, "3 2 7 6 5 4 3 2")) == id[8:9] && strings.Contains("089", last(id))
	}},
	{ITVATCode, "partita IVA", "00999999999", func(id string) bool {
		id = strings.TrimPrefix(id, "IT")
		return len(id) == 11 && id[:7] != "0000000" && luhnSum(id)%10 == 0
	}},
	{NLBSN, "BSN", "999999999", func(id string) bool { return weigh(id, "9 8 7 6 5 4 3 2")%11 == int(last(id)[0]-'0') }},
	{NOFnr, "fnr", "dm9999999", func(id string) bool {
		date := false
		for _, by := range []int{0, 40, 80} {
			date = oneOf(date, anyDay(less(id[:2], by), id[2:4], 0, 40, 80))
		}
		return date && complement(weigh(id, "3 7 6 1 8 9 4 5 2")) == id[9:10] && complement(weigh(id, "5 4 3 2 7 6 5 4 3 2")) == last(id)
	}},
	{PLPESEL, "PESEL", "99md99999", func(id string) bool {
		return strconv.Itoa((10-weigh(id, "1 3 7 9 1 3 7 9 1 3")%10)%10) == last(id)
	}},
	{PLNIP, "NIP", "9999999999", func(id string) bool { return strconv.Itoa(weigh(id, "6 5 7 2 3 4 5 6 7")%11) == last(id) }},
	{PTNIF, "NIF", "299999999", func(id string) bool {
		check := complement(weigh(id, "9 8 7 6 5 4 3 2"))
		return id[0] != '0' && (id[0] != '4' || id[:2] == "45") && last(check) == last(id)
	}},
	{ROCNP, "CNP", "199md999999", func(id string) bool {
		check := strings.Replace(strconv.Itoa(weigh(id, "2 7 9 1 4 6 3 5 8 2 7 9")%11), "10", "1", 1)
		return id[0] != '0' && hasDay(id[5:7], id[3:5]) && check == last(id)
	}},
	{SEPersonnummer, "personnummer", "99md9999", func(id string) bool {
		ten := id[len(id)-10:]
		month, day := ten[2:4], ten[4:6]
		date := oneOf(hasDay(day, month), hasDay(less(day, 60), month), month == "00" && day >= "60" && day <= "91", month <= "12" && day == "60")
		century := len(id) == 10 || strings.Contains("18 19 20", id[:2])
		return date && century && luhnSum(ten)%10 == 0
	}},
	{SIEMSO, "EMSO", "dm006999999", func(id string) bool {
		return hasDay(id[:2], id[2:4]) && complement(weigh(id, "7 6 5 4 3 2 7 6 5 4 3 2")) == last(id)
	}},
	{SITaxID, "davčna številka", "99999999", func(id string) bool {
		rest := weigh(id, "8 7 6 5 4 3 2") % 11
		return id[0] != '0' && rest != 0 && last(strconv.Itoa(11-rest)) == last(id)
	}},
	{TRTCKN, "TCKN", "99999999999", func(id string) bool {
		tenth := (weigh(id, "7 -1 7 -1 7 -1 7 -1 7")%10 + 10) % 10
		sum := weigh(id, "1 1 1 1 1 1 1 1 1 1") % 10
		return id[0] != '0' && id[9:] == strconv.Itoa(tenth)+strconv.Itoa(sum)
	}},
}

func nifLetter(number string) string {
	return "TRWAGMYFPDXBNJZSQVHLCKE"[remainder(number, 23):][:1]
}

// fill replaces the placeholders of a sample at random; days and months are off now and then.
func fill(sample string, r *rand.Rand) string {
	var b strings.Builder
	for _, c := range sample {
		switch c {
		case '9':
			b.WriteByte(byte('0' + r.IntN(10)))
		case 'd':
			fmt.Fprintf(&b, "%02d", r.IntN(34)+60*(r.IntN(8)/7))
		case 'm':
			fmt.Fprintf(&b, "%02d", r.IntN(14)+20*(r.IntN(5)/4)*r.IntN(5))
		case 'A':
			b.WriteByte(letters[r.IntN(len(letters))])
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// finderOf finds e, beside a context word or not.
func finderOf(e Entity) *Scanner {
	var off []Entity
	for other := None + 1; other < entityCount; other++ {
		if other != e {
			off = append(off, other)
		}
	}
	return NewScanner(Policy{On: []Entity{e}, Off: off})
}

// TestChecksAgreeWithOracles takes random candidates and all their neighbours in the last two places, so that right ones are among them.
func TestChecksAgreeWithOracles(t *testing.T) {
	t.Parallel()
	const candidates = 25
	for _, o := range oracles {
		t.Run(o.entity.String(), func(t *testing.T) {
			t.Parallel()
			s, r := finderOf(o.entity), rand.New(rand.NewPCG(1, uint64(o.entity)))
			right, all := 0, 0
			for range candidates {
				base := fill(o.sample, r)
				for _, id := range neighbours(base) {
					want := o.valid(id) && strings.Trim(id, id[:1]) != ""
					found := scanAll(t, s, o.word+" "+id+" ", Place{})
					require.Equal(t, want, len(found) == 1 && found[0] == o.entity.String()+" "+id, id)
					all++
					if want {
						right++
					}
				}
			}
			assert.Positive(t, right, "right ones among %d", all)
			assert.Less(t, right, all, "wrong ones")
		})
	}
}

// neighbours returns id with all other digits at its last two places, or letters and digits at the last if that is a letter.
func neighbours(id string) []string {
	var list []string
	if is(id[len(id)-1], letter) {
		for _, c := range letters + "0123456789" {
			list = append(list, id[:len(id)-1]+string(c))
		}
		return list
	}
	for n := range 100 {
		list = append(list, id[:len(id)-2]+fmt.Sprintf("%02d", n))
	}
	return list
}
