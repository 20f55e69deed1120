// What was known on one day, and what the days until another have changed.
import {h} from '../dom.js';
import {cellOf, estimates, measure, news, releases} from '../data.js';
import {day, iso, number, saidOf, unit} from '../numbers.js';
import {downloads, section, table} from '../parts.js';
import {change, to} from '../route.js';

const YEAR_BEFORE = day => `${Number(day.slice(0, 4)) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;

export async function draw({params, asOf, words}) {
  const second = asOf ?? iso(new Date());
  const first = params.from && params.from <= second ? params.from : YEAR_BEFORE(second);
  const [then, now, past, moved] = await Promise.all([estimates(first), estimates(asOf), releases(asOf), news(asOf, {from: first})]);
  const rows = differences(then, now);
  const between = past.filter(r => r.published.slice(0, 10) > first);
  const bySource = new Map();
  for (const r of between) bySource.set(r.source, [...(bySource.get(r.source) ?? []), r.published.slice(0, 10)]);
  return {
    title: `What changed from ${day(first)}`,
    body: [
      h('h1', {}, `Between ${day(first)} and ${asOf ? day(asOf) : 'now'}, ${number(between.length, 0)} releases moved ${number(rows.filter(r => r.change !== null && r.change !== 0).length, 0)} estimates and brought ${number(rows.filter(r => !r.before).length, 0)} new ones`),
      h('p', {class: 'lead'}, 'The slider above moves this and every other view to what was known on a day: figures that were published later, revisions among them, do not exist there. Play goes from publication to publication.'),
      h('p', {}, h('span', {class: 'choice'}, h('label', {for: 'from-day'}, 'Compared with'), h('input', {id: 'from-day', type: 'date', value: first, max: second, onchange: event => change({from: event.target.value})}))),
      section('Estimates on the two days', {tools: downloads({name: `difference-${first}-${second}`, rows: () => rows.map(r => ({measure: r.cell.measure, concept: r.cell.concept, economy: r.cell.economy, sector: r.cell.sector, before: r.before?.value, after: r.after?.value, change: r.change, unit: r.cell.unit})), path: 'estimates', params: {as_of: first}})},
        table([
          {head: 'Economy', of: r => h('a', {href: to('economy', r.cell.economy, {concept: r.cell.concept})}, words.economy(r.cell.economy))},
          {head: 'Estimate', of: r => `${measure(r.cell.measure).title}: ${words.concept(r.cell.concept)}${r.cell.sector === 'TOTAL' ? '' : `, ${r.cell.sector}`}`},
          {head: day(first), number: true, of: r => r.before ? h('span', {'data-cell': cellOf(r.cell), 'data-known': 'then', 'data-value': r.before.value}, saidOf(r.cell, r.before)) : 'not known'},
          {head: asOf ? day(asOf) : 'Now', number: true, of: r => r.after ? h('span', {'data-cell': cellOf(r.cell), 'data-known': 'now', 'data-value': r.after.value}, saidOf(r.cell, r.after)) : 'not known'},
          {head: 'Change', number: true, of: r => r.change === null ? '' : `${number(r.change, 2, true)} ${r.cell.unit === 'percent' ? 'points' : unit(r.cell.unit)}`},
        ], rows, {caption: 'Estimates on the two days', empty: 'Nothing was known on either day.'})),
      section('What was published between', {lead: `${number(moved.length, 0)} changes of estimates are told by news.`}, table([
        {head: 'Source', of: ([source]) => source}, {head: 'Releases', number: true, of: ([, days]) => number(days.length, 0)}, {head: 'First', of: ([, days]) => day(days.at(-1))}, {head: 'Last', of: ([, days]) => day(days[0])},
      ], [...bySource], {caption: 'Releases by source', empty: 'Nothing was published between the two days.'})),
    ],
  };
}

/** Cells of either day, the largest change first. */
export function differences(then, now) {
  const cells = new Map();
  for (const e of then) if (e.latest) cells.set(cellOf(e), {cell: e, before: e.latest});
  for (const e of now) if (e.latest) cells.set(cellOf(e), {...cells.get(cellOf(e)), cell: e, after: e.latest});
  return [...cells.values()].map(r => ({...r, change: r.before && r.after ? r.after.value - r.before.value : null}))
    .sort((a, b) => (a.cell.measure < b.cell.measure ? -1 : a.cell.measure > b.cell.measure ? 1 : 0) || Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
}
