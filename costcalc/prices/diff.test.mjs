import assert from 'node:assert/strict'
import { test } from 'node:test'
import { change, compare, multiply } from './decimal.mjs'
import { diff } from './diff.mjs'

const provider = (models, more = {}) => ({ providers: [{ id: 'p', api_pattern: 'x', models, ...more }] })
const model = (prices, more = {}) => ({ id: 'm', match: { equals: 'm' }, prices, ...more })
const lines = (before, after) => diff(before, after).filter((line) => line !== '')

test('the same table has no changes', () => {
  const table = provider([model([{ prices: { input_mtok: '1' } }])])
  assert.deepEqual(lines(table, structuredClone(table)), ['Models added: 0, removed: 0, changed: 0. Prices changed: 0.'])
})

test('models that come and go', () => {
  const other = { ...model([{ prices: { input_mtok: '2', web_searches_kcount: '10', audio_hours: '0.36' } }]), id: 'n' }
  assert.deepEqual(lines(provider([model([{ prices: {} }])]), provider([other])), [
    'p',
    '  - m',
    '  + n',
    '      always: input 2; web searches per 1,000 10; audio per hour 0.36',
    'Models added: 1, removed: 1, changed: 0. Prices changed: 0.',
  ])
})

test('a changed price, a tier, a price that comes and one that goes', () => {
  const before = provider([model([{ prices: { input_mtok: '6', output_mtok: { base: '9', tiers: [{ start: 5, price: '10' }] }, cache_read_mtok: '1' } }])])
  const after = provider([model([{ prices: { input_mtok: '1.2', output_mtok: { base: '9', tiers: [{ start: 5, price: '11' }] }, requests_kcount: '4' } }])])
  assert.deepEqual(lines(before, after), [
    'p',
    '  * m',
    '      always: cache read 1 -> none',
    '      always: input 6 -> 1.2 (-80 %)',
    '      always: output 9, 10 above 5 tokens -> 9, 11 above 5 tokens',
    '      always: requests per 1,000 none -> 4',
    'Models added: 0, removed: 0, changed: 1. Prices changed: 4.',
  ])
})

test('a price of a new date is compared with the one before it', () => {
  const standard = { prices: { input_mtok: '2', output_mtok: '8' } }
  const dated = { from: '2026-12-01', prices: { input_mtok: '1', output_mtok: '8' } }
  assert.deepEqual(lines(provider([model([standard])]), provider([model([standard, dated])])), [
    'p',
    '  * m',
    '      from 2026-12-01: input 2 -> 1 (-50 %)',
    'Models added: 0, removed: 0, changed: 1. Prices changed: 1.',
  ])
})

test('variants, multipliers and names', () => {
  const standard = [{ prices: { input_mtok: '2' } }]
  const variants = [{ when: { service_tier: ['priority', 'fast'] }, from: '2026-12-01', max_input_tokens: 9, prices: { input_mtok: '4' } }]
  const multipliers = [{ when: { region: { not: ['global'] } }, models: { equals: 'm' }, multiplier: '1.1' }]
  const after = provider([{ ...model(standard, { variants }), match: { equals: 'mm' } }], { multipliers, aliases: ['q'] })
  assert.deepEqual(lines(provider([model(standard)]), after), [
    'p',
    '  * m',
    '      + service_tier priority/fast from 2026-12-01 up to 9 tokens: input 4',
    '      is found by other names',
    '  + × 1.1 where region not global for some models',
    '  + also called q',
    'Models added: 0, removed: 0, changed: 1. Prices changed: 1.',
  ])
})

test('variants that go', () => {
  const variants = [{ when: { speed: ['fast'] }, prices: { input_mtok: '4', output_mtok: '5' } }]
  const standard = [{ prices: { input_mtok: '2' } }]
  assert.deepEqual(lines(provider([model(standard, { variants })]), provider([model(standard)])), [
    'p',
    '  * m',
    '      - speed fast',
    'Models added: 0, removed: 0, changed: 1. Prices changed: 2.',
  ])
})

test('decimals are exact', () => {
  assert.equal(multiply('0.075', '0.5'), '0.0375')
  assert.equal(multiply('100', '2'), '200')
  assert.equal(multiply('0.1', '0'), '0')
  assert.equal(compare('1.50', '1.5'), 0)
  assert.equal(compare('0.1', '0.09'), 1)
  assert.equal(compare('2', '10'), -1)
  assert.equal(change('3', '4'), '+33.3 %')
  assert.equal(change('4', '3'), '-25 %')
  assert.equal(change('0', '3'), '')
  assert.throws(() => multiply('1e3', '1'), /1e3 is not a decimal/)
})
