// Writes prices.json.gz and prices.meta.json, the embedded price table of package costcalc.
//
//   node costcalc/prices/generate.mjs && go test ./costcalc -run TestEmbeddedTable
//
// Takes the provider list of the pinned reference package, drops what pricing doesn't need, merges overlay.json and writes
// the shape that costcalc/decode.go reads. Same input, same bytes. The Go test then compiles every pattern, knows every price
// key and checks that each entry's units fit together; it fails where this script let something new through.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { loadReference, pinned } from './reference.mjs'

const here = dirname(fileURLToPath(import.meta.url))

// Go's regular expressions have no look-ahead. These are the ones that the source uses, each with its equivalent.
const lookAheads = new Map([
  ['^(?!.*-[tT][tT][sS](?:$|-))', { not: { regex: '-tts(?:$|-)' } }],
  [
    '^(?![^/]+/)(?:labs-)?(?:(?:mi|code|dev|magi|mini)stral|mixtral|pixtral|voxtral|open-(?:mistral|mixtral))',
    {
      and: [
        { not: { regex: '^[^/]+/' } },
        { regex: '^(?:labs-)?(?:(?:mi|code|dev|magi|mini)stral|mixtral|pixtral|voxtral|open-(?:mistral|mixtral))' },
      ],
    },
  ],
])

function clause(match) {
  const [[operator, operand], ...rest] = Object.entries(match)
  if (rest.length > 0) throw new Error(`a clause has one operator, found ${Object.keys(match).join(', ')}`)
  switch (operator) {
    case 'or':
    case 'and':
      return { [operator]: operand.map(clause) }
    case 'equals':
    case 'starts_with':
    case 'ends_with':
    case 'contains':
      return { [operator]: operand }
    case 'regex':
      if (lookAheads.has(operand)) return lookAheads.get(operand)
      if (/\(\?[=!<]|\\[1-9]/.test(operand)) throw new Error(`no equivalent is known for the pattern ${operand}`)
      return { regex: operand }
    default:
      throw new Error(`unknown match operator ${operator}`)
  }
}

// Prices travel as decimal text, so that no reader rounds them before it knows their unit.
function price(value) {
  if (typeof value === 'number') return decimal(value)
  return { base: decimal(value.base), tiers: value.tiers.map(({ start, price: p }) => ({ start, price: decimal(p) })) }
}

function decimal(number) {
  const text = String(number)
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`${text} is not a plain decimal price`)
  return text
}

function entry({ constraint = {}, prices }) {
  const { type, start_date: from, start_time: start, end_time: end, ...rest } = constraint
  if (![undefined, 'start_date', 'time_of_date'].includes(type)) throw new Error(`unknown price constraint ${type}`)
  if (Object.keys(rest).length > 0) throw new Error(`unknown constraint keys ${Object.keys(rest)}`)
  return {
    from, // JSON leaves out what is undefined
    start_time: start,
    end_time: end,
    prices: Object.fromEntries(Object.entries(prices).map(([key, value]) => [key, price(value)])),
  }
}

function model({ id, match, prices }) {
  return { id, match: clause(match), prices: (Array.isArray(prices) ? prices : [{ prices }]).map(entry) }
}

function provider(source) {
  return {
    id: source.id,
    api_pattern: source.api_pattern,
    provider_match: source.provider_match && clause(source.provider_match),
    model_match: source.model_match && clause(source.model_match),
    fallback: source.fallback_model_providers,
    models: source.models.map(model),
  }
}

function applyOverlay(table, overlay) {
  const find = (id) => {
    const found = table.providers.find((p) => p.id === id)
    if (!found) throw new Error(`overlay.json: no provider ${id}`)
    return found
  }
  for (const { provider: id, names } of overlay.aliases) {
    const p = find(id)
    p.aliases = [...(p.aliases ?? []), ...names]
  }
  for (const { provider: id, models, from } of overlay.windows_from) {
    for (const m of models) {
      const windows = find(id).models.find((x) => x.id === m)?.prices.filter((e) => e.start_time && !e.from) ?? []
      if (windows.length === 0) throw new Error(`overlay.json: ${id}/${m} has no undated time-of-day prices`)
      for (const w of windows) w.from = from
    }
  }
  table.not_providers = overlay.not_providers.flatMap(({ names }) => names)
  table.self_hosted = overlay.self_hosted.flatMap(({ names }) => names)
}

const reference = await loadReference()
const table = { providers: (await reference.waitForUpdate()).map(provider) }
applyOverlay(table, JSON.parse(readFileSync(join(here, 'overlay.json'), 'utf8')))

const json = Buffer.from(JSON.stringify(table))
const meta = {
  name: pinned.name,
  version: pinned.version,
  date: pinned.date,
  licence: pinned.licence,
  package_sha256: pinned.sha256,
  table_sha256: createHash('sha256').update(json).digest('hex'),
}

// Compressed bytes may differ between versions of zlib: the same table is left as it is.
const file = join(here, 'prices.json.gz')
if (!existsSync(file) || !gunzipSync(readFileSync(file)).equals(json)) writeFileSync(file, gzipSync(json, { level: 9 }))
writeFileSync(join(here, 'prices.meta.json'), `${JSON.stringify(meta, null, 2)}\n`)

const models = table.providers.reduce((n, p) => n + p.models.length, 0)
console.log(`${table.providers.length} providers, ${models} models, ${json.length} bytes, ${gzipSync(json, { level: 9 }).length} compressed`)
