// Says in words what changed between two price tables, for the person who reviews a newer one.

import { change } from './decimal.mjs'
import { describe } from './overlay.mjs'

/** Returns the report, lines of text: models that came, went, or cost something else, provider by provider in the order of their ids. */
export function diff(before, after) {
  const count = { added: 0, removed: 0, changed: 0, prices: 0 }
  const lines = []
  for (const id of union(before.providers.map((p) => p.id), after.providers.map((p) => p.id))) {
    const found = providerLines(byId(before.providers, id), byId(after.providers, id), count)
    if (found.length > 0) lines.push(id, ...found.map((line) => `  ${line}`), '')
  }
  const { added, removed, changed, prices } = count
  return [...lines, `Models added: ${added}, removed: ${removed}, changed: ${changed}. Prices changed: ${prices}.`]
}

function providerLines(before, after, count) {
  const lines = []
  if (!before) lines.push('new provider')
  if (!after) lines.push('provider removed')
  for (const id of union(ids(before?.models), ids(after?.models))) {
    const [old, now] = [byId(before?.models, id), byId(after?.models, id)]
    if (!old) {
      count.added++
      lines.push(`+ ${id}`, ...rates(now).map((r) => `    ${r.label}: ${summary(r.prices)}`))
    } else if (!now) {
      count.removed++
      lines.push(`- ${id}`)
    } else {
      const changes = modelLines(old, now, count)
      if (changes.length === 0) continue
      count.changed++
      lines.push(`* ${id}`, ...changes.map((line) => `    ${line}`))
    }
  }
  return [...lines, ...otherLines(before ?? {}, after ?? {})]
}

// A price list of a new date is compared with the one that held before it.
function modelLines(before, after, count) {
  const lines = []
  const find = (model, label) => rates(model).find((r) => r.label === label)
  for (const label of union(rates(before).map((r) => r.label), rates(after).map((r) => r.label))) {
    const now = find(after, label)?.prices
    const old = find(before, label)?.prices ?? find(after, label).earlier
    if (!old || !now) {
      count.prices += Object.keys(old ?? now).length
      lines.push(now ? `+ ${label}: ${summary(now)}` : `- ${label}`)
      continue
    }
    for (const key of union(Object.keys(old), Object.keys(now))) {
      const [was, is] = [old[key], now[key]].map(text)
      if (was === is) continue
      count.prices++
      lines.push(`${label}: ${words(key)} ${was} -> ${is}${percent(old[key], now[key])}`)
    }
  }
  if (!same(before.match, after.match)) lines.push('is found by other names')
  return lines
}

function otherLines(before, after) {
  const lines = []
  const multipliers = (p) => (p.multipliers ?? []).map((m) => `× ${m.multiplier} where ${describe(m)}${m.models ? ' for some models' : ''}`)
  const names = (p) => (p.aliases ?? []).map((name) => `also called ${name}`)
  const hosts = (p) => (p.api_pattern ? [`called at ${p.api_pattern}`] : [])
  const fallbacks = (p) => (p.fallback ?? []).map((name) => `sells models of ${name}`)
  for (const what of [multipliers, names, hosts, fallbacks]) {
    lines.push(...what(before).filter((x) => !what(after).includes(x)).map((x) => `- ${x}`))
    lines.push(...what(after).filter((x) => !what(before).includes(x)).map((x) => `+ ${x}`))
  }
  return lines
}

/** The dated price lists of a model, standard ones and variants, each with what it is for. */
function rates({ prices, variants = [] }) {
  const hours = (e) => (e.start_time ? ` at ${e.start_time}-${e.end_time}` : '')
  const most = (v) => (v.max_input_tokens ? ` up to ${v.max_input_tokens} tokens` : '')
  return [
    ...prices.map((e, i) => ({ label: (e.from ? `from ${e.from}` : 'always') + hours(e), prices: e.prices, earlier: prices[i - 1]?.prices })),
    ...variants.map((v) => ({ label: describe(v) + most(v), prices: v.prices })),
  ]
}

// ---- words

const units = { _mtok: '', _kcount: ' per 1,000', _kpages: ' pages per 1,000', _hours: ' per hour' }

/** "cache_read_mtok" is "cache read"; what isn't per million tokens says so. */
function words(key) {
  const suffix = Object.keys(units).find((s) => key.endsWith(s))
  return suffix ? key.slice(0, -suffix.length).replaceAll('_', ' ') + units[suffix] : key
}

function text(price) {
  if (price === undefined) return 'none'
  return typeof price === 'string' ? price : [price.base, ...price.tiers.map((t) => `${t.price} above ${t.start} tokens`)].join(', ')
}

const percent = (was, is) => {
  const [a, b] = [was?.base ?? was, is?.base ?? is]
  return a && b && a !== b && change(a, b) ? ` (${change(a, b)})` : ''
}
const summary = (prices) => Object.entries(prices).map(([key, price]) => `${words(key)} ${text(price)}`).join('; ') || 'free'

const ids = (list = []) => list.map((x) => x.id)
const byId = (list = [], id) => list.find((x) => x.id === id)
const union = (a, b) => [...new Set([...a, ...b])].sort()
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
