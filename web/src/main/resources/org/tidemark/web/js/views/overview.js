// Where AI stands, in one sentence and many small curves.
import {h} from '../dom.js';
import {alerts, awaited, estimates, list, measure, news, paths, releases} from '../data.js';
import {aged, chance, date, day, ends, median, number, period, said, unit} from '../numbers.js';
import {apiLink, choice, downloads, eventually, figure, level, section, table} from '../parts.js';
import {small} from '../charts/scurve.js';
import {change, to} from '../route.js';
import {isFolder} from '../source.js';

const AHEAD_YEARS = 3;
const EARLIEST_YEAR = 2019;
const MOVES_SHOWN = 12;
const NEXT_SHOWN = 8;
const GROUP_MIN = 3;
const COUNTED = {firms: 'firms', people: 'people', workers: 'workers'};

export async function draw({asOf, params, words}) {
  const [all, curves, active, past, moved] = await Promise.all([
    estimates(asOf), paths(asOf), alerts(asOf), releases(asOf), news(asOf)]);
  const arrived = past.filter(r => past.length && r.published.slice(0, 10) === past[0].published.slice(0, 10));
  const levels = all.filter(e => e.measure === 'penetration' && e.sector === 'TOTAL' && e.latest);
  const sentence = headline(levels, words);
  return {
    title: 'Overview',
    body: [
      h('h1', {id: 'sentence'}, sentence),
      h('p', {class: 'lead'}, `As known ${asOf ? `on ${day(asOf)}` : 'now'}: ${new Set(levels.map(e => e.economy)).size} economies, ${new Set(past.map(r => r.source)).size} sources heard; ${past.length ? `the last publication is of ${day(past[0].published)}` : 'nothing had been published'}. Numbers in brackets are 80 % bands.`),
      h('div', {class: 'beside'},
        h('div', {}, groups(levels, curves, words, params), displacement(all, words, asOf), gap(all, words, asOf)),
        h('div', {}, inForce(active, words, asOf), lastArrived(arrived, moved, words, asOf), eventually(() => awaited(asOf), waiting => comesNext(waiting, words)))),
    ],
  };
}

const byLevel = (a, b) => b.latest.value - a.latest.value;

