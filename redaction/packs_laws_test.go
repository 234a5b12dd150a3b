package redaction

import (
	"slices"
	"testing"
)

// TestLawsOnCompositionsOfPacks checks the laws of the fuzz targets with all packs on.
func TestLawsOnCompositionsOfPacks(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{MaxDepth: 1000, Packs: []string{"all"}})
	packs := []string{
		"My name is Jane Doe", "I'm Anna", "Dear Mr. Roe,", "\nDear Jane,\n", "Best regards,\nJane", "\"Jane Doe\" <jane@example.com>",
		"Patient: Jane Doe", "Name: Jane", "first name: Jane", "DOB: 1990-05-05", "born on May 5, 1990", "221B Baker Street",
		"12 Main St, Apt. 4, Springfield, IL 62704", "Hauptstraße 5, 10115 Berlin", "12 rue de la Paix", "P.O. Box 12", "Calle Mayor 5",
		"192.0.2.1", "2001:db8::1", "fe80::1%eth0/64", "00:1A:2B:3C:4D:5E", "aabb.ccdd.ee12", "routing 121000358", "bank account 912803456",
		"SWIFT: DEUTDEFF", "VIN 1M8GDM9AXKP042788", "license plate AB51 ABC", "GPS 48.8584, 2.2945", "lat=48.8584",
		"acme_token=a8Kd03Lqz7Wm2Xc9Vb4Nt6", "auth: a8Kd03Lqz7Wm2Xc9Vb4Nt6", "<t_token>a8Kd03Lqz7Wm2Xc9</t_token>",
		"var x_token string = \"a8Kd03Lqz7Wm2Xc9\"",
	}
	joints := []string{
		"", " ", "\n", ",", ".", ":", "=", "-", "_", "@", "<", ">", "\"", "\\", "/", "phone ", "password=", "https://", "%40", "1", "a",
		"é", "\\n", "{", "[", "'", "&", "(", ")", "+", "0", "I'm ", "name is ", "\nHi ", "Jane", " Doe", "Mr. ", "Apt 4", " Street", "12 ",
		"::", ":1", ".5", "lat ", "token=", "token: ",
	}
	checkCompositions(t, e, compositions{
		rounds: 1000, parts: slices.Repeat(packs, 2), joints: joints, keys: []string{"acme_token", "first_name"}, number: map[string]any{"lat": 48.8584},
	})
}
