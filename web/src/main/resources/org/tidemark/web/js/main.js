// Chooses the view for the address, and keeps it true while figures arrive.
import {h, replace} from './dom.js';
import {words} from './data.js';
import {failure} from './parts.js';
import {day} from './numbers.js';
import {read, to, VIEWS} from './route.js';
import {listen} from './live.js';
import * as when from './when.js';

const LOADERS = {
  '': () => import('./views/overview.js'),
  economy: () => import('./views/economy.js'),
  across: () => import('./views/across.js'),
  asof: () => import('./views/asof.js'),
  measures: () => import('./views/measures.js'),
  pipeline: () => import('./views/pipeline.js'),
};
const TOASTS_MAX = 4;
const main = document.getElementById('main');
let turn = 0;
let shownPath = null;

function nav(view) {
  replace(document.getElementById('nav'), Object.entries(VIEWS).map(([id, title]) =>
    h('a', {href: to(id), 'aria-current': id === view ? 'page' : null}, title)));
}

/** Draws what the address says. A view that was overtaken by another is dropped. */
async function show({quiet = false} = {}) {
  const mine = ++turn;
  const route = read();
  nav(route.view);
  when.draw();
  main.setAttribute('aria-busy', 'true');
  const path = `${route.view}/${route.id}`;
  if (path !== shownPath && !quiet) replace(main, h('p', {class: 'muted', role: 'status'}, 'Loading.'));
  try {
    if (route.view === null) {
      finish(path, 'Not found', [h('h1', {}, 'No such view'), h('p', {}, h('a', {href: '#/'}, 'To the overview'))]);
      return;
    }
    const [view, known] = await Promise.all([LOADERS[route.view](), words()]);
    const drawn = await view.draw({id: route.id, params: route.params, asOf: route.params.as_of, words: known});
    if (mine === turn) finish(path, drawn.title, drawn.body, route.params.as_of);
  } catch (error) {
    if (mine === turn) finish(path, 'No answer', [failure(error, () => { start(); show(); })]);
  }
}

function finish(path, title, body, asOf) {
  const moved = shownPath !== null && path !== shownPath;
  const focused = main.contains(document.activeElement) ? document.activeElement.id : '';
  shownPath = path;
  document.title = `${title}${asOf ? `, as known on ${day(asOf)}` : ''} · Tidemark`;
  replace(main, body);
  main.setAttribute('aria-busy', 'false');
  if (moved) { main.focus({preventScroll: true}); scrollTo(0, 0); }
  else if (focused) document.getElementById(focused)?.focus({preventScroll: true});
}

function toast(alert) {
  const log = document.getElementById('news-of-alerts');
  const item = h('div', {class: `toast ${alert.event}`, 'data-rule': alert.rule}, h('strong', {}, `${alert.event}: ${alert.rule}`), ' ', alert.message,
    h('button', {type: 'button', class: 'quiet', 'aria-label': 'Close this alert', onclick: () => item.remove()}, '×'));
  log.prepend(item);
  while (log.children.length > TOASTS_MAX) log.lastChild.remove();
}

const STATES = {live: 'live', away: 'offline: showing what was last received', folder: 'a folder, not live'};

function state(name) {
  const box = document.getElementById('state');
  box.textContent = STATES[name];
  box.dataset.state = name;
}

let redraw = 0;

/** Many figures arrive at once: the page is drawn once they have. */
function changed() {
  redraw ||= setTimeout(() => {
    redraw = 0;
    start();
    show({quiet: true});
  }, 700);
}

const start = () => when.load().catch(() => {});

function theme() {
  const button = document.getElementById('theme');
  const kept = localStorage.getItem('tidemark-theme');
  if (kept) document.documentElement.dataset.theme = kept;
  const dark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const name = () => { button.textContent = dark() ? 'Light' : 'Dark'; };
  button.addEventListener('click', () => {
    const next = dark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    localStorage.setItem('tidemark-theme', next);
    name();
  });
  name();
}

document.getElementById('skip').addEventListener('click', event => { event.preventDefault(); main.focus(); });
addEventListener('hashchange', () => show());
theme();
show().then(start);
listen({changed, alert: toast, state});
