// Applies overlay.json, the reviewed additions, to the table made from the reference package: aliases, data fixes, variants of a
// price by service tier and the like, and multipliers. It fails on what names no provider or model, and on a variant that
// contradicts the standard price.

import { compare, multiply } from './decimal.mjs'

// A price by tier is on the expected side of the standard price. Facets and values that are not listed are not compared.
const cheaper = { service_tier: ['flex'], batch: ['true'] }
const dearer = { service_tier: ['priority', 'fast'], speed: ['fast'] }

/** Fails unless everything in overlay says where it is from, and of which day. */
export function checkSources(overlay) {
  for (const [section, groups] of Object.entries(overlay)) {
    for (const [i, { source, as_of }] of groups.entries()) {
      const ok = /https:\/\/\S/.test(source) && /^\d{4}-\d{2}-\d{2}$/.test(as_of)
      if (!ok) throw new Error(`overlay.json: ${section}[${i}] needs a public source and the date as_of`)
    }
  }
}

/** Merges overlay, the parsed overlay.json, into table. Sources and dates stay behind: they are for the reviewer. */
export function applyOverlay(table, overlay) {
  const provider = (id) => named(table.providers, id, `no provider ${id}`)
  for (const { provider: id, names } of overlay.aliases) {
    const p = provider(id)
    p.aliases = [...(p.aliases ?? []), ...names]
  }
  for (const fix of overlay.windows_from) {
    for (const id of fix.models) dateWindows(named(provider(fix.provider).models, id, `no model ${fix.provider}/${id}`), fix.from)
  }
  for (const { provider: id, replaces, api_pattern } of overlay.api_patterns) replace(provider(id), 'api_pattern', replaces, api_pattern)
  for (const { provider: id, model, replaces, match } of overlay.matches) {
    replace(named(provider(id).models, model, `no model ${id}/${model}`), 'match', replaces, match)
  }
  for (const { provider: id, model, before } of overlay.models) addModel(provider(id), model, before)
  for (const group of overlay.variants) addVariants(provider(group.provider), group)
  for (const { provider: id, source, as_of, ...rule } of overlay.multipliers) {
    const p = provider(id)
    p.multipliers = [...(p.multipliers ?? []), rule] // unknown keys included: Go refuses them
  }
  for (const p of table.providers) for (const m of p.models) checkVariants(`${p.id}/${m.id}`, m)
  table.not_providers = overlay.not_providers.flatMap(({ names }) => names)
  table.self_hosted = overlay.self_hosted.flatMap(({ names }) => names)
}

function named(list, id, complaint) {
  const found = list.find((x) => x.id === id)
  if (!found) throw new Error(`overlay.json: ${complaint}`)
  return found
}

// A correction states what it corrects, so that it isn't applied to what the source has since corrected itself.
function replace(owner, key, before, after) {
  if (JSON.stringify(owner[key]) !== JSON.stringify(before)) {
    throw new Error(`overlay.json: ${owner.id}: ${key} is now ${JSON.stringify(owner[key])}: is the correction still needed?`)
  }
  owner[key] = after
}

function dateWindows(model, from) {
  const windows = model.prices.filter((e) => e.start_time && !e.from)
  if (windows.length === 0) throw new Error(`overlay.json: ${model.id} has no undated time-of-day prices`)
  for (const w of windows) w.from = from
}

// The first model that matches wins, hence `before`.
function addModel(provider, model, before) {
  if (provider.models.some((m) => m.id === model.id)) throw new Error(`overlay.json: ${provider.id}/${model.id} exists: is the addition still needed?`)
  named(provider.models, before, `no model ${provider.id}/${before}`)
  provider.models.splice(provider.models.findIndex((m) => m.id === before), 0, model)
}

// A group states prices by model, or the factor by which its models' standard prices are scaled.
function addVariants(provider, { when, prices = [], scale, keys, models = [], max_input_tokens }) {
  for (const { model: id, ...own } of prices) {
    const m = named(provider.models, id, `no model ${provider.id}/${id}`)
    m.variants = [...(m.variants ?? []), { when, ...own }]
  }
  for (const id of models) {
    const m = named(provider.models, id, `no model ${provider.id}/${id}`)
    const scaled = m.prices.map((entry) => ({ when, from: entry.from, max_input_tokens, prices: scaledPrices(entry, scale, keys) }))
    m.variants = [...(m.variants ?? []), ...scaled]
  }
}

function scaledPrices(entry, scale, keys) {
  if (entry.start_time) throw new Error('overlay.json: prices by time of day are not scaled')
  const of = (price) =>
    typeof price === 'string'
      ? multiply(price, scale)
      : { base: multiply(price.base, scale), tiers: price.tiers.map((t) => ({ start: t.start, price: multiply(t.price, scale) })) }
  return Object.fromEntries(keys.filter((key) => key in entry.prices).map((key) => [key, of(entry.prices[key])]))
}

// ---- checks

function checkVariants(name, model) {
  for (const [i, variant] of (model.variants ?? []).entries()) {
    const fail = (text) => {
      throw new Error(`overlay.json: ${name}, ${describe(variant)}: ${text}`)
    }
    const later = model.variants.slice(i + 1).filter((v) => describe(v, false) === describe(variant, false))
    if (later.some((v) => (v.from ?? '') <= (variant.from ?? ''))) fail('expected ascending dates')
    const until = later[0]?.from
    const entries = model.prices.filter((e) => !until || (e.from ?? '') < until)
    const changed = entries.find((e) => e.from && e.from > (variant.from ?? ''))
    if (changed) fail(`the standard price changed on ${changed.from}: what does the variant cost since?`)
    const standard = entries.at(-1)
    for (const [key, price] of Object.entries(variant.prices)) {
      if (!(key in standard.prices)) fail(`${key} has no standard price`)
      checkPrice(variant, price, standard.prices[key], (text) => fail(`${key} ${text}`))
    }
  }
}

function checkPrice(variant, price, standard, fail) {
  const starts = tiers(standard).map((t) => t.start)
  const most = variant.max_input_tokens ?? Infinity
  const own = tiers(price).map((t) => t.start)
  if (own.some((start) => !starts.includes(start))) fail(`has a tier above ${own}, the standard price above ${starts}`)
  for (const tokens of [0, ...starts.map((start) => start + 1)].filter((n) => n <= most)) {
    const order = compare(at(price, tokens), at(standard, tokens))
    const text = `costs ${at(price, tokens)}, the standard price is ${at(standard, tokens)}`
    if (order > 0 && lists(variant.when, cheaper)) fail(text)
    if (order < 0 && lists(variant.when, dearer)) fail(text)
  }
}

const tiers = (price) => price.tiers ?? []
const at = (price, tokens) => tiers(price).findLast((t) => tokens > t.start)?.price ?? price.base ?? price
const lists = (when, values) => Object.entries(when).some(([facet, found]) => found.some((v) => values[facet]?.includes(v)))

/** Says which calls a variant or multiplier is for: "service_tier flex from 2026-08-21". */
export function describe({ when, from }, dated = true) {
  const facets = Object.entries(when).map(([facet, values]) => (values.not ? `${facet} not ${values.not.join('/')}` : `${facet} ${values.join('/')}`))
  return facets.join(', ') + (dated && from ? ` from ${from}` : '')
}
