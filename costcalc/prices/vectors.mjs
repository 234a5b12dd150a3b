// Writes what the reference package answers, as test vectors for package costcalc.
//
//   node costcalc/prices/vectors.mjs                      costcalc/testdata/vectors.jsonl.gz, committed
//   node costcalc/prices/vectors.mjs --full FILE.jsonl    the whole grid, for GENAI_COST_GRID=FILE.jsonl go test ./costcalc -run TestGrid -v
//
// One JSON object a line: {provider, model, usage, time} asked; {entry, input, output, total} answered, or {error}, or nothing more
// where the reference knows no such model. Same package, same bytes: the random numbers have a fixed seed.

import { createWriteStream, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { loadReference } from './reference.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const reference = await loadReference()
const providers = await reference.waitForUpdate()

let state = 20260923
/** A pseudo-random integer in [0, below): mulberry32. */
function random(below) {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
}
const pick = (list) => list[random(list.length)]

// ---- usage shapes

const consistent = [
  { input_tokens: 1000, output_tokens: 500 },
  { input_tokens: 0, output_tokens: 0 },
  { input_tokens: 1 },
  { output_tokens: 1 },
  { input_tokens: 7919, output_tokens: 104729 },
  { input_tokens: 1_000_000_000, output_tokens: 1_000_000_000 },
  { input_tokens: 10007, cache_read_tokens: 9001, output_tokens: 101 },
  { input_tokens: 10007, cache_read_tokens: 10007, output_tokens: 1 },
  { input_tokens: 10007, cache_write_tokens: 9001, output_tokens: 101 },
  { input_tokens: 130213, cache_read_tokens: 128955, cache_write_tokens: 1253, cache_write_5m_tokens: 253, cache_write_1h_tokens: 1000, output_tokens: 400 },
  { input_tokens: 5000, cache_write_tokens: 1253, cache_write_1h_tokens: 1253 },
  { input_tokens: 5000, cache_write_tokens: 1253, cache_write_5m_tokens: 1253 },
  { input_tokens: 2000, input_audio_tokens: 500, output_tokens: 800, output_audio_tokens: 200 },
  { input_tokens: 2000, input_audio_tokens: 500, cache_read_tokens: 300, cache_audio_read_tokens: 100, output_tokens: 800, output_audio_tokens: 200 },
  { input_tokens: 1050, input_image_tokens: 1000, output_tokens: 4160, output_image_tokens: 4160 },
  { input_tokens: 1050, input_image_tokens: 900, cache_read_tokens: 400, cache_image_read_tokens: 300, output_tokens: 4160 },
  { input_tokens: 3000, input_audio_tokens: 500, input_image_tokens: 700, cache_read_tokens: 900, cache_audio_read_tokens: 200, cache_image_read_tokens: 300, output_tokens: 10 },
  { input_tokens: 4000, input_video_tokens: 3900, output_tokens: 90, output_video_tokens: 80 },
  { input_tokens: 17, output_tokens: 482, output_reasoning_tokens: 448 },
  { input_tokens: 1700, output_tokens: 4820, output_reasoning_tokens: 2448, output_citation_tokens: 1000 },
  { input_tokens: 1000, output_tokens: 500, web_searches: 3 },
  { input_tokens: 1000, output_tokens: 500, storage_searches: 2, web_searches: 1 },
  { web_searches: 5 },
  { audio_seconds: 60 },
  { audio_seconds: 0.25 },
  { audio_seconds: 3601.337, input_audio_seconds: 1801.001 },
  { input_audio_seconds: 12.5, audio_seconds: 12.5 },
  { input_document_pages: 31 },
  { input_document_pages: 31, input_annotated_document_pages: 7 },
  { input_text_messages: 13, audio_seconds: 77.7 },
  ...[128_000, 128_001, 199_999, 200_000, 200_001, 271_999, 272_000, 272_001, 512_000, 512_001].map((n) => ({
    input_tokens: n, cache_read_tokens: 1009, cache_write_tokens: 907, output_tokens: 1013,
  })),
]

const contradictory = [
  {},
  { input_tokens: 100, cache_read_tokens: 200, output_tokens: 5 },
  { input_tokens: 100, cache_read_tokens: 60, cache_write_tokens: 60, output_tokens: 5 },
  { cache_read_tokens: 200, output_tokens: 5 },
  { input_tokens: 1000, cache_write_1h_tokens: 100 },
  { input_tokens: 1000, cache_write_tokens: 100, cache_write_1h_tokens: 150 },
  { input_tokens: 1000, input_audio_tokens: 900, cache_read_tokens: 300 },
  { input_tokens: 1000, input_image_tokens: 900, cache_read_tokens: 300 },
  { input_tokens: 1000, cache_audio_read_tokens: 10 },
  { output_reasoning_tokens: 10 },
  { output_tokens: 5, output_reasoning_tokens: 10 },
  { output_tokens: 5, output_audio_tokens: 10 },
  { input_annotated_document_pages: 3 },
  { input_document_pages: 2, input_annotated_document_pages: 3 },
  { input_audio_seconds: 3 },
  { input_tokens: -1, output_tokens: 1 },
  { input_tokens: 1, output_tokens: -1 },
  { input_tokens: 10, cache_read_tokens: -1 },
]

/** Random counts that agree with each other, in the units that a row of prices has. */
function randomUsage(keys) {
  const size = pick([100, 10_000, 300_000, 5_000_000])
  const usage = { input_tokens: random(size) }
  let free = usage.input_tokens
  for (const key of ['cache_read_tokens', 'cache_write_tokens']) {
    usage[key] = random(free + 1)
    free -= usage[key]
  }
  if (keys.has('cache_write_1h_mtok')) usage.cache_write_1h_tokens = random(usage.cache_write_tokens + 1)
  for (const [key, price, join] of [
    ['input_audio_tokens', 'input_audio_mtok', 'cache_audio_read_tokens'],
    ['input_image_tokens', 'input_image_mtok', 'cache_image_read_tokens'],
  ]) {
    if (!keys.has(price)) continue
    usage[key] = random(free + 1)
    free -= usage[key]
    usage[join] = 0
  }
  usage.output_tokens = random(size)
  usage.output_reasoning_tokens = random(usage.output_tokens + 1)
  if (keys.has('web_searches_kcount')) usage.web_searches = random(9)
  if (keys.has('storage_searches_kcount')) usage.storage_searches = random(9)
  if (keys.has('audio_hours')) usage.audio_seconds = usage.input_audio_seconds = random(10_000_000) / 1000
  return usage
}

// ---- times

const standardTimes = ['2025-05-01T12:00:00Z', '2026-10-01T02:00:00Z']

/** Every time at which one of a model's prices begins or ends, the second before and the second after. */
function boundaries(model) {
  if (!Array.isArray(model.prices)) return []
  const day = '2026-09-15'
  const times = ['2026-05-20T02:00:00Z', '2026-05-20T20:00:00Z']
  for (const { constraint } of model.prices) {
    if (!constraint) continue
    const at = constraint.start_date ? [`${constraint.start_date}T00:00:00Z`] : [`${day}T${constraint.start_time}`, `${day}T${constraint.end_time}`]
    for (const t of at) for (const shift of [-1000, 0, 1000]) times.push(new Date(Date.parse(t) + shift).toISOString())
  }
  return times
}

// ---- names

function literals(match) {
  const [[operator, operand]] = Object.entries(match)
  if (operator === 'or' || operator === 'and') return operand.flatMap(literals)
  return operator === 'regex' ? [] : [operand]
}

/** A name that the reference takes for this very model of this provider. */
function reachableName(provider, model) {
  return [model.id, ...literals(model.match)].find((name) => {
    const found = ask(provider.id, name, { input_tokens: 1 }, standardTimes[0])
    return found.error !== undefined || found.entry === model.id
  })
}

const spellings = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => `  ${name}\t`,
  (name) => `${name}-20250929`,
  (name) => `${name}-20250931`,
  (name) => `${name}-2025-09-29`,
  (name) => `${name}@20250929`,
  (name) => `${name}:nitro`,
  (name) => `models/${name}`,
  (name) => `publishers/google/models/${name}`,
  (name, provider) => `${provider}/${name}`,
  (name) => `${name}-unheard-of`,
  (name) => `ft:${name}`,
]

