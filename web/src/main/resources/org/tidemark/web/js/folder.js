// The answers of the query API out of the files that "replay" and "report" write, for a page without a server.
import {parse} from './csv.js';
import {NoAnswer} from './source.js';

const files = new Map();
const END_OF_DAY = 'T23:59:59.999Z';
const ZERO = '0000';

/** A file of the folder; an absent one is empty where it may be. */
function file(name, needed = false) {
  if (!files.has(name)) {
    files.set(name, fetch(`data/${name}`).then(async r => {
      if (r.ok) return r.text();
      if (needed) throw new NoAnswer(r.status, `there is no ${name} in this folder; write it with 'tidemark replay --out' or 'tidemark report --out'`);
      return '';
    }));
  }
  return files.get(name);
}

const csv = async (name, needed) => parse(await file(name, needed));

async function lists() {
  const text = await file('words.json');
  return text ? JSON.parse(text) : {};
}

const number = text => text === '' || text === undefined ? null : Number(text);
const numbers = (row, names) => Object.fromEntries(names.map(n => [n, number(row[n])]));
const BAND = ['value', 'lower80', 'upper80', 'lower95', 'upper95'];
const cell = r => [r.economy, r.sector, r.measure, r.concept].join('|');
const until = p => p.as_of ? (p.as_of.length > 10 ? p.as_of : p.as_of + END_OF_DAY) : '9999';
const said = p => r => (r.as_of ?? r.published) <= until(p) && (!p.from || (r.as_of ?? r.published) >= (p.from === '1970' ? ZERO : p.from)) && (!p.to || (r.as_of ?? r.published) <= p.to + END_OF_DAY);
const asked = p => r => ['economy', 'sector', 'measure', 'concept', 'indicator', 'source'].every(n => !p[n] || r[n] === p[n]);

let told;

/** Every estimate that was ever said, whole. */
async function everything() {
  told ??= (async () => {
    const whole = await file('estimates.json');
    if (whole) return JSON.parse(whole).estimates.sort((a, b) => a.as_of < b.as_of ? -1 : 1);
    const [levels, stages, terms, withheld] = await Promise.all([csv('estimates.csv', true), csv('stages.csv'), csv('terms.csv'), csv('withheld.csv')]);
    const all = new Map();
    for (const r of levels) {
      const key = `${cell(r)}|${r.as_of}`;
      if (!all.has(key)) all.set(key, start(r));
      const e = all.get(key);
      e.levels[r.horizon] = {...numbers(r, BAND), ...(r.p_negative ? {p_negative: Number(r.p_negative)} : {})};
      if (r.horizon === 'P0D') e.latest = {...e.levels.P0D, period: r.period, period_start: r.period_start, period_end: r.period_end, unit: r.unit};
    }
    for (const r of stages) addStage(all.get(`${cell(r)}|${r.as_of}`), r);
    for (const r of terms) all.get(`${cell(r)}|${r.as_of}`)?.terms.push({name: r.term, ...numbers(r, ['value', 'standard_deviation', 'variance_share']), basis: r.basis, unit: r.unit, source: r.source});
    for (const r of withheld) all.set(`${cell(r)}|${r.as_of}`, {...start(r), withheld: r.reason});
    return [...all.values()].sort((a, b) => a.as_of < b.as_of ? -1 : 1);
  })();
  return told;
}

const start = r => ({economy: r.economy, sector: r.sector, measure: r.measure, concept: r.concept, as_of: r.as_of, period: r.period, period_start: r.period_start, period_end: r.period_end, inputs: Number(r.inputs), model: r.model, unit: r.unit, levels: {}, terms: []});

function addStage(e, r) {
  if (!e || r.speed === '') return;
  e.stage = numbers(r, ['germination', 'growth', 'maturity']);
  e.stage.likeliest = ['germination', 'growth', 'maturity'].sort((a, b) => e.stage[b] - e.stage[a])[0];
}

async function estimates(p) {
  const all = (await everything()).filter(asked(p)).filter(said(p));
  if (p.from) return all;
  return [...new Map(all.map(e => [cell(e), e])).values()];
}