/** Concepts with the economies that have them, the most widely asked first. */
function concepts(levels) {
  const groups = new Map();
  for (const e of levels) {
    if (!groups.has(e.concept)) groups.set(e.concept, []);
    groups.get(e.concept).push(e);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

function headline(levels, words) {
  const [group] = concepts(levels);
  if (!group) return 'No level of AI use was known on this day.';
  const [concept, cells] = group;
  const head = cells.find(e => words.kind(e.economy) === 'aggregate') ?? [...cells].sort(byLevel)[0];
  const others = cells.filter(e => e !== head && words.kind(e.economy) !== 'aggregate').sort(byLevel);
  const who = COUNTED[concept.split('.')[0]];
  const what = who ? `of ${who} in ${withArticle(words.economy(head.economy))} used AI` : `is the level in ${words.economy(head.economy)} of: ${words.concept(concept)};`;
  const speed = head.speed ? `, a share that ${head.speed.value < 0 ? 'falls' : 'grows'} by ${number(Math.abs(head.speed.value), 1)} points a year` : '';
  const range = others.length > 1 ? `; from ${median(others.at(-1).latest)}\u00a0% in ${withArticle(words.economy(others.at(-1).economy))} to ${median(others[0].latest)}\u00a0% in ${withArticle(words.economy(others[0].economy))}` : '';
  return `In ${period(head.latest.period)}, ${median(head.latest)}\u00a0% ${what}${speed}${range}.`;
}

/** Some names take an article in a sentence. */
export const withArticle = name => /^(European Union|United|Netherlands|Philippines)/.test(name) ? `the ${name}` : name;

function groups(levels, curves, words, params) {
  const chosen = concepts(levels);
  const order = params.sort ?? 'level';
  const years = [...curves.values()].flat().map(row => row.period_end).sort();
  const starts = [...curves.values()].flat().map(row => row.period_start).sort();
  const x0 = new Date(Math.max(date(starts[0] ?? '2020-01-01'), Date.UTC(EARLIEST_YEAR, 0, 1)));
  const x1 = date(years.at(-1) ?? '2026-12-31');
  x1.setUTCFullYear(x1.getUTCFullYear() + AHEAD_YEARS);
  const large = chosen.filter(([, cells]) => cells.length >= GROUP_MIN), rest = chosen.filter(([, cells]) => cells.length < GROUP_MIN);
  const drawn = large.map(([concept, cells], i) => section(words.concept(concept), {
    lead: `${cells.length} economies. Broken line: projection for ${AHEAD_YEARS} years.`,
    tools: h('span', {}, i === 0 && choice('Order by', [['level', 'level'], ['speed', 'speed'], ['name', 'name']], order, sort => change({sort})),
      downloads({name: `penetration-${concept}`, rows: () => cells.map(flat), path: 'estimates', params: {measure: 'penetration', concept}})),
  }, h('div', {class: 'grid'}, sorted(cells, order, words).map(e => card(e, curves, words, {x0, x1, top: reach(cells)})))));
  const others = rest.flatMap(([, cells]) => cells);
  return [drawn, others.length > 0 && section('Other questions', {
    lead: 'Each asked of too few economies to set them side by side.',
    tools: downloads({name: 'penetration-others', rows: () => others.map(flat), path: 'estimates', params: {measure: 'penetration'}}),
  }, h('div', {class: 'grid'}, rest.flatMap(([concept, cells]) => cells.map(e => card(e, curves, words, {x0, x1, top: reach(cells)}, words.concept(concept))))))];
}

const reach = cells => Math.min(100, Math.max(...cells.flatMap(e => [e.latest.upper80, e.levels?.P3Y?.upper80 ?? e.levels?.P1Y?.upper80 ?? 0])));

const sorted = (cells, order, words) => [...cells].sort(order === 'speed' ? (a, b) => (b.speed?.value ?? -99) - (a.speed?.value ?? -99)
  : order === 'name' ? (a, b) => words.economy(a.economy).localeCompare(words.economy(b.economy)) : byLevel);

const flat = e => ({economy: e.economy, name: e.economy_name, concept: e.concept, as_of: e.as_of, period: e.latest.period, value: e.latest.value, lower80: e.latest.lower80, upper80: e.latest.upper80, unit: e.unit, speed: e.speed?.value, stage: e.stage?.likeliest});

function card(e, curves, words, scale, asked) {
  const name = words.economy(e.economy);
  const path = curves.get([e.economy, e.sector, e.measure, e.concept].join('|')) ?? [];
  const speed = e.speed ? `${median(e.speed, true)} (${ends(e.speed, true)}) points a year` : 'too early for a speed';
  const stage = e.stage ? `${e.stage.likeliest} ${chance(e.stage[e.stage.likeliest])}` : '';
  return h('article', {class: 'card', 'data-cell': [e.economy, e.sector, e.measure, e.concept].join('|')},
    h('h3', {}, h('a', {href: to('economy', e.economy, {concept: e.concept})}, name)),
    asked && h('p', {class: 'facts'}, asked),
    h('p', {class: 'big'}, level(e, words, measure(e.measure).definition)),
    small({path, estimate: e, ...scale, label: `${name}, ${words.concept(e.concept)}: ${said(e.latest)} % in ${period(e.latest.period)}`}),
    h('p', {class: 'span-of', 'aria-hidden': 'true'}, h('span', {}, scale.x0.getUTCFullYear()), h('span', {}, `0 to ${number(scale.top, 0)} %`), h('span', {}, scale.x1.getUTCFullYear())),
    h('p', {class: 'facts'}, `in ${aged(e)}`, h('br'), speed, stage && [h('br'), stage]));
}

const valued = (all, id) => all.filter(e => e.measure === id && e.latest);

function displacement(all, words, asOf) {
  const held = [...valued(all, 'displacement.ledger'), ...valued(all, 'displacement.contrast')].sort(byLevel);
  const without = all.filter(e => e.measure.startsWith('displacement') && e.withheld);
  return section('Displacement', {
    lead: 'The ledger is what its factors imply for employment; the contrast sees a fall and not its cause. Neither counts jobs lost.',
    tools: downloads({name: 'displacement', rows: () => held.map(flat), path: 'estimates', params: {measure: 'displacement.ledger', as_of: asOf}}),
  }, measureTable(held, words), reasons(without, words));
}

function gap(all, words, asOf) {
  const held = all.filter(e => ['demand_gap', 'demand_minus_output_growth'].includes(e.measure) && e.latest);
  return section('Demand gap', {
    lead: 'Demand less supply; negative where demand falls short of what is supplied.',
    tools: downloads({name: 'demand-gap', rows: () => held.map(flat), path: 'estimates', params: {measure: 'demand_gap', as_of: asOf}}),
  }, measureTable(held, words), reasons(all.filter(e => e.measure.startsWith('demand') && e.withheld), words));
}

const measureTable = (held, words) => table([
  {head: 'Economy', of: e => h('a', {href: to('economy', e.economy)}, words.economy(e.economy))},
  {head: 'What', of: e => `${measure(e.measure).title}: ${words.concept(e.concept)}`},
  {head: 'Level', number: true, of: e => level(e, words, measure(e.measure).definition)},
  {head: 'Period', of: e => aged(e)},
], held, {caption: 'Levels with 80 % bands', empty: 'No number on this day; the reasons follow, where there are any.'});

export function reasons(without, words) {
  if (!without.length) return null;
  const groups = new Map();
  for (const e of without) {
    const key = `${e.measure}|${e.withheld.replaceAll(` of ${e.economy}`, '')}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(e);
  }
  return h('details', {}, h('summary', {}, `No number for ${without.length} ${without.length === 1 ? 'cell' : 'cells'}, and why`), h('ul', {}, [...groups.values()].map(cells => h('li', {},
    `${[...new Set(cells.map(e => words.economy(e.economy)))].join(', ')}: ${measure(cells[0].measure).title}: ${cells[0].withheld}`))));
}

function inForce(active, words, asOf) {
  const rules = new Map();
  for (const a of active) rules.set(a.rule, [...(rules.get(a.rule) ?? []), a]);
  return section('Alerts in force', {tools: downloads({name: 'alerts', rows: () => active.map(({witnesses, ...rest}) => rest), path: 'alerts', params: {status: 'active', as_of: asOf}})},
    active.length ? h('ul', {class: 'plain'}, [...rules].map(([rule, list]) => h('li', {}, h('span', {class: `tag ${list[0].severity}`}, list[0].severity), ' ', h('strong', {}, rule), ': ',
      list.map((a, i) => [h('span', {class: 'nowrap'}, figure(`${words.economy(a.economy || a.subject)}${list.filter(b => b.economy === a.economy).length > 1 ? ` (${a.concept.split('.')[0].replaceAll('_', ' ')})` : ''}`, `${rule}: ${words.economy(a.economy)}`, [
        ['Says', a.message], ['Since', day(a.as_of)], ['Probability', chance(a.probability)], ['Attribution', a.attribution], ['Spoke for it', a.witnesses.map(w => w.releases).join('; ')]], {'data-alert': `${a.rule}|${a.economy}|${a.concept}`}), i + 1 < list.length && ','), ' ']))))
      : h('p', {class: 'empty'}, 'No alert was in force.'));
}

function lastArrived(arrived, moved, words, asOf) {
  const told = moved.filter(m => m.before !== null && m.horizon === 'P0D');
  const last = told.map(m => m.as_of).sort().at(-1)?.slice(0, 10);
  const changes = told.filter(m => m.as_of.slice(0, 10) === last).sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const day_ = arrived[0]?.published.slice(0, 10);
  return section('What arrived last, and what it moved', {tools: last && downloads({name: 'news', path: 'news', params: {from: last, as_of: asOf}})},
    h('p', {class: 'muted'}, arrived.length ? `${day(day_)}: ${[...new Set(arrived.map(r => r.source))].join(', ')}.${last === day_ ? '' : ' It moved no estimate that had a number before.'}${last && last !== day_ ? ` Before it, ${day(last)} moved:` : ''}` : 'Nothing yet.'),
    changes.length > 0 && h('ul', {class: 'plain'}, changes.slice(0, MOVES_SHOWN).map(m => h('li', {}, h('a', {href: to('economy', m.economy, {concept: m.concept, cell: m.measure, on: last})}, words.economy(m.economy)),
      ` ${measure(m.measure).title.toLowerCase()}, ${words.concept(m.concept)}: `, h('span', {class: 'nowrap'}, `${number(m.before, 1)} → ${number(m.after, 1)} (${number(m.after - m.before, 2, true)} ${m.unit === 'percent' ? 'points' : unit(m.unit)})`)))),
    changes.length > MOVES_SHOWN && h('p', {class: 'muted'}, `and ${changes.length - MOVES_SHOWN} more: `, apiLink('news', {from: last})));
}

/** `waiting` is null while it is worked out, which takes seconds where many economies are held. */
function comesNext(waiting, words) {
  const row = w => h('li', {'data-awaited': w.source, 'data-expected': w.expected.slice(0, 10)}, `${w.source_title}: ${w.basis === 'stated' ? '' : 'about '}${day(w.expected)} `,
    h('span', {class: 'muted'}, `(last ${day(w.last)}, ${w.basis === 'stated' ? 'as its publisher has said' : `usually every ${number(w.interval_days, 0)} days`}) `),
    w.overdue_days > 0 && h('span', {class: `tag ${w.status === 'due' ? '' : 'warning'}`}, `${w.status}, ${number(w.overdue_days, 0)} days`),
    h('div', {class: 'muted'}, 'moves most: ', h('a', {href: to('economy', w.most.economy, {concept: w.most.concept})}, words.economy(w.most.economy)),
      `, ${words.concept(w.most.concept)}: by ${number(w.most.worth.expected_move, 2)} points, variance ${w.most.worth.variance_reduction < 0 ? 'up' : 'down'} by ${number(100 * Math.abs(w.most.worth.variance_reduction), 0)} %`));
  return section('What comes next', {lead: 'Each source of use of AI: a day that its publisher has said, or else by its rhythm; and what its release is worth before it comes.', tools: waiting?.length > 0 && downloads({name: 'calendar', path: 'calendar', params: {sector: 'TOTAL'}})},
    waiting === null ? h('p', {class: 'muted'}, 'Working out what each release is worth.')
      : waiting.length ? h('ul', {class: 'plain'}, waiting.filter(w => w.status !== 'silent').slice(0, NEXT_SHOWN).map(row)) : h('p', {class: 'empty'}, isFolder() ? 'What is awaited is asked of a system that runs, and not of a folder.' : 'No source has published three times yet, and none has said a day.'));
}