/** Questions that show a rule of testdata/intended-differences.json which the random ones may miss. */
const special = [
  ['groq', 'whisper-large-v3', { audio_seconds: 0.25 }],
  ['groq', 'whisper-large-v3-turbo', { audio_seconds: 0.25, input_audio_seconds: 0.25 }],
  ['', 'openrouter/google/gemini-2.0-flash-001', consistent[0]],
  ['litellm', 'mistralai/mistral-nemo', consistent[0]],
  ['litellm', 'mistralai/codestral-2508', consistent[0]],
  ['litellm', 'ft:openai/gpt-oss-120b', consistent[0]],
  ['openai', 'ft:gpt-4o-mini-2024-07-18:acme::abc', consistent[0]],
  ['openai', 'ft:gpt-4.1-2025-04-14:acme::abc', consistent[0]],
]

// ---- asking

const quiet = console.warn
console.warn = () => {}

function ask(provider, model, usage, time) {
  const asked = { provider, model, usage, time }
  try {
    const found = reference.calcPrice(usage, model, { providerId: provider || undefined, timestamp: new Date(time) })
    if (found === null) return asked
    const { input_price: input, output_price: output, total_price: total } = found
    return { ...asked, by: found.provider.id, entry: found.model.id, input, output, total }
  } catch (error) {
    return { ...asked, error: error.message }
  }
}

