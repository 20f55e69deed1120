// The day that the whole page shows. No day is "now": what is known at this moment.
import {h, replace} from './dom.js';
import {daysBetween, date, iso} from './numbers.js';
import {releases} from './data.js';
import {change, read} from './route.js';

const STEP_MS = 900;
const EARLIEST = '2015-01-01';
let days = [];
let playing = 0;

const today = () => iso(new Date());

/** The days on which something was published, the oldest first. */
export async function load() {
  days = [...new Set((await releases()).map(r => r.published.slice(0, 10)))].filter(d => d >= EARLIEST && d <= today()).sort();
  draw();
}

const first = () => days[0] ?? EARLIEST;
const show = (day, keep = true) => change({as_of: day >= today() ? '' : day}, keep);

function stop() {
  clearInterval(playing);
  playing = 0;
  draw();
}

/** Goes from publication to publication until now. */
function play() {
  if (playing) return stop();
  if (!read().params.as_of) show(days[Math.max(0, days.length - 40)] ?? first(), false);
  playing = setInterval(() => {
    const now = read().params.as_of;
    const next = now && days.find(d => d > now);
    if (next) show(next, false);
    else { show(today(), false); stop(); }
  }, STEP_MS);
  draw();
}

const step = by => {
  const now = read().params.as_of ?? today();
  const known = by > 0 ? days.find(d => d > now) ?? today() : days.filter(d => d < now).at(-1) ?? first();
  show(known);
};

let parts;

function build() {
  const slider = h('input', {type: 'range', id: 'day-slider', min: 0, step: 1, 'aria-label': 'Day, from the first publication to now'});
  slider.addEventListener('input', () => show(iso(new Date(date(first()).getTime() + slider.value * 86400000)), false));
  const field = h('input', {type: 'date', id: 'day', max: today(), onchange: event => show(event.target.value || today())});
  const button = (text, label, onclick, id) => h('button', {type: 'button', class: 'quiet', 'aria-label': label, title: label, onclick, id}, text);
  const player = button('▶', 'Play forward', play, 'play');
  const now = button('Now', 'Show what is known now', () => { if (playing) stop(); show(today()); }, 'now');
  parts = {slider, field, player, now};
  replace(document.getElementById('when'), h('label', {for: 'day'}, 'Known on'), field,
    button('‹', 'Publication before', () => step(-1), 'before'), slider, button('›', 'Next publication', () => step(1), 'after'), player, now);
  document.getElementById('when').addEventListener('submit', event => event.preventDefault());
}

export function draw() {
  if (!parts) build();
  const shown = read().params.as_of ?? today();
  const span = daysBetween(first(), today());
  parts.slider.max = span;
  parts.slider.value = daysBetween(first(), shown);
  parts.slider.setAttribute('aria-valuetext', shown);
  if (document.activeElement !== parts.field) parts.field.value = shown;
  parts.player.textContent = playing ? '❚❚' : '▶';
  parts.player.setAttribute('aria-label', playing ? 'Pause' : 'Play forward');
  parts.now.disabled = !read().params.as_of;
  document.body.classList.toggle('past', Boolean(read().params.as_of));
}
