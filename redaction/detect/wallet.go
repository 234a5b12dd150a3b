package detect

import "encoding/binary"

// The wallet detector finds addresses whose checksum is right: Bitcoin, Litecoin, Dogecoin and Dash in Base58Check, Bitcoin and Litecoin
// in Bech32 and Bech32m (BIP-173, BIP-350), XRP in its own Base58Check (https://xrpl.org/docs/references/protocol/data-types/base58-encodings),
// Monero (https://docs.getmonero.org/public-address/standard-address/), Ethereum in mixed case (EIP-55). An Ethereum address in one
// case has no checksum and needs a word such as "wallet". Private keys in wallet import format are private keys.
var wallet = Detector{
	Entities: []Entity{CryptoWallet, PrivateKey},
	Starts:   []string{"bc1", "BC1", "ltc1", "LTC1", "0x", "0X"}, LongTokens: true, Find: findWallet,
	Context: []string{"wallet", "eth", "ether", "ethereum", "crypto", "usdt", "usdc", "metamask"},
}

const (
	maxBase58    = 52 // a private key in wallet import format
	minBase58    = 25
	moneroSize   = 95
	ethereumSize = 42
	keccakWork   = 512 // what a hash costs, in bytes looked at
)

func findWallet(t *Text, at int) bool {
	b := t.Bytes
	if gluedBefore(b, at) || byteAt(b, at-1) >= 0x80 {
		return false
	}
	end := t.runEnd(at, alnum)
	token := b[at:end]
	switch {
	case gluedBehind(b, end):
		return false
	case len(token) == ethereumSize && token[0] == '0' && lowerByte(token[1]) == 'x':
		return isEthereum(t, at, end) && t.add(CryptoWallet, at, end, end)
	case hasPrefixFold(token, "bc1") && isBech32(token, "bc"), hasPrefixFold(token, "ltc1") && isBech32(token, "ltc"):
		return t.add(CryptoWallet, at, end, end)
	case len(token) == moneroSize:
		t.Work += keccakWork
		return isMonero(token) && t.add(CryptoWallet, at, end, end)
	case len(token) < minBase58 || len(token) > maxBase58:
		return false
	}
	t.Work += len(token) * 2
	if e := base58Entity(token); e != None {
		return t.add(e, at, end, end)
	}
	return false
}

// base58Entity returns CryptoWallet or PrivateKey for a token with a right checksum and a known version, None for others.
func base58Entity(token []byte) Entity {
	var decoded [base58Key]byte
	switch {
	case len(token) <= 35 && token[0] == 'r':
		address := decoded[:base58Address]
		if decodeBase58(address, token, &rippleDigits) && address[0] == 0 && checksumRight(address) {
			return CryptoWallet
		}
	case len(token) <= 35:
		address := decoded[:base58Address]
		if decodeBase58(address, token, &bitcoinDigits) && isWalletVersion(address[0]) && checksumRight(address) {
			return CryptoWallet
		}
	case len(token) == 51:
		if key := decoded[:base58Key-1]; decodeBase58(key, token, &bitcoinDigits) && key[0] == 0x80 && checksumRight(key) {
			return PrivateKey
		}
	case len(token) == 52:
		if key := decoded[:]; decodeBase58(key, token, &bitcoinDigits) && key[0] == 0x80 && checksumRight(key) {
			return PrivateKey
		}
	}
	return None
}

// isWalletVersion reports whether v starts an address of Bitcoin (0x00, 0x05), Litecoin (0x30, 0x32), Dogecoin (0x1e, 0x16) or Dash
// (0x4c, 0x10).
func isWalletVersion(v byte) bool {
	switch v {
	case 0x00, 0x05, 0x30, 0x32, 0x1e, 0x16, 0x4c, 0x10:
		return true
	}
	return false
}

// isEthereum reports whether the token "0x" and 40 hexadecimal digits at at is an address.
func isEthereum(t *Text, at, end int) bool {
	address := t.Bytes[at+2 : end]
	for _, c := range address {
		if !is(c, hex) {
			return false
		}
	}
	if !hasAnyIn(address, lower) || !hasAnyIn(address, upper) {
		return distinct(address) > 4 && t.hasContext(at, end)
	}
	t.Work += keccakWork
	return isEIP55(address)
}

// isEIP55 reports whether each letter is a capital exactly where the hash of the address in small letters has a digit of 8 or more.
func isEIP55(address []byte) bool {
	var lowered [ethereumSize - 2]byte
	for i, c := range address {
		lowered[i] = lowerByte(c)
	}
	hash := keccak256(lowered[:])
	for i, c := range address {
		nibble := hash[i/2] >> 4
		if i%2 == 1 {
			nibble = hash[i/2] & 15
		}
		if is(c, letter) && is(c, upper) != (nibble >= 8) {
			return false
		}
	}
	return true
}

// isMonero reports whether token is a standard address or a subaddress of the main network. Eleven characters stand for eight bytes, the
// last seven for five.
func isMonero(token []byte) bool {
	const size, checksumSize = 69, 4
	var decoded [size]byte
	for i, o := 0, 0; i < len(token); i, o = i+11, o+8 {
		if !decodeBase58(decoded[o:min(o+8, size)], token[i:min(i+11, len(token))], &bitcoinDigits) {
			return false
		}
	}
	hash := keccak256(decoded[:size-checksumSize])
	return (decoded[0] == 18 || decoded[0] == 42) &&
		binary.BigEndian.Uint32(hash[:]) == binary.BigEndian.Uint32(decoded[size-checksumSize:])
}
