package peers

// Expressions returns one for each of seven kinds of findings, as somebody would write them: e-mail address, phone, payment card, US social
// security number, IPv4 address, AWS key, OpenAI key. They validate nothing.
func Expressions() []string {
	return []string{
		`[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}`,
		`(?:\+?1[ .-])?(?:\([2-9]\d{2}\) ?|\b[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}\b`,
		`\b(?:\d{4}[ -]?){3}\d{4}\b`,
		`\b\d{3}-\d{2}-\d{4}\b`,
		`\b(?:\d{1,3}\.){3}\d{1,3}\b`,
		`\b(?:AKIA|ASIA)[A-Z0-9]{16}\b`,
		`\bsk-[A-Za-z0-9_-]{20,}`,
	}
}
