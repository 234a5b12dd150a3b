package detect

import (
	"strings"
	"testing"
)

func TestEmail(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"plain", "alice@example.com", []string{"EMAIL alice@example.com"}},
		{"with signs", "<o'brien+x.y_z-1@mail-1.example.co.uk>", []string{"EMAIL o'brien+x.y_z-1@mail-1.example.co.uk"}},
		{"behind mailto and before a full stop", "mailto:alice@example.com.", []string{"EMAIL alice@example.com"}},
		{"in single quotes", "'alice@example.com'", []string{"EMAIL alice@example.com"}},
		{"behind an equals sign", "to=alice@example.com&x", []string{"EMAIL alice@example.com"}},
		{"encoded", "to=alice%40example.com&x", []string{"EMAIL alice%40example.com"}},
		{"in Cyrillic", "почта иван@пример.рф, да", []string{"EMAIL иван@пример.рф"}},
		{"in Chinese text", "邮箱alice@example.com请", []string{"EMAIL alice@example.com"}},
		{"in Chinese", "写信 用户@例子.广告 谢谢", []string{"EMAIL 用户@例子.广告"}},
		{"encoded domain", "a@xn--d1acufc.xn--p1ai", []string{"EMAIL a@xn--d1acufc.xn--p1ai"}},
		{"a numeric provider", "alice@163.com", []string{"EMAIL alice@163.com"}},
		{"before a number", "alice@example.com.5", []string{"EMAIL alice@example.com"}},
		{"behind encoded blanks", "q=please%20write%20to%20alice%40example.com", []string{"EMAIL alice%40example.com"}},
		{"before a dash", "alice@example.com- and bob@example.org-2024-a", []string{"EMAIL alice@example.com", "EMAIL bob@example.org"}},
		{"before a dash behind more labels", "alice@sub.example.com-x", []string{"EMAIL alice@sub.example.com"}},
		{"before glued digits", "alice@example.com1", []string{"EMAIL alice@example.com"}},
		{"before a glued card", "alice@example.com4111111111111111", []string{"EMAIL alice@example.com", "CREDIT_CARD 4111111111111111"}},
		{"before a glued word", "alice@example.comPhone: 12", []string{"EMAIL alice@example.com"}},
		{"with capitals in the last label", "alice@example.CoM ALICE@EXAMPLE.COM", []string{"EMAIL alice@example.CoM", "EMAIL ALICE@EXAMPLE.COM"}},
		{"encoded domain before a dash", "a@xn--d1acufc.xn--p1ai-", []string{"EMAIL a@xn--d1acufc.xn--p1ai"}},
		{"behind a rule", strings.Repeat("-", 70) + "alice@example.com", []string{"EMAIL alice@example.com"}},
		{"behind more than 64 bytes of letters", strings.Repeat("a", 65) + "@example.com", []string{"EMAIL " + strings.Repeat("a", 64) + "@example.com"}},
		{"the mailbox git, this or super", "git@example.com, this@example.com super@example.com",
			[]string{"EMAIL git@example.com", "EMAIL this@example.com", "EMAIL super@example.com"}},
		{"the mailbox git before a sentence", "git@example.com: hello", []string{"EMAIL git@example.com"}},
		{"a git remote is no mailbox", "git@github.com:org/x git@github.com/org/x", nil},
		{"a version has a numeric end", "react@18.2.0 lodash@4.17.21-beta", nil},
		{"a version may end in letters", "pkg@1.0.0-beta.rc checkout@v4.1.beta", nil},
		{"a version may have a glued end", "pkg@1.0.0-beta1 pkg@2.0.rc1", nil},
		{"one letter before a dash or a digit is no top-level domain", "root@db.k8s-prod deploy@app.v2", nil},
		{"a host without a dot", "deploy@bastion", nil},
		{"a decorator has nothing before it", "\n@app.route('/')", nil},
		{"a template", "user@{host}.com", nil},
		{"a digest", "img@sha256:ab", nil},
		{"an image for dense screens", "icon@2x.png", nil},
		{"a label of Kotlin", "this@MainActivity.onCreate(", nil},
		{"a domain that starts like a unit", "alice@service.example.com", []string{"EMAIL alice@service.example.com"}},
		{"a unit of systemd", "getty@tty1.service user@1000.service pg@main.timer user@1000.slice", nil},
		{"an annotation of OData", `"members@odata.count": 2`, nil},
		{"two at signs", "a@@example.com", nil},
		{"an underscore escaped for Markdown", `jane\_roe\_x@example.com`, []string{`EMAIL jane\_roe\_x@example.com`}},
		{"a folder before", `x\jane@example.com`, []string{"EMAIL jane@example.com"}},
	})
}
