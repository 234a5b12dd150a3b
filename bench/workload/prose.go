package workload

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// sentences are what the messages say. Braces stand for what differs each time: see fill.
var sentences = []string{
	"The worker gave up after {n} attempts because the queue was full, so the remaining jobs were moved to the second region.",
	"You can lower the limit in the settings, but the service reads them only when it starts.",
	"As RFC {rfc} puts it, a recipient must ignore fields that it does not understand.",
	"I would start with the read-only replica: it sees about {pct} % of the traffic and nobody writes to it.",
	"Since version {version} the parser keeps comments, which is why the output looks longer than before.",
	"Let the dough rest for {n} minutes, fold it twice, and bake it until the crust sounds hollow.",
	"The meeting moved to {date} at {time}; the agenda stays the same.",
	"Both answers are reasonable, although the first one is easier to explain to a newcomer.",
	"Thanks, that helped! Is there a way to do the same without restarting the server?",
	"Of the {count} rows that were imported, {n} had an empty title and were skipped.",
	"The follow-up question is whether a long-lived connection survives the switch-over.",
	"It depends on the shape of the data: a hash join wins when one side fits in memory.",
	"He said \"not before the release\" and closed the ticket.",
	"Rendering took {ms} ms on the old laptop and {n} ms on the new one, so the cache is worth keeping.",
	"In short, the error means that the file was changed by somebody else between reading and writing.",
	"The library moved from {version} to {version}, and its well-known default of {n} connections went away.",
	"Readers who skip chapter {n} will miss the definition of a half-open interval.",
	"Nothing in the log between {time} and {time} points to a problem with the disk.",
	"A good summary names the decision, the reason, and what would change it.",
	"Growth slowed to {pct} % in the last quarter, mostly because two customers paused their projects.",
	"Please rewrite the second paragraph in a friendlier tone and keep the numbers as they are.",
	"The end-to-end test failed once on {date} and has been green ever since.",
	"Section {n} of the guide describes the three-step set-up, and the appendix lists the exceptions.",
	"You are a careful assistant; answer briefly, cite your sources, and say when you are not sure.",
	"If the two lists differ in length, the shorter one decides how many pairs you get.",
	"Our train leaves from platform {n}, and the museum is a ten-minute walk from the station.",
	"Memory grew from {n} MB to {ms} MB within an hour, then the process was restarted by the supervisor.",
	"There is no need to lock the whole table: an index on the column is enough.",
	"The authors compare {n} models on {count} questions and find that the smaller ones catch up quickly.",
	"Use a colon before a list, a semicolon between clauses, and a full stop when in doubt.",
}

// blocks stand between paragraphs.
var blocks = []string{
	"Steps:\n- open the settings\n- choose \"advanced\"\n- set the time-out to {n} s",
	"```python\nfor item in items[:{n}]:\n\tresult = client.run(item, retries={small})\n\tprint(f\"{item}: {result}\")\n```",
	"| size | share |\n|---|---|\n| {count} | {pct} % |\n| {ms} | {pct} % |",
	"1. Read the notes for {version}.\n2. Make a copy.\n3. Try it on {date}.",
	"```sh\ncurl -s \"https://docs.example.com/v{small}/guide?page={n}\" | grep -c title\n```",
	"> It works on my machine.\n\nThat may well be, but the build ran on {date}.",
}

// fill puts made-up values for the braces of s.
func fill(r *rand.Rand, s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(value(r, name))
		s = after
	}
}

func value(r *rand.Rand, name string) string {
	between := func(low, high int) string { return strconv.Itoa(low + r.IntN(high-low)) }
	two := func(high int) string { return strconv.Itoa(100 + 1 + r.IntN(high))[1:] }
	switch name {
	case "small":
		return between(2, 9)
	case "n":
		return between(2, 90)
	case "pct":
		return pick(r, []string{between(1, 99), between(1, 99) + "." + between(0, 9)})
	case "ms":
		return between(100, 999)
	case "count":
		return between(1000, 99999)
	case "rfc":
		return between(2000, 9700)
	case "version":
		return between(0, 9) + "." + between(0, 30) + "." + between(0, 20)
	case "date":
		return between(2019, 2027) + "-" + two(12) + "-" + two(28)
	case "time":
		return two(23) + ":" + two(58)
	case "open":
		return "{"
	case "close":
		return "}"
	default:
		return "{" + name + "}" // braces of code
	}
}

// foreignSentences are sentences in other languages and scripts.
var foreignSentences = []string{
	"Die Prüfung dauerte {n} Minuten länger, weil der zweite Rechner ausgefallen war.",
	"La réponse la plus courte n'est pas toujours la meilleure, surtout après {n} essais.",
	"El informe del {date} resume {count} respuestas y señala las que faltan.",
	"Żółta łódka wróciła do portu o {time}, zanim zaczął padać śnieg.",
	"Сервер перезапустили в {time}, и очередь из {count} задач опустела за {n} минут.",
	"Η δεύτερη έκδοση διορθώνει {n} σφάλματα και αλλάζει μία προεπιλογή.",
	"会議は{date}に延期され、資料は{n}ページに短縮されました。",
	"第{n}章介绍了缓存的工作原理，并列出了{small}个例外。",
	"회의록에는 {n}개의 결정과 그 이유가 적혀 있습니다.",
	"تأخر القطار {n} دقيقة بسبب الثلج، ثم وصل في الساعة {time}.",
	"दूसरे संस्करण में {n} सुधार हैं और एक नया विकल्प भी है।",
	"הגרסה החדשה קוראת את ההגדרות רק בזמן ההפעלה, ולכן צריך להפעיל מחדש.",
	"Cảm ơn, cách thứ hai chạy nhanh hơn {pct} % trên máy cũ 🙂",
}
