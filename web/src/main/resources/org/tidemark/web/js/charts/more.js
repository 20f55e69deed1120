// The smaller charts: bars from a middle line, probabilities that add up, ranks, and two dates side by side.
import {h, s, sized} from '../dom.js';
import {chance, date, day, number, period, said} from '../numbers.js';
import {d3, frame, told} from './base.js';

const LETTER = 7.2;
const LINE = 14;

/** A text cut to the room that it has, in pixels. */
const fitted = (text, room) => text.length > room / LETTER ? `${text.slice(0, Math.max(3, room / LETTER - 1)).trimEnd()}…` : text;

/** Heights of labels beside their places, none upon another and all inside; places are in ascending order. */
function apart(places, lowest) {
  const at = [];
  for (const place of places) at.push(Math.max(place, (at.at(-1) ?? -Infinity) + LINE));
  let free = lowest;
  for (let i = at.length - 1; i >= 0 && at[i] > free; i--) {
    at[i] = free;
    free -= LINE;
  }
  return at;
}

/** Rows of a level with its band, the highest first: {name, href, value, lower80, upper80, note}. */
export function ranking(rows, {label, unit = '%', name}) {
  if (!rows.length) return h('p', {class: 'empty'}, 'Nothing is known of this on this day.');
  const right = 20, step = 24, left = Math.min(230, 14 + LETTER * Math.max(...rows.map(r => r.name.length)));
  const draw = width => {
    const start = width < 480 ? Math.min(96, left) : left;
    const height = rows.length * step + 26;
    const x = d3.scaleLinear().domain([Math.min(0, d3.min(rows, r => r.lower80)), Math.max(0, d3.max(rows, r => r.upper80))]).nice().range([start, width - right]);
    const svg = s('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label});
    const ticks = x.ticks(Math.max(3, width / 110)), decimals = ticks.some(v => v % 1) ? 1 : 0;
    ticks.forEach((t, i) => svg.append(s('line', {x1: x(t), x2: x(t), y1: 0, y2: height - 20, class: t === 0 ? 'zero' : 'grid'}),
      s('text', {x: x(t), y: height - 5, 'text-anchor': 'middle', class: 'ticktext'}, number(t, decimals) + (unit === '%' && i === ticks.length - 1 ? ' %' : ''))));
    if (unit && unit !== '%') svg.append(s('text', {x: 2, y: height - 5, class: 'ticktext'}, fitted(unit, start)));
    rows.forEach((r, i) => {
      const at = i * step + 13;
      svg.append(s('text', {x: start - 8, y: at, dy: '0.32em', 'text-anchor': 'end', class: 'rowname'}, fitted(r.name, start - 12)),
        s('line', {x1: x(r.lower80), x2: x(r.upper80), y1: at, y2: at, class: 'whisker'}),
        s('circle', {cx: x(r.value), cy: at, r: 5, class: 'point', 'data-value': r.value, 'data-name': r.name}));
    });
    const tell = told(svg, rows.map((r, i) => ({at: [x(r.value), i * step + 13], text: `${r.name}: ${said(r)} ${unit}${r.note ? `, ${r.note}` : ''}`})), width);
    return h('figure', {'data-picture': name}, svg, h('figcaption', {}, tell));
  };
  return sized(draw);
}

/** From what was said before to what is said now, line by line. */
export function waterfall(change, lines, {label, unit, name}) {
  const draw = width => {
    const step = 26, height = (lines.length + 2) * step + 8, start = Math.min(12 + LETTER * Math.max(...lines.map(l => l.text.length), 6), width * 0.55);
    let level = change.before;
    const steps = lines.map(l => ({...l, from: level, to: (level += l.impact)}));
    const values = [change.before, change.after, ...steps.flatMap(p => [p.from, p.to])];
    const pad = (d3.max(values) - d3.min(values)) * 0.12 || 1;
    const x = d3.scaleLinear([d3.min(values) - pad, d3.max(values) + pad], [start, width - 56]);
    const svg = s('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label});
    const row = (i, text, from, to, shown, kind) => {
      const at = i * step + 15;
      svg.append(s('text', {x: start - 8, y: at, dy: '0.32em', 'text-anchor': 'end', class: 'rowname'}, fitted(text, start)));
      if (from === to) svg.append(s('line', {x1: x(to), x2: x(to), y1: at - 9, y2: at + 9, class: 'levelmark'}));
      else svg.append(s('rect', {x: Math.min(x(from), x(to)), y: at - 8, width: Math.max(1, Math.abs(x(to) - x(from))), height: 16, class: kind, 'data-impact': to - from}));
      svg.append(s('text', {x: Math.max(x(from), x(to)) + 5, y: at, dy: '0.32em', class: 'rowvalue'}, shown));
      if (i <= lines.length) svg.append(s('line', {x1: x(to), x2: x(to), y1: at + 8, y2: at + step - 8, class: 'joint'}));
    };
    row(0, 'Before', change.before, change.before, number(change.before, 2), 'level');
    steps.forEach((p, i) => row(i + 1, p.text, p.from, p.to, number(p.impact, 2, true), p.impact < 0 ? 'fall' : 'rise'));
    row(steps.length + 1, 'After', change.after, change.after, number(change.after, 2), 'level');
    return h('figure', {'data-picture': name}, svg);
  };
  return sized(draw);
}

/** Probabilities of the three stages over time, one upon the other. */
export function stages(points, {label, name}) {
  if (points.length < 2) return h('p', {class: 'empty'}, 'Stages are told from the fourth figure on; there are not two such days yet.');
  const kinds = ['germination', 'growth', 'maturity'];
  const draw = width => {
    const height = 190;
    const x = d3.scaleUtc().domain(d3.extent(points, p => p.date));
    const y = d3.scaleLinear().domain([0, 100]);
    const svg = frame({width, height, x, y, unit: '%', label, yTicks: 4});
    const layers = kinds.map((kind, k) => ({kind, at: p => kinds.slice(0, k).reduce((sum, other) => sum + 100 * p[other], 0)}));
    for (const {kind, at} of layers) svg.append(s('path', {class: `stage-${kind}`, d: d3.area().curve(d3.curveStepAfter).x(p => x(p.date)).y0(p => y(at(p))).y1(p => y(at(p) + 100 * p[kind]))(points)}));
    const tell = told(svg, points.map(p => ({at: [x(p.date), y(50)], text: `${day(p.date.toISOString())}: ${kinds.map(kind => `${kind} ${chance(p[kind])}`).join(', ')}`})), width);
    return h('figure', {'data-picture': name}, svg, h('figcaption', {}, tell, h('ul', {class: 'legend'}, kinds.map(kind => h('li', {}, h('span', {class: `swatch stage-${kind}`, 'aria-hidden': 'true'}), kind)))));
  };
  return sized(draw);
}

/** Where economies stood on two days: {name, before, after}. */
export function slopes(rows, {label, first, second, name}) {
  if (!rows.length) return h('p', {class: 'empty'}, 'No economy has a level on both days.');
  const draw = width => {
    const height = Math.max(240, rows.length * LINE + 40, Math.min(460, rows.length * 26)), side = Math.min(200, width * 0.32);
    const y = d3.scaleLinear([0, d3.max(rows, r => Math.max(r.before, r.after))], [height - 14, 26]).nice();
    const svg = s('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label});
    svg.append(s('text', {x: side, y: 12, 'text-anchor': 'end', class: 'ticktext'}, first), s('text', {x: width - side, y: 12, class: 'ticktext'}, second));
    for (const r of rows) svg.append(s('line', {x1: side + 4, x2: width - side - 4, y1: y(r.before), y2: y(r.after), class: r.after < r.before ? 'slopefall' : 'slope', 'data-name': r.name, 'data-before': r.before, 'data-after': r.after}));
    const room = side - 5 * LETTER;
    const labels = (kept, place, text) => {
      const ranked = [...rows].sort((a, b) => kept(b) - kept(a));
      apart(ranked.map(r => y(kept(r))), height - 8).forEach((at, i) => svg.append(s('text', {...place, y: at, dy: '0.32em', class: 'rowname'}, text(ranked[i]))));
    };
    labels(r => r.before, {x: side - 2, 'text-anchor': 'end'}, r => `${fitted(r.name, room)} ${number(r.before, 1)}`);
    labels(r => r.after, {x: width - side + 2}, r => `${number(r.after, 1)} ${fitted(r.name, room)}`);
    return h('figure', {'data-picture': name}, svg);
  };
  return sized(draw);
}

/** Every vintage of one figure: how what is said of a period has moved. */
export function revisions(vintages, {label, name}) {
  const draw = width => {
    const points = vintages.map(v => ({...v, date: date(v.published)}));
    const x = d3.scaleUtc().domain(d3.extent(points, p => p.date));
    const y = d3.scaleLinear().domain(d3.extent(points, p => p.value)).nice();
    const svg = frame({width, height: 180, x, y, label, yTicks: 4});
    const groups = d3.group(points, p => p.period);
    for (const list of groups.values()) {
      svg.append(s('path', {class: 'curve', d: d3.line().curve(d3.curveStepAfter).x(p => x(p.date)).y(p => y(p.value))(list)}));
      for (const p of list) svg.append(s('circle', {cx: x(p.date), cy: y(p.value), r: 3, class: 'point', 'data-date': p.published.slice(0, 10), 'data-value': p.value}));
    }
    const tell = told(svg, points.map(p => ({at: [x(p.date), y(p.value)], text: `${period(p.period)}, published ${day(p.published)}: ${p.value}`})), width);
    return h('figure', {'data-picture': name}, svg, h('figcaption', {}, tell));
  };
  return sized(draw);
}
