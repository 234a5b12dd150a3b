// Exact arithmetic on prices, which are decimal text: no price passes through binary floating point.

const places = 12

function parse(text) {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (!found || (found[2] ?? '').length > places) throw new Error(`${text} is not a decimal of at most ${places} places`)
  return BigInt(found[1] + (found[2] ?? '').padEnd(places, '0'))
}

function format(scaled, digits) {
  const text = scaled.toString().padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '') || '0'
}

/** The product of two decimals, exactly. */
export const multiply = (a, b) => format(parse(a) * parse(b), 2 * places)

/** Negative, 0 or positive as a is less than, equal to or greater than b. */
export const compare = (a, b) => Number(parse(a) > parse(b)) - Number(parse(a) < parse(b))

/** By how much a price changed, such as "+10 %", or nothing where there was none before. */
export function change(before, after) {
  const [a, b] = [parse(before), parse(after)]
  if (a === 0n) return ''
  const tenths = ((b - a) * 2000n + (b < a ? -a : a)) / (2n * a) // of a per cent, rounded half away from zero
  return `${tenths < 0n ? '-' : '+'}${format(tenths < 0n ? -tenths : tenths, 1)} %`
}
