// The parts of the view of one economy below its curve.
import {h} from '../dom.js';
import {measure} from '../data.js';
import {aged, chance, date, day, number, period, unit, yearToDate} from '../numbers.js';
import {choice, downloads, level, section, table} from '../parts.js';
import {revisions, stages, waterfall} from '../charts/more.js';
import {change} from '../route.js';

const TURNINGS = {FIRST_INFLECTION: 'fastest rise of growth (21 %)', MIDPOINT: 'midpoint (50 %)', SECOND_INFLECTION: 'slowing (79 %)'};

export function stagesOf({told, cell, asOf}) {
  const points = told.filter(e => e.stage).map(e => ({date: date(e.as_of), ...e.stage})).sort((a, b) => a.date - b.date);
  return section('Stage', {
    lead: cell.stage ? `Now: ${['germination', 'growth', 'maturity'].map(k => `${k} ${chance(cell.stage[k])}`).join(', ')}. A stage is a part of a plateau that nobody knows.` : 'Told from the fourth figure on.',
    tools: points.length > 1 && downloads({name: 'stages', drawing: 'stages', rows: () => points.map(p => ({...p, date: p.date.toISOString().slice(0, 10)}))}),
  }, stages(points, {label: 'Probabilities of the stages, by day of publication', name: 'stages'}));
}

const year = value => value === null || value === undefined ? 'none' : day(yearToDate(value).toISOString());

export function turningsOf({cell, params}) {
  const all = cell.turnings ?? [];
  const ceilings = [...new Set(all.map(t => t.ceiling))];
  const chosen = params.ceiling === undefined ? null : Number(params.ceiling);
  const shown = all.filter(t => t.ceiling === chosen);
  return section('Turning dates', {
    lead: 'They depend on the ceiling, which nobody knows: choose one, or the mixture over all.',
    tools: ceilings.length > 1 && choice('Ceiling', ceilings.map(c => c === null ? ['', 'mixture of ceilings'] : [String(c), `${number(100 * c, 0)} %`]), chosen === null ? '' : String(chosen), ceiling => change({ceiling})),
  }, table([
    {head: 'Turning', of: t => TURNINGS[t.turning] ?? t.turning},
    {head: 'Passed', number: true, of: t => chance(t.passed)},
    {head: 'Not before (10 %)', of: t => year(t.year10)},
    {head: 'Median', of: t => year(t.year50)},
    {head: 'By (90 %)', of: t => year(t.year90)},
    {head: 'Prior', number: true, of: t => chance(t.prior_share)},
  ], shown, {caption: 'Turning dates', empty: 'Told from the fourth figure on, for the estimate of one concept.'}),
  shown.length > 0 && h('p', {class: 'muted'}, 'Prior: how much of the statement is what was assumed of the ceiling.'));
}

const KINDS = {POOL: 'how fast others move at its level', PASSING_OF_TIME: 'the passing of time', REWEIGHTING: 'the models weighed anew', NEW_FIGURES: 'new', REVISED_FIGURES: 'revised', WITHDRAWN_FIGURES: 'withdrawn'};

export const lineText = l => l.indicator ? `${l.source}: ${l.indicator} ${period(l.period)} ${KINDS[l.kind] ?? ''}`.trim() : KINDS[l.kind] ?? l.kind.toLowerCase().replaceAll('_', ' ');

export function newsOf({changes, cell, params, words}) {
  const cellOf = m => `${m.measure}|${m.concept}|${m.sector}`;
  const cells = [...new Set(changes.map(cellOf))].sort();
  const wanted = params.cell && cells.find(c => c.startsWith(`${params.cell}|${params.concept ?? ''}`));
  const chosen = wanted ?? (cells.includes(cellOf(cell)) ? cellOf(cell) : cells[0]);
  const own = changes.filter(m => cellOf(m) === chosen && m.horizon === 'P0D').sort((a, b) => a.as_of < b.as_of ? 1 : -1);
  const shown = own.find(m => m.as_of.slice(0, 10) === params.on) ?? own.find(m => m.before !== null) ?? own[0];
  const title = c => { const [m, concept, sector] = c.split('|'); return `${measure(m).title}: ${words.concept(concept)}${sector === 'TOTAL' ? '' : `, ${sector}`}`; };
  if (!shown) return section('Why it moved', {}, h('p', {class: 'empty'}, 'No change is held.'));
  const lines = shown.lines.map(l => ({...l, text: lineText(l)}));
  return section('Why it moved', {
    lead: 'Impacts add up to the change, to the last digit.',
    tools: downloads({name: 'news', drawing: 'news', rows: () => lines.map(({text, ...l}) => ({as_of: shown.as_of, before: shown.before, after: shown.after, text, impact: l.impact, forecast: l.forecast, actual: l.actual})), path: 'news', params: {economy: shown.economy, measure: shown.measure, concept: shown.concept, from: '1970'}}),
  }, h('p', {}, choice('Estimate', cells.map(c => [c, title(c)]), chosen, c => change({cell: c.split('|')[0], concept: c.split('|')[1], on: ''})),
    choice('Publication', own.map(m => [m.as_of.slice(0, 10), `${day(m.as_of)}${m.before === null ? '' : `: ${number(m.after - m.before, 2, true)}`}`]), shown.as_of.slice(0, 10), on => change({on}))),
  shown.before === null ? h('p', {class: 'empty'}, `First said on ${day(shown.as_of)}: ${number(shown.after, 2)}.`)
    : waterfall(shown, lines, {label: `${title(chosen)}, ${day(shown.as_of)}: from ${number(shown.before, 2)} to ${number(shown.after, 2)}`, unit: unit(shown.unit), name: 'news'}),
  table([
    {head: 'Line', of: l => l.text}, {head: 'Release', of: l => l.release ?? ''}, {head: 'Expected', number: true, of: l => l.forecast === undefined ? '' : number(l.forecast, 2)},
    {head: 'Came', number: true, of: l => l.actual === undefined ? '' : number(l.actual, 2)}, {head: 'Surprise', number: true, of: l => l.surprise === undefined ? '' : number(l.surprise, 2, true)},
    {head: 'Gain', number: true, of: l => l.gain === undefined ? '' : number(l.gain, 2)}, {head: 'Impact', number: true, of: l => h('span', {'data-impact': l.impact}, number(l.impact, 2, true))},
  ], lines, {caption: 'News, line by line'}));
}

