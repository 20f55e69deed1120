// Economies beside one another, within a concept: who is ahead, whether they drift apart, and how they moved.
import {h} from '../dom.js';
import {estimates, measure, paths} from '../data.js';
import {aged, chance, day, ends, iso, median, number, said} from '../numbers.js';
import {choice, downloads, level, section, table} from '../parts.js';
import {ranking, slopes} from '../charts/more.js';
import {change, to} from '../route.js';
import {small} from '../charts/scurve.js';
import {date} from '../numbers.js';

const SCALES = ['level', 'log', 'logit'];

const cell = e => [e.economy, e.sector, e.measure, e.concept].join('|');

export async function draw({params, asOf, words}) {
  const second = asOf ?? iso(new Date());
  const first = params.from && params.from < second ? params.from : `${Number(second.slice(0, 4)) - 1}${second.slice(4)}`;
  const [all, before, curves] = await Promise.all([estimates(asOf), estimates(first, {measure: 'penetration'}), paths(asOf)]);
  const levels = all.filter(e => e.measure === 'penetration' && e.sector === 'TOTAL' && e.latest);
  const counts = new Map();
  for (const e of levels) counts.set(e.concept, (counts.get(e.concept) ?? 0) + 1);
  const concepts = [...counts].sort((a, b) => b[1] - a[1]).map(([c]) => c);
  const concept = concepts.includes(params.concept) ? params.concept : concepts[0];
  if (!concept) return {title: 'Across economies', body: [h('h1', {}, 'Across economies'), h('p', {class: 'empty'}, 'No level was known on this day.')]};
  const own = levels.filter(e => e.concept === concept).sort((a, b) => b.latest.value - a.latest.value);
  const rows = own.map(e => ({name: words.economy(e.economy), ...e.latest, note: `in ${aged(e)}`, economy: e.economy}));
  const then = new Map(before.filter(e => e.concept === concept && e.sector === 'TOTAL' && e.latest).map(e => [e.economy, e.latest]));
  const both = own.filter(e => then.has(e.economy)).map(e => ({economy: e.economy, name: words.economy(e.economy), before: then.get(e.economy).value, after: e.latest.value, period_before: then.get(e.economy).period, period: e.latest.period}));
  const title = words.concept(concept);
  return {
    title: `Across economies: ${title}`,
    body: [
      h('h1', {}, own.length > 1 ? `${rows[0].name} leads with ${median(own[0].latest)}\u00a0%; ${rows.at(-1).name} has ${median(own.at(-1).latest)}\u00a0%` : `Only ${rows[0].name} is measured in this way`),
      h('p', {}, choice('Concept', concepts.map(c => [c, `${words.concept(c)} (${counts.get(c)})`]), concept, c => change({concept: c})), 'Concepts are different questions, and are not ranked together.'),
      section('Ranking', {tools: downloads({name: `ranking-${concept}`, drawing: 'ranking', rows: () => rows, path: 'estimates', params: {measure: 'penetration', concept, as_of: asOf}})},
        ranking(rows, {label: `${title}, ranked`, name: 'ranking'}),
        h('details', {}, h('summary', {}, 'The same as a table'), table([
          {head: 'Economy', of: e => h('a', {href: to('economy', e.economy, {concept})}, words.economy(e.economy))}, {head: 'Level', number: true, of: e => level(e, words, measure(e.measure).definition)}, {head: 'Period', of: e => aged(e)},
          {head: 'Speed, points a year', number: true, of: e => e.speed ? h('span', {'data-speed': cell(e)}, said(e.speed, true)) : 'too early'}], own, {caption: 'Levels'}))),
      divergence(all.filter(e => e.measure.startsWith('divergence') && e.concept === concept), words, asOf),
      section('Two days', {lead: `What was known on ${day(first)} and ${asOf ? `on ${day(asOf)}` : 'is known now'}.`, tools: h('span', {}, h('span', {class: 'choice'}, h('label', {for: 'first-day'}, 'First day'), h('input', {id: 'first-day', type: 'date', value: first, max: second, onchange: event => change({from: event.target.value})})),
        downloads({name: `two-days-${concept}`, drawing: 'slopes', rows: () => both, path: 'estimates', params: {measure: 'penetration', concept, as_of: first}}))},
      slopes(both, {label: `${title} on two days`, first: day(first), second: asOf ? day(asOf) : 'now', name: 'slopes'})),
      multiples(own, curves, words),
    ],
  };
}