const LINE_NUMBERS = ['impact', 'forecast', 'actual', 'surprise', 'gain'];

async function news(p) {
  const changes = new Map();
  for (const r of (await csv('news.csv')).filter(asked({...p, indicator: '', source: ''})).filter(said(p))) {
    const key = `${cell(r)}|${r.horizon}|${p.from ? r.as_of : ''}`;
    const known = changes.get(key);
    if (!known || known.as_of < r.as_of) changes.set(key, {economy: r.economy, sector: r.sector, measure: r.measure, concept: r.concept, as_of: r.as_of, horizon: r.horizon, unit: r.unit, before: number(r.before), after: number(r.after), lines: []});
    if (changes.get(key).as_of !== r.as_of || !r.kind) continue;
    const line = {kind: r.kind, source: r.source, release: r.release, period: r.period};
    if (r.indicator) line.indicator = r.indicator;
    for (const n of LINE_NUMBERS) if (r[n] !== '') line[n] = Number(r[n]);
    changes.get(key).lines.push(line);
  }
  return [...changes.values()];
}

async function alerts(p) {
  const last = new Map();
  for (const r of (await csv('alerts.csv')).filter(asked(p)).filter(said(p))) last.set([r.rule, r.economy, r.sector, r.concept, r.subject].join('|'), r);
  const active = p.status === 'active' ? [...last.values()].filter(r => r.event === 'raised') : [...last.values()];
  return active.map(r => ({...r, ...numbers(r, ['probability', 'value']), witnesses: r.releases.split('; ').map(releases => ({releases}))}));
}

async function observations(p) {
  const all = (await csv('observations.csv')).filter(asked(p)).filter(said(p)).map(r => ({...r, ...numbers(r, ['value', 'standard_error'])}));
  if (p.vintages === 'all') return all;
  return [...new Map(all.map(r => [[r.indicator, r.economy, r.sector, r.period, r.source].join('|'), r])).values()];
}

/** Releases as the news of the folder name them, where it has no list of its own. */
async function releases() {
  const known = (await lists()).releases;
  if (known) return known;
  const found = new Map();
  for (const r of await csv('news.csv')) if (r.release) found.set(`${r.source}|${r.release}`, {source: r.source, published: r.as_of, release: r.release});
  for (const r of await csv('quarantine.csv')) found.set(`${r.source}|${r.release}`, {source: r.source, published: r.published, release: r.release});
  return [...found.values()];
}

async function list(name) {
  const known = (await lists())[name];
  if (known) return known;
  const all = await everything();
  const distinct = (key, make) => [...new Map(all.map(e => [key(e), make(e)])).values()];
  if (name === 'economies') return distinct(e => e.economy, e => ({economy: e.economy, name: e.economy, kind: 'country'}));
  if (name === 'concepts') return distinct(e => `${e.concept}|${e.measure}`, e => ({concept: e.concept, measure: e.measure, title: ''}));
  if (name === 'measures') return distinct(e => e.measure, e => ({measure: e.measure}));
  if (name === 'sources') return [...new Set((await releases()).map(r => r.source))].map(source => ({source, title: source}));
  return [];
}

const ANSWERS = {
  estimates, news, alerts, observations, releases,
  quarantine: async p => (await csv('quarantine.csv')).filter(said(p)),
  rejected: async () => csv('rejected.csv'),
  calendar: async () => [], // what is awaited is asked of a system that runs
};
const NAMES = {quarantine: 'judgements'};

/** An answer as the query API gives it. */
export async function answer(path, params) {
  if (path === 'recipes') throw new NoAnswer(404, 'no recipes are in this folder');
  const rows = await (ANSWERS[path]?.(params) ?? list(path));
  return {truncated: false, [NAMES[path] ?? path]: rows};
}

/** Rows of estimates as its CSV has them. */
export async function rows(path, p) {
  return (await csv(`${path}.csv`, true)).filter(asked(p)).filter(said(p)).filter(r => !p.horizon || r.horizon === p.horizon);
}