const keysOf = (model) => new Set((Array.isArray(model.prices) ? model.prices : [model]).flatMap((e) => Object.keys(e.prices)))

/** All models × all shapes × all times, and all literals × all spellings × own provider, none, a gateway. */
function* grid() {
  for (const p of providers) {
    for (const m of p.models) {
      const name = reachableName(p, m)
      if (name === undefined) throw new Error(`no name reaches ${p.id}/${m.id}`)
      for (const time of [...standardTimes, ...boundaries(m)]) {
        for (const usage of [...consistent, ...contradictory, randomUsage(keysOf(m))]) yield ask(p.id, name, usage, time)
      }
      for (const literal of new Set([m.id, ...literals(m.match)])) {
        for (const spell of spellings) {
          for (const who of [p.id, '', 'litellm']) yield ask(who, spell(literal, p.id), consistent[0], standardTimes[1])
        }
      }
    }
  }
}

/** A sample of the grid that touches every provider and every model, all boundaries, and all shapes where they matter. */
function* sample() {
  for (const p of providers) {
    for (const m of p.models) {
      const name = reachableName(p, m)
      const keys = keysOf(m)
      yield ask(p.id, name, randomUsage(keys), pick(standardTimes))
      yield ask(p.id, name, pick(consistent), pick(standardTimes))
      if (random(4) === 0) yield ask(p.id, name, pick(contradictory), pick(standardTimes))
      for (const time of boundaries(m)) yield ask(p.id, name, { input_tokens: 300_000, cache_read_tokens: 7, output_tokens: 1000 }, time)
      if (keys.size > 5) yield ask(p.id, name, pick(consistent), pick(standardTimes))
      if (random(3) === 0) {
        const literal = pick([m.id, ...literals(m.match)])
        yield ask(pick([p.id, p.id, '', 'litellm']), pick(spellings)(literal, p.id), consistent[0], standardTimes[1])
      }
    }
    const rich = p.models.reduce((a, b) => (keysOf(b).size > keysOf(a).size ? b : a))
    for (const usage of [...consistent, ...contradictory]) yield ask(p.id, reachableName(p, rich), usage, standardTimes[1])
  }
}

function* specials() {
  for (const [provider, model, usage] of special) yield ask(provider, model, usage, standardTimes[1])
}

const [flag, path] = process.argv.slice(2)
if (flag === '--full') {
  const out = createWriteStream(path)
  let lines = 0
  for (const vector of grid()) {
    lines++
    if (!out.write(`${JSON.stringify(vector)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  console.log(`${lines} vectors`)
} else {
  const lines = [...specials(), ...sample()].map((v) => `${JSON.stringify(v)}\n`)
  const zipped = gzipSync(lines.join(''), { level: 9 })
  writeFileSync(join(here, '..', 'testdata', 'vectors.jsonl.gz'), zipped)
  console.log(`${lines.length} vectors, ${zipped.length} bytes`)
}
console.warn = quiet
