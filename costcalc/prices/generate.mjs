// Writes prices.json.gz and prices.meta.json, the embedded price table of package costcalc, and says which prices changed.
//
//   make prices
//
// Takes the provider list of the pinned reference package, drops what pricing doesn't need, merges overlay.json and makes the
// shape that costcalc/decode.go reads. The candidate is first decoded by the Go package, which compiles every pattern, knows every
// price key and checks that each entry's units fit together: what it refuses never replaces the table. Same input, same bytes.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { diff } from './diff.mjs'
import { applyOverlay, checkSources } from './overlay.mjs'
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

// Runs the Go package's tests of its table with the candidate in the place of the embedded files.
function check(files, contents) {
  const folder = mkdtempSync(join(tmpdir(), 'genai-table-'))
  try {
    const replace = {}
    for (const [name, file] of Object.entries(files)) {
      replace[file] = join(folder, basename(file))
      writeFileSync(replace[file], contents[name])
    }
    const overlaid = join(folder, 'overlay.json')
    writeFileSync(overlaid, JSON.stringify({ Replace: replace }))
    const args = ['test', `-overlay=${overlaid}`, '-count=1', '-run=^TestEmbeddedTable', '.']
    const { status } = spawnSync(process.env.GO ?? 'go', args, { cwd: dirname(here), stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Error('the new table is refused, see above; the old one stays')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const reference = await loadReference()
const table = { providers: (await reference.waitForUpdate()).map(provider) }
const overlay = JSON.parse(readFileSync(join(here, 'overlay.json'), 'utf8'))
checkSources(overlay)
applyOverlay(table, overlay)

const json = Buffer.from(JSON.stringify(table))
const meta = {
  name: pinned.name,
  version: pinned.version,
  date: pinned.date,
  licence: pinned.licence,
  package_sha256: pinned.sha256,
  table_sha256: createHash('sha256').update(json).digest('hex'),
}

const files = { table: join(here, 'prices.json.gz'), meta: join(here, 'prices.meta.json') }
const before = existsSync(files.table) ? gunzipSync(readFileSync(files.table)) : Buffer.from('{"providers":[]}')
// Compressed bytes may differ between versions of zlib: the same table is left as it is.
const contents = {
  table: before.equals(json) ? readFileSync(files.table) : gzipSync(json, { level: 9 }),
  meta: `${JSON.stringify(meta, null, 2)}\n`,
}
check(files, contents)
console.log(`${meta.name} ${meta.version} of ${meta.date}; prices in US dollars per million tokens where nothing else is said\n`)
console.log(diff(JSON.parse(before), table).join('\n'))
for (const [name, file] of Object.entries(files)) writeFileSync(file, contents[name])

const models = table.providers.reduce((n, p) => n + p.models.length, 0)
console.log(`The table: ${table.providers.length} providers, ${models} models, ${json.length} bytes, ${contents.table.length} compressed.`)
