package detect

import "testing"

func TestStdinPassword(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"sudo", "echo 'hunter2x' | sudo -S apt update", found},
		{"without blanks", "echo hunter2x|sudo -S ls", found},
		{"letters in one option", "echo hunter2x | sudo -kS ls; echo hunter2x | sudo -Sk ls", []string{found[0], found[0]}},
		{"behind an option with a value", "echo hunter2x | sudo -u root -S ls", found},
		{"an option with a name", "echo hunter2x | sudo --stdin ls", found},
		{"in the command of another command", "a=$(/bin/echo hunter2x | sudo -S ls)", found},
		{"behind an equals sign", "note=echo hunter2x | sudo -S ls", found},
		{"in the command of another one", `bash -c "echo 'hunter2x' | sudo -S ls"`, found},
		{"on another host", "ssh host 'echo hunter2x | sudo -S ls'; echo hunter2x | ssh host sudo -S ls", []string{found[0], found[0]}},
		{"a login", "echo hunter2x | docker login -u jane --password-stdin", found},
		{"a login without blanks", "echo hunter2x|docker login --password-stdin", found},
		{"passwd", "echo hunter2x | passwd --stdin jane", found},
		{"a format", `printf '%s' "hunter2x" | docker login --password-stdin r.example.com`, found},
		{"a format with the end of a line", `printf '%s\n' hunter2x | sudo -S ls` + "\nprintf '%s\n' hunter2x | sudo -S ls", []string{found[0], found[0]}},
		{"the end of a line", "printf 'hunter2x\n' | sudo -S ls", found},
		{"with an address between", "echo hunter2x | docker login -u jane@example.com --password-stdin",
			[]string{"PASSWORD hunter2x", "EMAIL jane@example.com"}},
		{"the password of a user", "echo 'jane:hunter2x' | chpasswd", found},
		{"the password of a user, as root", "echo jane:hunter2x|sudo chpasswd", found},
		{"a placeholder before it", "echo <PASSWORD>hunter2x | sudo -S ls", []string{"PASSWORD <PASSWORD>hunter2x"}},
		{"a placeholder before it, in quotes", "echo 'jane:<PASSWORD>hunter2x' | chpasswd", []string{"PASSWORD <PASSWORD>hunter2x"}},
		{"a placeholder behind it", "echo hunter2x<PASSWORD> | sudo -S ls", []string{"PASSWORD hunter2x<PASSWORD>"}},
		{"a here-string", "sudo -S ls <<< 'hunter2x'", found},
		{"a here-string without a blank", `sudo -kS ls <<<"hunter2x"`, found},
		{"a here-string into a login", "docker login -u jane --password-stdin <<< hunter2x", found},
		{"a here-string of a user", "sudo chpasswd <<< 'jane:hunter2x'", found},

		{"other programs that print", "do-echo hunter2x | sudo -S ls; x.printf hunter2x | sudo -S ls; reecho hunter2x | sudo -S ls", nil},
		{"an option of what sudo starts", "echo hunter2x | sudo ls -S", nil},
		{"sudo asks", "echo hunter2x | sudo tee /etc/file1", nil},
		{"an alternative", "echo hunter2x || sudo -S ls", nil},
		{"a log", "echo hunter2x | tee -a out1; cat f1 | sudo -S ls; echo hunter2x; sudo -S ls", nil},
		{"a variable", `echo "$TOKEN" | docker login --password-stdin; sudo -S ls <<< "$PASS"; echo "jane:$PASS" | chpasswd`, nil},
		{"a placeholder", "echo <PASSWORD> | sudo -S ls; sudo -S ls <<< <PASSWORD>; echo 'jane:<PASSWORD>' | chpasswd", nil},
		{"a here-string of another command", "grep a <<< hunter2x; sudo ls <<< hunter2x; base64 -d <<< hunter2x", nil},
		{"a here-string behind another command", "sudo -S ls; cat <<< hunter2x", nil},
		{"what another command reads", "echo hunter2x | git hash-object --stdin; kubectl apply --stdin <<< hunter2x", nil},
		{"a here-document", "sudo -S ls <<EOF1\nx\nEOF1", nil},
		{"a merge", "<<<<<<< HEAD1\nsudo -S ls <<<<<<< HEAD1", nil},
		{"no user", "echo hunter2x | chpasswd", nil},
		{"another program", "echo jane:hunter2x | chpasswd.sh", nil},
		{"prose", "Use sudo -S to read it and chpasswd <<< to write it, or stdin", nil},
	})
}
