import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyOverlay, checkSources } from './overlay.mjs'

const tiered = (base, above) => ({ base, tiers: [{ start: 1000, price: above }] })

// A table of one provider with one model, whose price changed once.
const table = () => ({
  providers: [
    {
      id: 'p',
      api_pattern: 'old',
      models: [
        {
          id: 'm',
          match: { equals: 'm' },
          prices: [
            { prices: { input_mtok: tiered('2', '4'), output_mtok: '10', web_searches_kcount: '10' } },
            { from: '2026-07-01', prices: { input_mtok: tiered('1', '2'), output_mtok: '8', web_searches_kcount: '10' } },
          ],
        },
      ],
    },
  ],
})

function apply(more) {
  const empty = { aliases: [], windows_from: [], api_patterns: [], matches: [], models: [], variants: [], multipliers: [], not_providers: [], self_hosted: [] }
  const t = table()
  applyOverlay(t, { ...empty, ...more })
  return t.providers[0]
}

const flex = { service_tier: ['flex'] }
const fast = { service_tier: ['priority', 'fast'] }
const variant = (when, ...prices) => ({ variants: [{ provider: 'p', when, prices: prices.map((p) => ({ model: 'm', ...p })) }] })
const july = '2026-07-01'

test('stated variants and multipliers are added without their sources', () => {
  const p = apply({
    ...variant(flex, { from: july, prices: { input_mtok: tiered('0.5', '1') } }),
    multipliers: [{ provider: 'p', when: { batch: ['true'] }, multiplier: '0.5', source: 'https://example.com', as_of: july }],
  })
  assert.deepEqual(JSON.parse(JSON.stringify(p.models[0].variants)), [{ when: flex, from: july, prices: { input_mtok: tiered('0.5', '1') } }])
  assert.deepEqual(JSON.parse(JSON.stringify(p.multipliers)), [{ when: { batch: ['true'] }, multiplier: '0.5' }])
})

test('scaled variants follow every date of the standard price, for the stated units', () => {
  const p = apply({ variants: [{ provider: 'p', when: flex, scale: '0.5', keys: ['input_mtok', 'output_mtok'], models: ['m'] }] })
  assert.deepEqual(JSON.parse(JSON.stringify(p.models[0].variants)), [
    { when: flex, prices: { input_mtok: tiered('1', '2'), output_mtok: '5' } },
    { when: flex, from: july, prices: { input_mtok: tiered('0.5', '1'), output_mtok: '4' } },
  ])
})

test('everything has a source and a date', () => {
  checkSources({ models: [{ source: 'prices: https://example.com', as_of: july }] })
  for (const group of [{ as_of: july }, { source: 'https://example.com' }, { source: 'hearsay', as_of: july }, { source: 'https://example.com', as_of: 'July' }]) {
    assert.throws(() => checkSources({ models: [group] }), /models\[0\] needs a public source/)
  }
})

test('corrections and additions', () => {
  const p = apply({
    api_patterns: [{ provider: 'p', replaces: 'old', api_pattern: 'new' }],
    matches: [{ provider: 'p', model: 'm', replaces: { equals: 'm' }, match: { contains: 'm' } }],
    models: [{ provider: 'p', before: 'm', model: { id: 'n', match: { equals: 'n' }, prices: [{ prices: {} }] } }],
  })
  assert.equal(p.api_pattern, 'new')
  assert.deepEqual(p.models.map((m) => [m.id, m.match]), [['n', { equals: 'n' }], ['m', { contains: 'm' }]])
})

const refused = {
  'no provider': [{ aliases: [{ provider: 'q', names: ['a'] }] }, /no provider q/],
  'no model': [{ variants: [{ provider: 'p', when: flex, prices: [{ model: 'n', prices: {} }] }] }, /no model p\/n/],
  'no model to scale': [{ variants: [{ provider: 'p', when: flex, scale: '2', keys: [], models: ['n'] }] }, /no model p\/n/],
  'no windows to date': [{ windows_from: [{ provider: 'p', models: ['m'], from: july }] }, /m has no undated time-of-day prices/],
  'a correction of what has changed': [{ api_patterns: [{ provider: 'p', replaces: 'older', api_pattern: 'new' }] }, /p: api_pattern is now "old"/],
  'a match that has changed': [{ matches: [{ provider: 'p', model: 'm', replaces: { equals: 'x' }, match: {} }] }, /m: match is now {"equals":"m"}/],
  'an addition that is there by now': [{ models: [{ provider: 'p', before: 'm', model: { id: 'm' } }] }, /p\/m exists/],
  'flex above the standard price': [variant(flex, { from: july, prices: { output_mtok: '8.1' } }), /flex from 2026-07-01: output_mtok costs 8.1, the standard price is 8/],
  'flex above it in a long prompt': [variant(flex, { from: july, prices: { input_mtok: tiered('0.5', '3') } }), /input_mtok costs 3, the standard price is 2/],
  'fast below the standard price': [variant(fast, { from: july, prices: { output_mtok: '7' } }), /output_mtok costs 7, the standard price is 8/],
  'fast below it in a long prompt': [variant(fast, { from: july, prices: { input_mtok: '1.5' } }), /input_mtok costs 1.5, the standard price is 2/],
  'a unit without a standard price': [variant(flex, { from: july, prices: { cache_read_mtok: '0.1' } }), /cache_read_mtok has no standard price/],
  'a tier that the standard price has not': [variant(flex, { from: july, prices: { output_mtok: tiered('1', '2') } }), /output_mtok has a tier above 1000/],
  'a standard price that changed since': [variant(flex, { prices: { output_mtok: '5' } }), /the standard price changed on 2026-07-01/],
  'dates that do not ascend': [variant(flex, { from: july, prices: { output_mtok: '5' } }, { from: july, prices: { output_mtok: '4' } }), /ascending dates/],
}
for (const [name, [overlay, want]] of Object.entries(refused)) test(`refused: ${name}`, () => assert.throws(() => apply(overlay), want))

test('not refused: a fast price that ends where the standard one rises', () => {
  apply(variant(fast, { from: july, max_input_tokens: 1000, prices: { input_mtok: '1.5' } }))
})
