// Package oracle holds the redaction engine against jsontext, a JSON parser by others. It has tests only.
package oracle
