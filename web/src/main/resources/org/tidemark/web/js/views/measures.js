// The other mechanisms, a card each: what it says, of whom, and why there is nothing where there is nothing.
import {h, linked} from '../dom.js';
import {estimates, measure} from '../data.js';
import {ask, NoAnswer} from '../source.js';
import {aged, period, said, unit} from '../numbers.js';
import {downloads, level, section, table} from '../parts.js';
import {to} from '../route.js';
import {reasons} from './overview.js';

const SHOWN_MAX = 8;
const OF_THE_CURVE = ['penetration'];

/** Recipes of measures, or null where this program does not know the question. */
async function recipes() {
  try {
    return (await ask('recipes')).recipes;
  } catch (error) {
    if (error instanceof NoAnswer && error.status === 404) return null;
    throw error;
  }
}

export async function draw({asOf, words}) {
  const [all, known] = await Promise.all([estimates(asOf), recipes()]);
  const byMeasure = new Map();
  for (const e of all) if (!OF_THE_CURVE.includes(e.measure)) byMeasure.set(e.measure, [...(byMeasure.get(e.measure) ?? []), e]);
  const told = new Map((known ?? []).flatMap(r => r.answers).map(a => [a.recipe, a]));
  const ids = [...new Set([...words.measures, ...byMeasure.keys()])].filter(id => !OF_THE_CURVE.includes(id)).sort();
  const held = ids.filter(id => byMeasure.get(id)?.some(e => e.latest));
  const silent = ids.filter(id => !held.includes(id));
  return {
    title: 'Measures',
    body: [
      h('h1', {}, `${held.length} measures have a number ${asOf ? 'on this day' : 'now'}; ${silent.length} have none`),
      h('p', {class: 'lead'}, 'Each mechanism is a measure of its own. They are not blended into one index.'),
      known !== null && mechanisms(known, words),
      known === null && h('p', {class: 'empty'}, 'This program does not tell the recipes of measures (GET /api/v1/recipes is not there); what follows is what it estimates.'),
      section('With a number', {}, h('div', {class: 'grid wide'}, held.map(id => card(id, byMeasure.get(id), told.get(id), words, asOf)))),
      section('Without a number', {lead: 'For lack of figures, or because the model cannot say it honestly.'}, silent.length ? h('ul', {class: 'plain'}, silent.map(id => h('li', {}, h('strong', {}, told.get(id)?.title ?? measure(id).title), ` (${id}) `, told.get(id)?.definition ?? measure(id).definition,
        told.get(id)?.detail, reasons((byMeasure.get(id) ?? []).filter(e => e.withheld), words) ?? h('span', {class: 'muted'}, ' No figure that it reads is held.')))) : h('p', {class: 'empty'}, 'All measures have a number.')),
    ],
  };
}

/** The map of mechanisms: what each is answered by, or what it waits for. */
function mechanisms(rows, words) {
  const number_ = a => a.value === undefined ? '' : `${words.economy(a.economy)}: ${said(a)} ${unit(a.unit)}, ${period(a.period)}`;
  return section('Mechanisms', {
    lead: `${rows.filter(r => r.state === 'number').length} of ${rows.length} have a number now; the others say what they wait for.`,
    tools: downloads({name: 'recipes', rows: () => rows.flatMap(r => r.answers.map(a => ({row: r.row, mechanism: r.mechanism, recipe: a.recipe, kind: a.kind, state: a.state, detail: a.detail, economy: a.economy, period: a.period, value: a.value, unit: a.unit}))), path: 'recipes'}),
  }, table([
    {head: 'Mechanism', of: r => `${r.row}. ${r.mechanism}`},
    {head: 'State', of: r => h('span', {class: 'tag'}, r.state)},
    {head: 'Number', of: r => r.answers.map(number_).filter(Boolean).map(text => h('div', {}, text))},
    {head: 'By', of: r => r.answers.map(a => h('div', {}, `${a.title} (${a.kind})`))},
    {head: 'Waits for', of: r => r.state === 'number' ? '' : r.detail},
  ], rows, {caption: 'Mechanisms and what answers them'}));
}

function card(id, cells, recipe, words, asOf) {
  const known = cells.filter(e => e.latest).sort((a, b) => Math.abs(b.latest.value) - Math.abs(a.latest.value));
  const about = measure(id);
  return h('article', {class: 'card', 'data-measure': id}, h('h3', {}, recipe?.title ?? about.title, ' ', downloads({name: id, rows: () => known.map(e => ({economy: e.economy, concept: e.concept, sector: e.sector, period: e.period, value: e.latest.value, lower80: e.latest.lower80, upper80: e.latest.upper80, unit: e.unit})), path: 'estimates', params: {measure: id, as_of: asOf}})),
    h('p', {class: 'facts'}, linked(recipe?.definition ?? about.definition)),
    h('ul', {class: 'plain'}, known.slice(0, SHOWN_MAX).map(e => h('li', {}, h('a', {href: to('economy', e.economy)}, words.economy(e.economy)), e.concept ? `, ${words.concept(e.concept)}` : '', h('br'), level(e, words, recipe?.definition ?? about.definition), ` in ${aged(e)}`))),
    known.length > SHOWN_MAX && h('p', {class: 'facts'}, `and ${known.length - SHOWN_MAX} more`), reasons(cells.filter(e => e.withheld), words));
}
