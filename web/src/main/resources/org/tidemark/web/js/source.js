// Where answers come from: the query API beside the page, or the files of a folder that "report" or "replay" wrote.
import {parse} from './csv.js';

const FROM_FOLDER = document.querySelector('meta[name="tidemark-data"]')?.content === 'folder';
const KEPT_MAX = 120;
const TOKEN = 'tidemark-read-token';
const kept = new Map();

/** Why there is no answer. `status` is 0 where nobody answered. */
export class NoAnswer extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const isFolder = () => FROM_FOLDER;

/** The address of a question, for people and for programs. */
export function address(path, params = {}) {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const query = new URLSearchParams(given).toString();
  return `api/v1/${path}${query ? `?${query}` : ''}`;
}

export const token = {
  get: () => sessionStorage.getItem(TOKEN) ?? '',
  set: value => { sessionStorage.setItem(TOKEN, value); kept.clear(); },
};

export const authorization = () => token.get() ? {Authorization: `Bearer ${token.get()}`} : {};

/** Forgets what was answered, because something has arrived since. */
export const forget = () => kept.clear();

/** An answer in JSON. The same question is asked once until {@link forget}. */
export const ask = (path, params = {}) => FROM_FOLDER ? fromFolder(path, params) : once(address(path, params), r => r.json());

/** The rows of an answer in CSV: a fifth of the bytes where there are many. */
export async function rows(path, params = {}) {
  if (FROM_FOLDER) return (await import('./folder.js')).rows(path, params);
  return once(address(path, {...params, format: 'csv'}), async r => parse(await r.text()));
}

async function fromFolder(path, params) {
  return (await import('./folder.js')).answer(path, params);
}

function once(url, take) {
  const known = kept.get(url);
  if (known) return known;
  const answer = fetchOk(url).then(take);
  kept.set(url, answer);
  answer.catch(() => kept.delete(url));
  if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value);
  return answer;
}

/** A response of status 2xx. */
export async function fetchOk(url, options = {}) {
  let response;
  try {
    response = await fetch(url, {...options, headers: {...authorization(), ...options.headers}});
  } catch (e) {
    throw new NoAnswer(0, 'nobody answers at this address: Tidemark is not running, or the network is away');
  }
  if (response.ok) return response;
  const body = await response.text();
  let why = body;
  try {
    why = JSON.parse(body).error ?? body;
  } catch (e) { /* a proxy's page */ }
  throw new NoAnswer(response.status, why || `status ${response.status}`);
}