function divergence(cells, words, asOf) {
  const panels = [...new Set(cells.map(e => e.economy))];
  return section('Do they come together or drift apart?', {
    lead: 'A slope above 0 says that who is ahead pulls away. A verdict is given only where all three scales agree.',
    tools: cells.length > 0 && downloads({name: 'divergence', rows: () => cells.filter(e => e.latest).map(e => ({panel: e.economy, measure: e.measure, period: e.period, value: e.latest.value, lower80: e.latest.lower80, upper80: e.latest.upper80})), path: 'estimates', params: {concept: cells[0]?.concept, measure: 'divergence.verdict', as_of: asOf}}),
  }, panels.length ? panels.map(panel => {
    const of = name => cells.find(e => e.economy === panel && e.measure === name);
    const verdict = of('divergence.verdict');
    const known = SCALES.filter(scale => of(`divergence.slope.${scale}`)?.latest);
    return [h('h3', {}, words.economy(panel)), h('p', {}, h('strong', {}, verdictText(verdict))), table([
      {head: 'Scale', of: scale => scale},
      {head: 'Slope', number: true, of: scale => level(of(`divergence.slope.${scale}`), words, measure(`divergence.slope.${scale}`).definition)},
      {head: 'P(drifting apart)', number: true, of: scale => h('span', {'data-apart': cell(of(`divergence.slope.${scale}`))}, chance(1 - of(`divergence.slope.${scale}`).levels.P0D.p_negative))},
      {head: 'Dispersion', number: true, of: scale => of(`divergence.dispersion.${scale}`)?.latest ? level(of(`divergence.dispersion.${scale}`), words, measure(`divergence.dispersion.${scale}`).definition) : 'none'},
      {head: 'Before', number: true, of: scale => before(of(`divergence.dispersion.${scale}`))},
    ], known, {caption: 'Slope and dispersion by scale', empty: verdict?.withheld ?? 'Nothing is known of this panel.'})];
  }) : h('p', {class: 'empty'}, 'No panel of economies is compared by this concept.'));
}

/** What the dispersion was at the first of the two dates. */
function before(dispersion) {
  const value = dispersion?.terms.find(t => t.name === 'dispersion_before')?.value;
  return value === undefined ? 'none' : h('span', {'data-before': cell(dispersion)}, number(value, 2));
}

function verdictText(verdict) {
  if (!verdict?.latest) return `No verdict: ${verdict?.withheld ?? 'too few economies'}`;
  const value = verdict.latest.value;
  if (value === 0) return 'No verdict: the scales contradict one another or show nothing.';
  return `${value > 0 ? 'They drift apart' : 'They come together'}, probability ${chance(Math.abs(value))}.`;
}

function multiples(own, curves, words) {
  const ends_ = [...curves.values()].flat().map(r => r.period_end).sort();
  const starts = [...curves.values()].flat().map(r => r.period_start).sort();
  const x0 = new Date(Math.max(date(starts[0] ?? '2020-01-01'), Date.UTC(2019, 0, 1))), x1 = date(ends_.at(-1) ?? '2026-01-01');
  x1.setUTCFullYear(x1.getUTCFullYear() + 3);
  const top = Math.min(100, Math.max(...own.map(e => e.levels?.P3Y?.upper80 ?? e.latest.upper80)));
  return section('Small multiples', {lead: `All on one scale: ${x0.getUTCFullYear()} to ${x1.getUTCFullYear()}, 0 to ${number(top, 0)} %.`}, h('div', {class: 'grid'}, own.map(e => h('article', {class: 'card'},
    h('h3', {}, h('a', {href: to('economy', e.economy, {concept: e.concept})}, words.economy(e.economy))),
    small({path: curves.get(cell(e)), estimate: e, x0, x1, top, label: `${words.economy(e.economy)}: ${said(e.latest)} %`}),
    h('p', {class: 'facts'}, `${median(e.latest)} % (${ends(e.latest)}) in ${aged(e)}`)))));
}
