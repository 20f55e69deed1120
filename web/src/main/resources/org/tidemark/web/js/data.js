// What views ask for, in the words of the glossary.
import {ask, rows} from './source.js';

const LIMIT = 100000;
const NUMBERS = ['value', 'lower80', 'upper80', 'lower95', 'upper95'];

/** All estimates as they stood on a day; the newest where no day is given. */
export const estimates = async (asOf, more = {}) => (await ask('estimates', {...more, as_of: asOf, limit: LIMIT})).estimates;

/**
 * The path of a measure: the level in each period, as last said of it by the day asked for. What is not asked for is
 * everything; a path is in the order of its periods.
 */
export async function paths(asOf, more = {}) {
  const said = await rows('estimates', {measure: 'penetration', from: '1970', as_of: asOf, horizon: 'P0D', limit: LIMIT, ...more});
  const last = new Map();
  for (const row of said) {
    const key = [row.economy, row.sector, row.measure, row.concept, row.period].join('|');
    if (!last.has(key) || last.get(key).as_of <= row.as_of) last.set(key, row);
  }
  const cells = new Map();
  for (const row of last.values()) {
    for (const name of NUMBERS) row[name] = Number(row[name]);
    const key = cellOf(row);
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(row);
  }
  for (const path of cells.values()) path.sort((a, b) => a.period_end < b.period_end ? -1 : 1);
  return cells;
}

export const cellOf = e => [e.economy, e.sector, e.measure, e.concept].join('|');

export const news = async (asOf, more = {}) => (await ask('news', {...more, as_of: asOf, limit: LIMIT})).news;

/** The alerts that were in force on a day. */
export const alerts = async (asOf, more = {}) => (await ask('alerts', {status: 'active', ...more, as_of: asOf})).alerts;

export const observations = async (asOf, more = {}) =>
  (await ask('observations', {...more, as_of: asOf, limit: LIMIT})).observations;

/** Releases by a day, the newest first. */
export async function releases(asOf) {
  const all = (await ask('releases', {limit: LIMIT})).releases;
  return all.filter(r => !asOf || r.published.slice(0, 10) <= asOf).sort((a, b) => a.published < b.published ? 1 : -1);
}

/** The next release of each source that tells of a whole economy, the next first: of several economies that of the one which the source spoke of last. Each has the estimate that it is expected to move most. */
export async function awaited(asOf) {
  const sources = new Map();
  for (const row of (await ask('calendar', {sector: 'TOTAL', as_of: asOf, limit: LIMIT})).calendar) {
    const known = sources.get(row.source) ?? {...row, most: row};
    sources.set(row.source, {
      ...(known.expected < row.expected ? row : known),
      most: known.most.worth.expected_move < row.worth.expected_move ? row : known.most,
    });
  }
  return [...sources.values()].sort((a, b) => a.overdue_days - b.overdue_days || (a.expected < b.expected ? -1 : 1));
}

export const list = async name => (await ask(name, {limit: LIMIT}))[name];

/** Names and definitions that every view needs. */
export async function words() {
  const [economies, concepts, measures] = await Promise.all([list('economies'), list('concepts'), list('measures')]);
  const names = new Map(economies.map(e => [e.economy, e]));
  const titles = new Map(concepts.filter(c => c.title).map(c => [c.concept, c.title]));
  return {
    economies,
    measures: measures.map(m => m.measure),
    economy: code => names.get(code)?.name || code,
    kind: code => names.get(code)?.kind,
    concept: id => titles.get(id) ?? spelled(id),
  };
}

/** An id as words: "jobs.firms.any_use" is "jobs, firms, any use". */
export const spelled = id => String(id).replaceAll('.', ', ').replaceAll('_', ' ');

const MEASURES = {
  penetration: ['Penetration', 'The share of the units counted that use AI, as the filter estimates it from one concept of an economy.', 'penetration'],
  'penetration.pooled': ['Penetration, pooled', 'All sources of an economy as one level, told against a named anchor; each other source has a bias against it.', 'pooled'],
  'penetration.projected': ['Penetration, projected', 'Where use is going, from the own figures and from what other economies did.', 'penetration'],
  'penetration.range': ['Penetration, range', 'Sources that disagree about one question, as a range from the lowest to the highest.', 'range'],
  'displacement.ledger': ['Displacement, ledger', 'What exposure, adoption, substitution and profitability imply for employment, in percent of it. Arithmetic on factors, not an observation of jobs lost.', 'ledger'],
  'displacement.net': ['Displacement, net', 'The ledger less the labour that new tasks ask for.', 'ledger'],
  'displacement.reinstatement': ['Reinstatement', 'Labour asked for by tasks that did not exist before.', 'ledger'],
  'displacement.contrast': ['Displacement, contrast', 'Labour in exposed sectors less that in unexposed ones. It sees a fall, not its cause.', 'contrast'],
  'displacement.contrast_speed': ['Contrast, speed', 'How fast the contrast moves.', 'contrast'],
  demand_gap: ['Demand gap', 'Demand less supply, filtered; negative where demand falls short.', 'demand-gap'],
  'demand_gap.part.ai_supply': ['Demand gap: supply by AI', 'The part of the gap that follows supply that AI adds.', 'demand-gap'],
  'demand_gap.part.cycle': ['Demand gap: cycle', 'The part of the gap that follows the business cycle.', 'demand-gap'],
  'demand_gap.part.distribution': ['Demand gap: distribution', 'The part of the gap that follows who earns.', 'demand-gap'],
  'demand_gap.part.rest': ['Demand gap: rest', 'What no named part explains.', 'demand-gap'],
  demand_minus_output_growth: ['Demand less output', 'Growth of demand after prices, less growth of output; negative where demand falls short.', 'demand-gap'],
  'divergence.verdict': ['Divergence, verdict', 'Whether economies drift apart (above 0) or come together (below 0); said only where all scales agree.', 'divergence'],
};

/** Title, definition and page of the methods of a measure. */
export function measure(id) {
  const known = MEASURES[id];
  if (known) return {title: known[0], definition: known[1], page: known[2]};
  const part = id.startsWith('divergence.') ? id.split('.') : null;
  if (part) {
    const slope = part[1] === 'slope';
    return {
      title: `Divergence, ${part[1]} (${part[2]})`,
      definition: slope
        ? 'Slope of the growth of economies on where they stood; above 0 who is ahead pulls away.'
        : 'Standard deviation over the economies of a panel.',
      page: 'divergence',
    };
  }
  return {title: spelled(id).replace(/^./, c => c.toUpperCase()), definition: '', page: ''};
}
