package detect

// phoneWords are words that speak of phones and of little else, and pairs of words with which people give their number. Letters outside ASCII
// are compared as they are: where a word of another alphabet starts a line, its capital is listed, too.
var phoneWords = []string{
	"phone", "phones", "phoned", "phonenumber", "phoneno", "telephone", "telephones", "telephoned", "tel", "telno", "mobile", "mobiles",
	"mobileno", "mob", "ph", "cell", "cellphone", "cellular", "landline", "fax", "whatsapp", "sms", "msisdn", "dial", "hotline", "helpline",
	"voicemail", "texted", "📞", "📱", "☎", "☏",
	"call me", "call us", "can call", "please call", "to call", "call at", "call on", "call him", "call her", "call them", "call back",
	"callback number", "me at", "me on", "my registered", "text me", "text messages", "ring me", "ring us", "ring him", "ring her",
	"contact number", "contact no", "home number", "office number", "work number", "emergency contact", "emergency number", "my number",
	"his number", "her number", "answering at", "reach me", "reach us", "reach him", "reach her",
	"reach them", "reached at", "reached on", "contact me", "messages to", "text message", "missed call", "direct dial",
	// "My Japanese number is …"
	"american number", "australian number", "austrian number", "belgian number", "brazilian number", "british number", "canadian number",
	"chinese number", "danish number", "dutch number", "french number", "german number", "indian number", "irish number", "israeli number",
	"italian number", "japanese number", "korean number", "mexican number", "polish number", "portuguese number", "spanish number",
	"swedish number", "swiss number", "turkish number",

	// German, Dutch, and the Nordic languages.
	"telefon", "telefonnummer", "telefonnr", "telnr", "telefonisch", "handy", "handynummer", "handynr", "mobil", "mobilnummer", "mobilnr",
	"mobilfunk", "mobilfunknummer", "festnetz", "festnetznummer", "rufnummer", "rückruf", "rückrufnummer", "durchwahl", "kontaktnummer",
	"anrufen", "rufen sie", "ruf mich", "mich an", "mich unter", "erreichbar unter", "meine nummer",
	"telefoon", "telefoonnummer", "telefoonnr", "mobiel", "mobiele", "bel me", "bel mij", "bereikbaar op", "bereiken op", "mijn nummer",
	"telefonnummeret", "tlf", "tlfnr", "ring mig", "ring meg", "ring til", "mitt nummer", "mit nummer",
	"puhelin", "puhelinnumero", "puhelinnumeroni", "puhelimeni", "puh", "matkapuhelin", "kännykkä", "kännykkäni", "soita",

	// The Romance languages.
	"téléphone", "téléphonique", "tél", "joignable", "me joindre", "joindre au", "appelez moi", "appelle moi", "rappelez moi",
	"rappeler au",
	"appeler au", "mon numéro", "mon portable", "son portable", "votre portable", "de portable", "numéro portable",
	"telefono", "telefonico", "telefonica", "cellulare", "telefonino", "recapito", "chiamami", "chiamatemi", "chiamarmi", "chiamare al",
	"contattami", "contattatemi", "mio numero",
	"teléfono", "teléfonos", "téléfono", "telefónico", "móvil", "movil", "celular", "tfno", "tlfno", "llámame", "llamame", "llámeme",
	"llamarme", "llamar al", "mi número", "mi numero",
	"telefone", "telemóvel", "telemovel", "fone", "ligue para", "ligar para", "me liga", "me ligue", "meu número", "meu numero",
	"telefonul", "numărul meu", "sună mă", "sunați mă",

	// Central and Eastern Europe, and Turkish.
	"telefonu", "telefoniczny", "komórka", "komórki", "komórkę", "komórkowy", "komórkowego", "zadzwoń", "zadzwonić", "mój numer",
	"telefonní", "telefónne", "telefón", "telefona", "mobilu", "zavolejte", "zavolej", "volejte", "moje číslo", "mé číslo", "mobitel",
	"telefonszám", "telefonszámom", "telefonszáma", "mobilszám", "mobilszámom", "hívjon", "hívj",
	"telefonum", "telefonunuz", "numaram", "cep telefonu",
	"телефон", "Телефон", "ТЕЛЕФОН", "телефона", "телефону", "телефоном", "тел", "Тел", "ТЕЛ", "моб", "Моб", "мобильный", "Мобильный",
	"мобильного", "мобільний", "Мобільний", "мобилен", "Мобилен", "сотовый", "Сотовый", "позвоните", "Позвоните", "позвони", "мой номер",
	"Мой номер", "мій номер", "Мій номер", "моят номер",
	"τηλέφωνο", "Τηλέφωνο", "τηλέφωνό", "τηλ", "Τηλ", "ΤΗΛ", "κινητό", "Κινητό",

	// Hebrew, Arabic, Persian, Hindi.
	"טלפון", "הטלפון", "בטלפון", "נייד", "הנייד", "בנייד", "פלאפון", "הפלאפון", "טל", "המספר שלי",
	"هاتف", "الهاتف", "هاتفي", "جوال", "الجوال", "جوالي", "موبايل", "الموبايل", "تليفون", "تلفون", "واتساب",
	"تلفن", "موبایل", "شماره تماس",
	"\u092b\u093c\u094b\u0928", "\u095e\u094b\u0928", "फोन", "मोबाइल", "दूरभाष", "मेरा नंबर", "संपर्क नंबर",

	// East and South-East Asia.
	"电话", "電話", "手机", "手機", "座机", "座機", "拨打", "撥打", "致电", "致電", "联系方式", "聯絡方式",
	"携帯", "ケータイ", "連絡先", "ファックス", "전화", "휴대폰", "핸드폰", "연락처",
	"telepon", "telp", "nomor hp", "no hp", "hp saya", "nomor wa", "no wa", "hubungi", "โทร", "มือถือ",
	"điện thoại", "Điện thoại", "sđt", "sĐt", "đt", "Đt", "di động", "gọi cho", "gọi số",
}
