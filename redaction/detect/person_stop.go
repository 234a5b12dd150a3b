package detect

import "strings"

// notNames are words that start with a capital where a name could stand, and are none: what people say they are and how they are addressed,
// nationalities, times, products, and words of forms and of software.
var notNames = wordSet(`
	a about absolutely account accountant actually admin administrator afraid after again age agent ai all almost alright also always am
	amazed an and
	any api app apt are as assistant at avenue aware away back bad based because been before being best better both bot box build builder
	busy but by
	bye calling can certain certainly class claude client closed code colleague colleagues coming committed completely concerned config
	confident
	confused copilot could curious currently customer customers data date days dear default delighted department deploy designed developer
	different
	doctor does doing don't done double down each eager early either email end engineer error even ever every everyone excited exhausted
	expecting
	extremely eager false familiar family fan feeling file find fine first folks following for former free friend friends from full fully
	gemini general
	getting glad go going gonna good got gpt grateful great guys had happy hard has hate have having he hello help here hey hi hiring his
	honored hoping
	how however human hungry i if impressed in index inside interested invalid is it its job just keen key kind language large last late
	lead learning
	leaving like list literally living llama looking lost love ma'am madam mail making manager many map maybe me member members menu message
	mine minor
	mistral mom more most mother moving mr mrs ms much my name names near never new news next nice no nobody none not note nothing now null
	number of off
	ok okay old on once one only open opening or order other our out over owner page part partner patient perfectly person phone planning
	please pleased
	plus possible pretty prof professor programmed project proud quite re ready real really recipient regarding released reporting request
	required
	requested right running sad safe said same santa says scared script sea search section see seeing seeking self senior sent server
	service she should
	sick since single sir siri sister so some somebody someone son soon sorry speaking staff start state status std still street string
	student studying
	stuck subject subscriber such suite summary super support supporter supposed sure surprised system table talking task team teams tell
	test testing
	than thank thankful thanks that the their them then there these they thinking third this those thrilled through tired title to today
	together token
	tomorrow too total trained trouble true truly trying two type typically unable under undefined unit unknown unsure until up update upset
	us user
	users using valid value vendor version very waiting was watching we welcome well what when where which while who why will wish with within
	without wondering working world worried would writing wrong yes yesterday yet you young your
	monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
	spring summer autumn winter christmas easter
	american australian austrian belgian brazilian british canadian catholic chinese christian danish dutch english european finnish french
	german
	greek hindu hungarian indian irish israeli italian japanese jewish korean mexican muslim norwegian polish portuguese russian scottish
	spanish
	swedish swiss turkish ukrainian vietnamese welsh
	africa america asia berlin boston canada chicago china europe france germany india italy japan london paris russia spain
	alexa anthropic android aws azure chatgpt cohere docker excel facebook github gitlab google grok instagram ios iphone java javascript
	kubernetes
	linux mac microsoft mysql netflix nvidia openai oracle perplexity postgres python redis slack spotify twitter typescript ubuntu windows
	word youtube
	herr frau señor señora monsieur madame mesdames messieurs damen herren signor signora cliente kunde
`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
