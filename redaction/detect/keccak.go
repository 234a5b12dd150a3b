package detect

import (
	"encoding/binary"
	"math/bits"
)

// keccak256 returns the Keccak-256 hash of data, as Ethereum uses it: the sponge of FIPS 202 with a rate of 136 bytes and the padding of
// the original submission (first byte 0x01 rather than SHA-3's 0x06).
func keccak256(data []byte) (hash [32]byte) {
	const rate = 136
	var state [25]uint64
	var block [rate]byte
	for {
		n := copy(block[:], data)
		data = data[n:]
		last := n < rate
		if last {
			clear(block[n:])
			block[n] ^= 0x01
			block[rate-1] ^= 0x80
		}
		for i := range rate / 8 {
			state[i] ^= binary.LittleEndian.Uint64(block[i*8:])
		}
		keccakPermute(&state)
		if last {
			break
		}
	}
	for i := range 4 {
		binary.LittleEndian.PutUint64(hash[i*8:], state[i])
	}
	return hash
}

// Rotation offsets and lane order of the steps ρ and π, and the round constants of ι (FIPS 202, section 3.2).
var (
	keccakRotations = [24]int{1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44}
	keccakLanes     = [24]int{10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1}
	keccakRounds    = [24]uint64{
		0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b, 0x0000000080000001,
		0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
		0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
		0x000000000000800a, 0x800000008000000a, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
	}
)

// keccakPermute is Keccak-f[1600].
func keccakPermute(a *[25]uint64) {
	for _, constant := range keccakRounds {
		var c [5]uint64 // θ
		for x := range 5 {
			c[x] = a[x] ^ a[x+5] ^ a[x+10] ^ a[x+15] ^ a[x+20]
		}
		for x := range 5 {
			d := c[(x+4)%5] ^ bits.RotateLeft64(c[(x+1)%5], 1)
			for y := 0; y < 25; y += 5 {
				a[y+x] ^= d
			}
		}
		lane := a[1] // ρ and π
		for i, to := range keccakLanes {
			a[to], lane = bits.RotateLeft64(lane, keccakRotations[i]), a[to]
		}
		for y := 0; y < 25; y += 5 { // χ
			row := [5]uint64{a[y], a[y+1], a[y+2], a[y+3], a[y+4]}
			for x := range 5 {
				a[y+x] = row[x] ^ ^row[(x+1)%5]&row[(x+2)%5]
			}
		}
		a[0] ^= constant // ι
	}
}
