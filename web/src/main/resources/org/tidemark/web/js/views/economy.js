// One economy: its curve, its stage, why it moved, and what is made of it.
import {h} from '../dom.js';
import {estimates, list, measure, news, observations, paths} from '../data.js';
import {ask} from '../source.js';
import {day, ends, median, number, period} from '../numbers.js';
import {choice, downloads, level, section, table} from '../parts.js';
import {curve} from '../charts/scurve.js';
import {change, to} from '../route.js';
import {reasons} from './overview.js';
import {ledgers, newsOf, revisionsOf, stagesOf, turningsOf, gaps} from './economy-parts.js';

export async function draw({id, params, asOf, words}) {
  if (!id) return choose(words);
  const [all, indicators] = await Promise.all([estimates(asOf, {economy: id}), list('indicators')]);
  const name = words.economy(id);
  const cells = all.filter(e => ['penetration', 'penetration.pooled'].includes(e.measure) && e.latest);
  const key = e => `${e.measure === 'penetration' ? '' : 'pooled:'}${e.sector === 'TOTAL' ? '' : `${e.sector}:`}${e.concept}`;
  const cell = cells.find(e => key(e) === params.concept) ?? cells.find(e => e.concept === params.concept)
    ?? [...cells].sort((a, b) => b.inputs - a.inputs || (a.measure < b.measure ? -1 : 1))[0];
  const picker = choice('Economy', words.economies.map(e => [e.economy, e.name]).sort((a, b) => a[1].localeCompare(b[1])), id,
    code => { location.hash = to('economy', code); });
  if (!cell) {
    return {title: name, body: [h('h1', {}, name), h('p', {}, picker), h('p', {class: 'empty'}, `No level of AI use in ${name} was known ${asOf ? `on ${day(asOf)}` : 'yet'}.`),
      ledgers(all, words, asOf), gaps(all, words, asOf), reasons(all.filter(e => e.withheld), words)]};
  }
  const own = {economy: id, concept: cell.concept, measure: cell.measure, sector: cell.sector};
  const asked = indicators.filter(i => i.kind === 'indicator' && i.role === 'ADOPTION' && i.concept === cell.concept).map(i => i.id);
  const [curves, told, figures, changes] = await Promise.all([
    paths(asOf, own),
    cell.measure === 'penetration' ? ask('estimates', {...own, from: '1970', as_of: asOf, limit: 100000}) : {estimates: []},
    Promise.all(asked.map(indicator => observations(asOf, {economy: id, indicator, vintages: 'all'}))).then(found => found.flat()),
    news(asOf, {economy: id, from: '1970'}),
  ]);
  const vintages = figures.filter(f => f.sector === cell.sector);
  return view({id, params, asOf, words, all, name, cells, cell, key, picker, path: [...curves.values()][0] ?? [], told: told.estimates, vintages, changes, indicators});
}

function choose(words) {
  const kinds = new Map();
  for (const e of words.economies) kinds.set(e.kind, [...(kinds.get(e.kind) ?? []), e]);
  return {title: 'Economies', body: [h('h1', {}, 'Which economy?'), [...kinds].map(([kind, all]) => section(kind, {},
    h('p', {}, all.map((e, i) => [i ? ' · ' : '', h('a', {href: to('economy', e.economy)}, e.name)]))))]};
}

/** The last vintage of each figure by the day that is shown. */
export function believed(vintages) {
  const last = new Map();
  for (const v of vintages) {
    const key = [v.source, v.indicator, v.period].join('|');
    if (!last.has(key) || last.get(key).published <= v.published) last.set(key, v);
  }
  return [...last.values()].filter(v => v.value !== null);
}

function view(v) {
  const {id, params, asOf, words, all, name, cells, cell, key, picker, path, vintages} = v;
  const years = Number(params.ahead ?? 3);
  const concept = words.concept(cell.concept);
  const title = `${name}: ${concept}`;
  const figures = believed(vintages);
  const speed = cell.speed ? `, ${cell.speed.value < 0 ? 'falling' : 'rising'} by ${number(Math.abs(cell.speed.value), 1)} points a year` : '';
  return {
    title,
    body: [
      h('h1', {}, `${name}: ${median(cell.latest)}\u00a0% in ${period(cell.latest.period)}${speed}`),
      h('p', {}, picker, choice('Concept', cells.map(e => [key(e), `${e.measure === 'penetration' ? '' : 'pooled, in terms of: '}${words.concept(e.concept)}${e.sector === 'TOTAL' ? '' : `, ${e.sector}`}`]), key(cell), concept => change({concept, on: '', cell: ''})),
        choice('Projection', [['0', 'none'], ['1', '1 year'], ['3', '3 years'], ['5', '5 years']], String(years), ahead => change({ahead}))),
      section('S-curve', {
        lead: `${concept}. Level ${level_(cell)}; line and bands as last said of each period, in its middle; a figure is drawn over the period that it is about.`,
        tools: downloads({name: `${id}-${cell.concept}`, drawing: 'curve', rows: () => rowsOf(path, figures), path: 'estimates', params: {economy: id, measure: cell.measure, concept: cell.concept, from: '1970', as_of: asOf}}),
      }, h('p', {}, level(cell, words, measure(cell.measure).definition), cell.nowcast && [' in ', period(cell.latest.period), '; nowcast for ', day(cell.nowcast.date), ': ', level(cell, words, 'The level on a day that no figure is about.', cell.nowcast)]),
      curve({path, estimate: cell, figures, years, title, name: 'curve'}),
      h('details', {}, h('summary', {}, `The same as a table: ${path.length} levels, ${figures.length} figures`), table([
        {head: 'Period', of: r => period(r.period)}, {head: 'Kind', of: r => r.kind}, {head: 'Value', number: true, of: r => number(r.value, 2)},
        {head: '80 % band', number: true, of: r => r.lower80 === '' ? '' : ends(r)}, {head: 'Source', of: r => r.source}, {head: 'Published', of: r => day(r.published)},
      ], rowsOf(path, figures), {caption: 'Levels and figures'}))),
      h('div', {class: 'two'}, stagesOf(v), turningsOf(v)),
      newsOf(v),
      h('div', {class: 'two'}, ledgers(all, words, asOf), gaps(all, words, asOf)),
      revisionsOf(v),
      reasons(all.filter(e => e.withheld), words),
    ],
  };
}

const level_ = cell => `${median(cell.latest)} % (${ends(cell.latest)}) in ${period(cell.latest.period)}`;

export const rowsOf = (path, figures) => [
  ...path.map(p => ({period: p.period, period_end: p.period_end, kind: 'estimate', value: p.value, lower80: p.lower80, upper80: p.upper80, source: p.model, published: p.as_of})),
  ...figures.map(f => ({period: f.period, period_end: f.period_end, kind: 'figure', value: f.value, lower80: '', upper80: '', source: f.source, published: f.published})),
].sort((a, b) => a.period_end < b.period_end ? -1 : 1);
