package detect

import "testing"

func TestChina(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"with X", "id 11010519491231002X.", []string{"CN_RIC 11010519491231002X"}},
		{"with x beside its name", "身份证号码:11010519491231002x", []string{"CN_RIC 11010519491231002x"}},
		{"with x without a word", "v 11010519491231002x", nil},
		{"with a wrong check character", "身份证 110105194912310021", nil},
		{"with a day that is none", "身份证 11010519490231002X", nil},
		{"of a province that is none", "99010519491231002X", nil},
		{"with another letter", "11010519491231002A", nil},
		{"inside of a token", "a11010519491231002X 11010519491231002Xb", nil},
	})
}