const factorTable = terms => table([
  {head: 'Factor', of: t => t.name.replaceAll('_', ' ')},
  {head: 'Value', number: true, of: t => h('span', {'data-value': t.value}, `${number(t.value, 2)} ${unit(t.unit)}`)},
  {head: 'Std. dev.', number: true, of: t => t.standard_deviation === null ? '' : number(t.standard_deviation, 2)},
  {head: 'Of variance', number: true, of: t => t.variance_share === null ? '' : chance(t.variance_share)},
  {head: 'Basis', of: t => h('span', {class: t.basis === 'ASSUMED' ? 'tag warning' : 'tag'}, t.basis.toLowerCase())},
  {head: 'From', of: t => t.source},
], terms, {caption: 'Factors'});

export function ledgers(all, words, asOf) {
  const held = all.filter(e => e.measure.startsWith('displacement') && e.latest);
  return section('Displacement', {
    lead: 'The ledger is arithmetic on factors; how much of its doubt each factor brings stands beside it. The contrast is measured, and names no cause.',
    tools: held.length > 0 && downloads({name: 'displacement', rows: () => held.flatMap(e => e.terms.map(t => ({measure: e.measure, concept: e.concept, ...t}))), path: 'estimates', params: {economy: held[0].economy, measure: 'displacement.ledger', as_of: asOf}}),
  }, held.length ? held.map(e => [h('h3', {}, `${measure(e.measure).title}: ${words.concept(e.concept)}`), h('p', {}, level(e, words, measure(e.measure).definition), ` in ${aged(e)}`),
    h('details', {}, h('summary', {}, 'Factors and their share of the doubt'), factorTable(e.terms))]) : h('p', {class: 'empty'}, 'No number; see why below.'));
}

export function gaps(all, words, asOf) {
  const held = all.filter(e => e.measure.startsWith('demand') && e.latest);
  return section('Demand gap', {
    lead: 'Demand less supply; its parts add up to it where they are known.',
    tools: held.length > 0 && downloads({name: 'demand-gap', rows: () => held.map(e => ({measure: e.measure, concept: e.concept, period: e.period, value: e.latest.value, lower80: e.latest.lower80, upper80: e.latest.upper80})), path: 'estimates', params: {economy: held[0].economy, measure: 'demand_gap', as_of: asOf}}),
  }, held.length ? held.map(e => [h('h3', {}, `${measure(e.measure).title}: ${words.concept(e.concept)}`), h('p', {}, level(e, words, measure(e.measure).definition), ` in ${aged(e)}`),
    e.levels.P0D?.p_negative !== undefined && h('p', {class: 'muted'}, `Below zero with probability ${chance(e.levels.P0D.p_negative)}.`),
    e.terms?.length > 0 && h('details', {}, h('summary', {}, 'Parts and what it rests on'), factorTable(e.terms))]) : h('p', {class: 'empty'}, 'No number; see why below.'));
}

export function revisionsOf({vintages, params, words, cell}) {
  const sources = [...new Set(vintages.map(v => `${v.indicator}|${v.source}`))].sort();
  const chosen = sources.includes(params.figure) ? params.figure : sources[0];
  const own = vintages.filter(v => `${v.indicator}|${v.source}` === chosen).sort((a, b) => a.published < b.published ? -1 : 1);
  const groups = new Map();
  for (const v of own) groups.set(v.period, [...(groups.get(v.period) ?? []), v]);
  const rows = [...groups.values()].map(list => ({first: list[0], last: list.at(-1), count: list.length})).sort((a, b) => a.first.period_end < b.first.period_end ? 1 : -1);
  const revised = own.filter(v => groups.get(v.period).length > 1);
  return section('Revisions', {
    lead: 'What was first said of each period, and what is said now.',
    tools: own.length > 0 && downloads({name: 'revisions', rows: () => own, path: 'observations', params: {economy: cell.economy, indicator: chosen?.split('|')[0], vintages: 'all'}}),
  }, sources.length > 1 && h('p', {}, choice('Figure', sources.map(s => [s, s.replace('|', ', ')]), chosen, figure => change({figure}))),
  revised.length > 0 && revisions(revised, {label: 'Vintages of figures that were revised, by day of publication', name: 'revisions'}),
  table([
    {head: 'Period', of: r => period(r.first.period)}, {head: 'First said', number: true, of: r => h('span', {'data-value': r.first.value}, number(r.first.value, 1))}, {head: 'on', whole: true, of: r => day(r.first.published)},
    {head: 'Now', number: true, of: r => h('span', {'data-value': r.last.value}, number(r.last.value, 1))}, {head: 'since', whole: true, of: r => day(r.last.published)},
    {head: 'Change', number: true, of: r => r.last.value === r.first.value ? '' : number(r.last.value - r.first.value, 2, true)}, {head: 'Vintages', number: true, of: r => r.count},
    {head: 'Note', of: r => r.last.note ?? ''},
  ], rows, {caption: 'Figures, first said and now', empty: `No figure of ${words.concept(cell.concept)} is held for this economy.`}));
}
