// What views are made of: sections, tables, numbers that explain themselves, downloads, and states without numbers.
import {h, linked, replace} from './dom.js';
import {print} from './csv.js';
import {address, isFolder, NoAnswer, token} from './source.js';
import {day, ends, isRange, median, period, unit} from './numbers.js';
import {picture} from './picture.js';

export const section = (title, props, ...kids) => {
  const id = `s-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return h('section', {'aria-labelledby': id, class: props.class}, h('header', {class: 'sectionhead'},
    h('h2', {id}, title), props.tools), props.lead && h('p', {class: 'muted'}, props.lead), kids);
};

const cell = column => column.number ? 'number' : column.whole ? 'nowrap' : null;

/** Columns are {head, of, number, whole}. `of` gives text or an element; what is whole is not wrapped. */
export function table(columns, rows, {caption, empty = 'Nothing is held.'} = {}) {
  if (!rows.length) return h('p', {class: 'empty'}, empty);
  return h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': caption}, h('table', {},
    h('caption', {class: 'sr'}, caption),
    h('thead', {}, h('tr', {}, columns.map(c => h('th', {scope: 'col', class: cell(c)}, c.head)))),
    h('tbody', {}, rows.map(row => h('tr', {}, columns.map((c, i) => h(i ? 'td' : 'th', {scope: i ? null : 'row', class: cell(c)}, c.of(row))))))));
}

let dialog;

/** Opens the box behind a number. `lines` are pairs of a word and what to say. */
export function explain(title, lines) {
  if (!dialog) {
    dialog = h('dialog', {'aria-labelledby': 'explain-title', onclick: event => event.target === dialog && dialog.close()});
    document.body.append(dialog);
  }
  replace(dialog, h('h2', {id: 'explain-title'}, title),
    h('dl', {}, lines.filter(([, text]) => text !== undefined && text !== null && text !== '').map(([word, text]) => [h('dt', {}, word), h('dd', {}, text instanceof Node ? text : linked(text))])),
    h('form', {method: 'dialog'}, h('button', {}, 'Close')));
  dialog.showModal();
}

/** A number that says on demand what it is. */
export const figure = (text, title, lines, more = {}) =>
  h('button', {type: 'button', class: 'figure', title: 'What this number is', ...more, onclick: event => { event.preventDefault(); explain(title, lines); }}, text);

/** What there is to say of an estimate, for the box behind its number. */
export function behind(estimate, words, definition) {
  const sources = [...new Set((estimate.terms ?? []).map(t => t.source))].slice(0, 8);
  return [
    ['Unit', unit(estimate.unit)],
    ['Definition', definition],
    ['Concept', `${words.concept(estimate.concept)} (${estimate.concept})`],
    ['Period', `${period(estimate.period)}: ${day(estimate.period_start)} to ${day(estimate.period_end)}`],
    ['Known since', day(estimate.as_of)],
    ['80 % band', estimate.latest && ends(estimate.latest)],
    ['Rests on', `${estimate.inputs} figures`],
    ['Model', estimate.model],
    ['Withheld', estimate.withheld],
    ['Sources', sources.length ? h('ul', {}, sources.map(text => h('li', {}, linked(text)))) : null],
    ['Question to the API', apiLink('estimates', {economy: estimate.economy, measure: estimate.measure, concept: estimate.concept})],
  ];
}

export const apiLink = (path, params) => isFolder() ? h('span', {}, 'in the files beside this page')
  : h('a', {href: address(path, params)}, address(path, params));

/** A level with its band as a number to choose. */
export const level = (estimate, words, definition, band = estimate.latest) => figure(
  isRange(estimate) ? [h('span', {class: 'ends'}, ends(band)), ' ', h('span', {class: 'unit'}, unit(band.unit ?? estimate.unit))]
    : [h('span', {class: 'median'}, median(band)), ' ', h('span', {class: 'unit'}, unit(band.unit ?? estimate.unit)), ' ', h('span', {class: 'ends'}, `(${ends(band)})`)],
  `${words.economy(estimate.economy)}: ${words.concept(estimate.concept)}`, behind(estimate, words, definition),
  {'data-value': band.value, 'data-lower80': band.lower80, 'data-upper80': band.upper80, 'data-cell': [estimate.economy, estimate.sector, estimate.measure, estimate.concept].join('|')});

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  h('a', {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** What is shown as CSV, as a picture, and as a question to the API. */
export function downloads({name, rows, drawing, path, params}) {
  return h('span', {class: 'downloads', role: 'group', 'aria-label': `Download ${name}`},
    rows && h('button', {type: 'button', class: 'quiet', onclick: () => save(new Blob([print(rows())], {type: 'text/csv'}), `${name}.csv`)}, 'CSV'),
    drawing && h('button', {type: 'button', class: 'quiet', onclick: async () => {
      const svg = document.querySelector(`[data-picture="${CSS.escape(drawing)}"] svg`);
      if (svg) save(await picture(svg), `${name}.png`);
    }}, 'PNG'),
    path && !isFolder() && h('a', {class: 'quiet', href: address(path, params)}, 'API'));
}

/**
 * What takes long to answer stands in a view that is there already: `draw` gets null first, and the answer once it has
 * come.
 */
export function eventually(answer, draw) {
  const box = h('div', {'aria-busy': 'true'}, draw(null));
  const ask = () => answer().then(draw).catch(error => failure(error, ask)).then(drawn => {
    replace(box, drawn);
    box.setAttribute('aria-busy', 'false');
  });
  ask();
  return box;
}

/** Why nothing is shown: one line each, with what to do. */
export function failure(error, again) {
  const known = error instanceof NoAnswer;
  if (!known) console.error(error);
  if (known && error.status === 401) return askToken(again);
  return h('div', {class: 'error', role: 'alert'},
    h('p', {}, known ? `No answer: ${error.message}.` : `This view failed: ${error.message}.`),
    h('button', {type: 'button', onclick: again}, 'Try again'));
}

function askToken(again) {
  const field = h('input', {type: 'password', id: 'token', autocomplete: 'off', required: true});
  return h('form', {class: 'error', onsubmit: event => { event.preventDefault(); token.set(field.value); again(); }},
    h('p', {}, 'Who reads here needs a token (--read-token-file). It is kept until this tab is closed.'),
    h('label', {for: 'token'}, 'Token '), field, ' ', h('button', {}, 'Read'));
}

/** One of several, as a labelled list to choose from. */
export function choice(label, options, chosen, onChoose) {
  const id = `c-${label.toLowerCase().replace(/[^a-z]+/g, '-')}`;
  return h('span', {class: 'choice'}, h('label', {for: id}, label), h('select', {id, onchange: event => onChoose(event.target.value)},
    options.map(([value, text]) => h('option', {value, selected: value === chosen}, text))));
}
