// What all charts share: a frame with axes, and one line that tells what is under the pointer.
import {s, h} from '../dom.js';
import {day, number} from '../numbers.js';

export const d3 = globalThis.d3;

/** Half of the widest text below an axis, which has to stay inside the drawing. */
const TICK_TEXT = 26;

/** Ticks of time as years, or as months where there are few. */
function timeTicks(x, width) {
  const ticks = x.ticks(Math.max(2, Math.floor(width / 80)));
  const years = ticks.every(t => t.getUTCMonth() === 0 && t.getUTCDate() === 1);
  const text = years ? t => String(t.getUTCFullYear()) : t => day(t.toISOString()).replace(/^\D*\d{1,2}\.?\s|,\s/, ' ').trim();
  return ticks.map(t => [x(t), years ? text(t) : `${t.getUTCFullYear()}-${String(t.getUTCMonth() + 1).padStart(2, '0')}`]);
}

/**
 * A drawing with axes. `label` is what a screen reader says of it; the numbers themselves are in the table beside it.
 */
export function frame({width, height, x, y, unit = '', label, left = 46, right = 12, top = 14, bottom = 24, yTicks = 5, yDecimals}) {
  const root = s('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label});
  x.range([left, width - right]);
  y.range([height - bottom, top]);
  const ticks = y.ticks(yTicks);
  const decimals = yDecimals ?? Math.max(0, ...ticks.map(t => (String(Number(t.toPrecision(6))).split('.')[1] ?? '').length));
  const axis = s('g', {class: 'axis', 'aria-hidden': 'true'});
  ticks.forEach((t, i) => axis.append(
    s('line', {x1: left, x2: width - right, y1: y(t), y2: y(t), class: t === 0 ? 'zero' : 'grid'}),
    s('text', {x: left - 6, y: y(t), dy: '0.32em', 'text-anchor': 'end'}, number(t, decimals) + (unit === '%' && i === ticks.length - 1 ? ' %' : ''))));
  if (unit && unit !== '%') axis.append(s('text', {x: left - 34 < 0 ? 2 : left - 34, y: top - 4, class: 'unit'}, unit));
  for (const [at, text] of timeTicks(x, width - left - right)) {
    axis.append(s('line', {x1: at, x2: at, y1: height - bottom, y2: height - bottom + 4, class: 'tick'}),
      s('text', {x: Math.min(at, width - TICK_TEXT), y: height - 6, 'text-anchor': 'middle'}, text));
  }
  root.append(axis);
  return root;
}

export const line = (points, x, y) => d3.line().x(p => x(p.date)).y(p => y(p.value))(points);

export const band = (points, x, y, low, high) =>
  d3.area().x(p => x(p.date)).y0(p => y(p[low])).y1(p => y(p[high]))(points);

/** Tells of the mark nearest to the pointer or chosen by arrow keys. Marks are {at: [x, y], text}. */
export function told(svg, marks, width) {
  const box = h('p', {class: 'told', 'aria-live': 'polite'}, marks.length ? '' : 'Nothing to point at.');
  const ring = s('circle', {r: 7, class: 'ring', visibility: 'hidden'});
  svg.append(ring);
  const order = [...marks].sort((a, b) => a.at[0] - b.at[0]);
  let chosen = -1;
  const show = i => {
    chosen = i;
    const mark = order[i];
    ring.setAttribute('cx', mark.at[0]);
    ring.setAttribute('cy', mark.at[1]);
    ring.setAttribute('visibility', 'visible');
    box.textContent = mark.text;
  };
  svg.setAttribute('tabindex', '0');
  svg.addEventListener('pointermove', event => {
    if (!order.length) return;
    const scale = width / svg.getBoundingClientRect().width;
    const px = event.offsetX * scale, py = event.offsetY * scale;
    let best = 0, least = Infinity;
    order.forEach((m, i) => {
      const far = Math.hypot(m.at[0] - px, (m.at[1] - py) / 2);
      if (far < least) { least = far; best = i; }
    });
    show(best);
  });
  svg.addEventListener('keydown', event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step || !order.length) return;
    event.preventDefault();
    show(Math.min(order.length - 1, Math.max(0, chosen + step)));
  });
  svg.addEventListener('focus', () => { if (chosen < 0 && order.length) show(order.length - 1); });
  return box;
}

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'wye'];
const BY_NAME = {circle: 'symbolCircle', square: 'symbolSquare', triangle: 'symbolTriangle', diamond: 'symbolDiamond', cross: 'symbolCross', star: 'symbolStar', wye: 'symbolWye'};

/** A mark for the n-th of a legend: sources differ by shape and by colour, so that neither alone has to be seen. */
export const symbol = (n, size = 42) => d3.symbol(d3[BY_NAME[SHAPES[n % SHAPES.length]]], size)();

export const hue = n => `hue${n % 8}`;

const LINES = {estimate: ['curve', 0], nowcast: ['point now', 4], projection: ['aheadline', 0]};

/** Lines of the drawing, and the sources of its figures by shape and colour. */
export function legend(names, lines = []) {
  const sign = name => s('svg', {width: 22, height: 14, viewBox: '-11 -7 22 14', 'aria-hidden': 'true'}, LINES[name][1]
    ? s('circle', {r: LINES[name][1], class: LINES[name][0]}) : s('line', {x1: -11, x2: 11, class: LINES[name][0]}));
  return h('ul', {class: 'legend'}, lines.map(name => h('li', {}, sign(name), name)), names.map((name, n) => h('li', {},
    s('svg', {width: 14, height: 14, viewBox: '-7 -7 14 14', 'aria-hidden': 'true'}, s('path', {d: symbol(n), class: `mark ${hue(n)}`})), name)));
}
