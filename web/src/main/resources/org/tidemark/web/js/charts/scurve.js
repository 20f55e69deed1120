// The S-curve: the level in each period with its bands, the nowcast, the projections, and the figures at their dates.
import {h, s, sized} from '../dom.js';
import {date, day, ends, iso, median, middle, number, period, said} from '../numbers.js';
import {band, d3, frame, hue, legend, line, symbol, told} from './base.js';

const AHEAD = {P1Y: 1, P3Y: 3, P5Y: 5};
const MANY = 40;
const SMALL_MARK = 12;

const after = (estimate, years) => {
  const when = middle(estimate);
  when.setUTCFullYear(when.getUTCFullYear() + years);
  return when;
};

/** In the order of where they are drawn, which is not that of their ends: a year's figure stands among its months'. */
export const pathPoints = path => (path ?? []).map(row => ({...row, date: middle(row)})).sort((a, b) => a.date - b.date);

/** From the newest level over the nowcast to the projections; at most so many years on. */
export function fan(estimate, years = 5) {
  if (!estimate?.latest) return [];
  const points = [{...estimate.latest, date: middle(estimate.latest), name: `in ${period(estimate.latest.period)}`}];
  for (const [horizon, ahead] of Object.entries(AHEAD)) {
    const level = estimate.levels?.[horizon];
    if (level && ahead <= years) points.push({...level, date: after(estimate, ahead), name: `projection, ${ahead} year${ahead > 1 ? 's' : ''} on`});
  }
  if (estimate.nowcast) points.push({...estimate.nowcast, date: date(estimate.nowcast.date), name: 'nowcast', nowcast: true});
  return points.sort((a, b) => a.date - b.date);
}

const highest = points => Math.max(0, ...points.map(p => p.upper80 ?? p.value));

/** One economy among many: a curve without words, whose numbers stand beside it. */
export function small({path, estimate, x0, x1, top, label, width = 220, height = 76}) {
  const x = d3.scaleUtc([x0, x1], [2, width - 2]);
  const y = d3.scaleLinear([0, top], [height - 3, 5]);
  const points = pathPoints(path);
  const ahead = fan(estimate, 3).filter(p => !p.nowcast && p.date <= x1);
  const svg = s('svg', {viewBox: `0 0 ${width} ${height}`, class: 'small', role: 'img', 'aria-label': label, preserveAspectRatio: 'none'});
  svg.append(s('line', {x1: 0, x2: width, y1: y(0), y2: y(0), class: 'zero'}));
  if (ahead.length > 1) svg.append(s('path', {d: band(ahead, x, y, 'lower80', 'upper80'), class: 'ahead80'}),
    s('path', {d: line(ahead, x, y), class: 'aheadline'}));
  if (points.length > 1) svg.append(s('path', {d: band(points, x, y, 'lower80', 'upper80'), class: 'band80'}),
    s('path', {d: line(points, x, y), class: 'curve'}));
  const last = points.at(-1);
  for (const p of points) {
    svg.append(s('circle', {cx: x(p.date), cy: y(p.value), r: p === last ? 3.2 : points.length > 20 ? 0 : 1.8, class: 'point', 'data-date': iso(p.date), 'data-value': p.value}));
  }
  return svg;
}

/**
 * The whole curve. `figures` are those believed, each drawn over its period with a mark in the middle of it.
 */
export function curve({path, estimate, figures, years, title, name}) {
  const points = pathPoints(path);
  const ahead = fan(estimate, years);
  const seen = figures.map(f => ({...f, date: middle(f), begin: date(f.period_start), end: date(f.period_end)}));
  const sources = [...new Set(seen.map(f => f.source))].sort();
  const dates = [...[...points, ...ahead].map(p => p.date), ...seen.flatMap(f => [f.begin, f.end])];
  if (!dates.length) return h('p', {class: 'empty'}, 'No figure and no estimate was known on this day.');
  const percent = (estimate?.unit ?? 'percent') === 'percent';
  const reach = Math.max(highest(points), highest(ahead), ...seen.map(f => f.value));
  const drawn = [points.length && 'estimate', ahead.some(p => p.nowcast) && 'nowcast', ahead.length > 1 && 'projection'].filter(Boolean);
  const draw = width => {
    const height = Math.max(260, Math.min(440, width * 0.5));
    const x = d3.scaleUtc().domain([d3.min(dates), d3.max(dates)]);
    const y = d3.scaleLinear().domain([Math.min(0, ...points.map(p => p.lower80)), percent ? Math.min(100, reach * 1.05) : reach * 1.05]).nice();
    const svg = frame({width, height, x, y, unit: percent ? '%' : '', label: title});
    const top = y.domain()[1];
    const cut = list => list.map(p => ({...p, upper80: Math.min(p.upper80, top), upper95: Math.min(p.upper95, top)}));
    if (ahead.length > 1) svg.append(
      s('path', {d: band(cut(ahead), x, y, 'lower95', 'upper95'), class: 'ahead95'}),
      s('path', {d: band(cut(ahead), x, y, 'lower80', 'upper80'), class: 'ahead80'}),
      s('path', {d: line(ahead, x, y), class: 'aheadline'}));
    if (points.length > 1) svg.append(
      s('path', {d: band(cut(points), x, y, 'lower95', 'upper95'), class: 'band95'}),
      s('path', {d: band(cut(points), x, y, 'lower80', 'upper80'), class: 'band80'}),
      s('path', {d: line(points, x, y), class: 'curve'}));
    const marks = [];
    for (const p of points) {
      svg.append(s('circle', {cx: x(p.date), cy: y(p.value), r: points.length > MANY ? 1.4 : 2.6, class: 'point', 'data-kind': 'estimate', 'data-date': iso(p.date), 'data-value': p.value}));
      marks.push({at: [x(p.date), y(p.value)], text: `estimate, ${period(p.period)}: ${said(p)}${percent ? ' %' : ''}, as said ${day(p.as_of)}`});
    }
    for (const f of seen) {
      const n = sources.indexOf(f.source);
      svg.append(s('line', {x1: x(f.begin), x2: x(f.end), y1: y(f.value), y2: y(f.value), class: `span ${hue(n)}`}),
        s('path', {d: symbol(n, seen.length > MANY ? SMALL_MARK : undefined), transform: `translate(${x(f.date)},${y(f.value)})`, class: `mark ${hue(n)}`, 'data-kind': 'figure', 'data-date': iso(f.date), 'data-value': f.value, 'data-source': f.source}));
      marks.push({at: [x(f.date), y(f.value)], text: `${f.source}, ${period(f.period)}: ${number(f.value, 1)}${percent ? ' %' : ''}, published ${day(f.published)}`});
    }
    for (const p of ahead.slice(1)) {
      svg.append(s('circle', {cx: x(p.date), cy: y(p.value), r: 4, class: p.nowcast ? 'point now' : 'point ahead', 'data-kind': p.nowcast ? 'nowcast' : 'projection', 'data-date': iso(p.date), 'data-value': p.value}));
      if (p.nowcast) svg.append(s('text', {x: x(p.date), y: y(p.value) - 10, 'text-anchor': 'middle', class: 'marked'}, 'nowcast'));
      marks.push({at: [x(p.date), y(p.value)], text: `${p.name}, ${day(p.date.toISOString())}: ${said(p)}${percent ? ' %' : ''}`});
    }
    const tell = told(svg, marks, width);
    return h('figure', {'data-picture': name}, svg, h('figcaption', {}, tell, legend(sources, drawn)));
  };
  return sized(draw);
}

export {ends, median};
