package detect

// isStopValue reports whether value is a word that describes a password rather than being one, or such words with dashes, slashes or
// underscores between ("base64-encoded", "on/off"). A type of GraphQL has an exclamation mark behind it ("String!").
func isStopValue(value []byte) bool {
	const longest = 32
	if n := len(value); n > 1 && value[n-1] == '!' {
		value = value[:n-1]
	}
	if len(value) == 0 || len(value) > longest {
		return false
	}
	start := 0
	for i := 0; i <= len(value); i++ {
		if i < len(value) && value[i] != '/' && !is(value[i], dash|underscore) {
			continue
		}
		if !isStopWord(value[start:i]) {
			return false
		}
		start = i + 1
	}
	return true
}

func isStopWord(word []byte) bool {
	var lowered [16]byte
	if len(word) > len(lowered) {
		return false
	}
	for i, c := range word {
		lowered[i] = lowerByte(c)
	}
	return stopValues[string(lowered[:len(word)])]
}

var stopValues = map[string]bool{
	"true": true, "false": true, "null": true, "none": true, "nil": true, "undefined": true, "void": true, "string": true,
	"str": true, "text": true, "bytes": true, "any": true, "int": true, "integer": true, "number": true, "boolean": true,
	"bool": true, "object": true, "optional": true, "required": true, "secretstr": true, "varchar": true, "char": true,
	"is": true, "was": true, "not": true, "must": true, "should": true, "cannot": true, "can": true, "will": true, "has": true,
	"invalid": true, "incorrect": true, "wrong": true, "missing": true, "empty": true, "expired": true, "reset": true,
	"change": true, "changed": true, "forgotten": true, "forgot": true, "weak": true, "strong": true, "too": true,
	"new": true, "old": true, "current": true, "field": true, "protected": true, "hidden": true, "masked": true,
	"hash": true, "hashed": true, "encrypted": true, "input": true, "type": true, "self": true, "this": true, "the": true,
	"and": true, "or": true, "for": true, "yes": true, "no": true, "default": true, "unset": true, "set": true, "on": true, "off": true,
	"value": true, "option": true, "options": true, "flag": true, "flags": true, "fields": true, "prompt": true, "credentials": true,
	"encoded": true, "base64": true, "bcrypt": true, "argon2": true, "md5": true, "sha256": true, "sha512": true,
	"async": true, "await": true, "func": true, "function": true, "lambda": true, "sub": true, // what follows is code
	"buffer": true, "uint8array": true, "unicodestring": true, "ansistring": true, "secretstring": true, "securestring": true, "lpwstr": true,
	"files": true, "compat": true, // of nsswitch.conf

	"erforderlich": true, "falsch": true, "ungültig": true, "leer": true, "vergessen": true, "ändern": true, "neu": true, "geändert": true,
	"obligatorio": true, "obligatoria": true, "requerido": true, "requerida": true, "incorrecto": true, "incorrecta": true, "olvidada": true,
	"obligatoire": true, "requis": true, "oublié": true, "incorreta": true, "obrigatória": true, "esquecida": true, "inválida": true,
	"vereist": true, "vergeten": true, "onjuist": true,
}
