// What comes in: sources and their rhythm, what was refused, and what is held and waits for a decision.
import {h, link, replace} from '../dom.js';
import {awaited, list, releases} from '../data.js';
import {ask, fetchOk, forget, isFolder} from '../source.js';
import {day, daysBetween, iso, number, unit} from '../numbers.js';
import {downloads, eventually, section, table} from '../parts.js';

const ROWS_MAX = 200;

export async function draw({asOf}) {
  const [sources, past, rejected, judged] = await Promise.all([
    list('sources'), releases(asOf), ask('rejected', {limit: 100000}), ask('quarantine', {as_of: asOf, limit: 100000})]);
  const refused = rejected.rejected.filter(r => !asOf || (r.refused_at ?? r.published ?? '').slice(0, 10) <= asOf);
  const held = judged.judgements.filter(j => j.status === 'held');
  const heard = new Set(past.map(r => r.source));
  return {
    title: 'Pipeline',
    body: [
      h('h1', {}, `${heard.size} sources heard, ${number(past.length, 0)} releases; ${held.length ? `${held.length} held` : 'none held'}, ${refused.length ? `${number(refused.length, 0)} rows refused` : 'no row refused'}`),
      quarantine(held, judged.judgements, asOf),
      eventually(() => awaited(asOf), waiting => sourceTable(sources, past, waiting, asOf)),
      rejections(refused),
    ],
  };
}

/** `waiting` is null while it is worked out. */
function sourceTable(sources, past, waiting, asOf) {
  const today = asOf ?? iso(new Date());
  const next = new Map((waiting ?? []).map(w => [w.source, w]));
  const rows = sources.map(s => {
    const own = past.filter(r => r.source === s.source);
    return {...s, count: own.length, last: own[0]?.published, age: own[0] ? daysBetween(own[0].published, today) : null, due: next.get(s.source)};
  }).sort((a, b) => (a.last ?? '') < (b.last ?? '') ? 1 : -1);
  return section('Sources', {tools: downloads({name: 'sources', rows: () => rows.map(({due, ...r}) => r), path: 'sources'})}, table([
    {head: 'Source', of: r => r.title ?? r.source}, {head: 'Releases', number: true, of: r => number(r.count, 0)}, {head: 'Last', whole: true, of: r => r.last ? day(r.last) : 'not heard'},
    {head: 'Days ago', number: true, of: r => r.age === null ? '' : number(r.age, 0)}, {head: 'Usually every', number: true, of: r => r.due ? `${number(r.due.interval_days, 0)} days` : ''}, {head: 'Expected', whole: true, of: r => r.due ? day(r.due.expected) : waiting ? '' : 'working out'},
    {head: 'Overdue', whole: true, of: r => r.due?.overdue_days ? h('span', {class: `tag ${r.due.status === 'due' ? '' : 'warning'}`}, `${r.due.status}, ${number(r.due.overdue_days, 0)} days`) : ''},
    {head: 'Citation', of: r => link(r.citation ?? '', r.citation)}, {head: 'Licence', of: r => r.licence ?? ''},
  ], rows, {caption: 'Sources'}));
}

function rejections(refused) {
  const reasons = new Map();
  for (const r of refused) reasons.set(r.reason, [...(reasons.get(r.reason) ?? []), r]);
  return section('Refused', {lead: 'Rows that are in no estimate, with the reason and the text as received.', tools: refused.length > 0 && downloads({name: 'rejected', rows: () => refused, path: 'rejected'})},
    refused.length ? [h('p', {}, [...reasons].map(([reason, rows], i) => `${i ? ', ' : ''}${reason} ${number(rows.length, 0)}`)), table([
      {head: 'Reason', of: r => r.reason}, {head: 'Detail', of: r => r.detail ?? ''}, {head: 'Where', of: r => r.place ?? ''}, {head: 'Source', of: r => r.source ?? ''}, {head: 'As received', of: r => r.original ?? ''},
    ], refused.slice(0, ROWS_MAX), {caption: 'Refused rows'}), refused.length > ROWS_MAX && h('p', {class: 'muted'}, `The first ${ROWS_MAX} of ${number(refused.length, 0)}.`)] : h('p', {class: 'empty'}, 'Nothing was refused.'));
}

const effect = e => h('div', {'data-without': e.without, 'data-with': e.with}, `${e.measure} ${e.concept}: ${number(e.without, 1)} → ${number(e.with, 1)} ${unit(e.unit)}`);

/** A folder has a line of text of it. */
const would = j => Array.isArray(j.estimates) ? j.estimates.map(effect) : j.estimates ?? '';

function quarantine(held, all, asOf) {
  const rest = all.filter(j => j.status !== 'held');
  return section('Quarantine', {lead: 'Releases that are kept and not believed, with what they would do to the estimates.', tools: downloads({name: 'quarantine', rows: () => all.map(({estimates, bounds, innovation, ...j}) => j), path: 'quarantine', params: {as_of: asOf}})},
    table([
      {head: 'Economy', of: j => j.economy}, {head: 'Source', of: j => j.source}, {head: 'Indicator', of: j => j.indicator ?? ''}, {head: 'Release', of: j => j.release}, {head: 'Published', whole: true, of: j => day(j.published)},
      {head: 'Why', of: j => j.reason || j.detail || ''}, {head: 'Would do', of: would}, {head: 'Decide', of: j => isFolder() || asOf ? '' : decide(j)},
    ], held, {caption: 'Held releases', empty: 'Nothing is held.'}),
    rest.length > 0 && h('details', {}, h('summary', {}, `${rest.length} judged otherwise: declared, confirmed or decided`), table([
      {head: 'Economy', of: j => j.economy}, {head: 'Source', of: j => j.source}, {head: 'Indicator', of: j => j.indicator ?? ''}, {head: 'Release', of: j => j.release}, {head: 'Status', of: j => j.status}, {head: 'By', of: j => j.decided_by ?? ''}, {head: 'Why', of: j => j.reason || ''},
    ], rest, {caption: 'Judged releases'})));
}

function decide(j) {
  const open = h('button', {type: 'button'}, 'Decide…');
  open.addEventListener('click', () => open.replaceWith(form(j)));
  return open;
}

function form(j) {
  const id = `d-${Math.random().toString(36).slice(2)}`;
  const token = h('input', {id: `${id}-t`, type: 'password', required: true, autocomplete: 'off'});
  const note = h('input', {id: `${id}-n`, required: true, maxlength: 400});
  const answer = h('p', {role: 'status', class: 'muted'});
  const send = async action => {
    if (!token.value || !note.value) return replace(answer, 'Both a token and a note are needed.');
    try {
      await fetchOk('api/v1/quarantine/decisions', {method: 'POST', headers: {'Content-Type': 'application/json', Authorization: `Bearer ${token.value}`},
        body: JSON.stringify({action, source: j.source, economy: j.economy, release: j.release, ...(j.indicator ? {indicator: j.indicator} : {}), note: note.value})});
      forget();
      replace(answer, action === 'release' ? 'Released.' : 'Discarded.');
    } catch (error) {
      replace(answer, `Not decided: ${error.message}.`);
    }
  };
  return h('form', {onsubmit: event => event.preventDefault()}, h('label', {for: `${id}-t`}, 'Token '), token, h('br'), h('label', {for: `${id}-n`}, 'Note '), note, h('br'),
    h('button', {type: 'button', onclick: () => send('release')}, 'Release'), ' ', h('button', {type: 'button', onclick: () => send('discard')}, 'Discard'), answer);
}
