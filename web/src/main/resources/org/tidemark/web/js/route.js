// An address is all there is to know of what is shown: #/economy/DK?concept=firms.any_use&as_of=2025-03-31
export const VIEWS = {
  '': 'Overview', economy: 'Economy', across: 'Across economies', asof: 'As of', measures: 'Measures', pipeline: 'Pipeline',
};

export function read(hash = location.hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  const [view, ...rest] = path.split('/');
  return {
    view: view in VIEWS ? view : view === '' ? '' : null,
    id: rest.length ? decodeURIComponent(rest.join('/')) : '',
    params: Object.fromEntries(new URLSearchParams(query ?? '')),
  };
}

export function write({view, id = '', params = {}}) {
  const kept = Object.entries(params).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  const query = new URLSearchParams(kept).toString();
  const path = [view, ...(id ? [encodeURIComponent(id)] : [])].join('/');
  return `#/${path}${query ? `?${query}` : ''}`;
}

/** The address of a view at the day that is shown now. */
export function to(view, id = '', params = {}) {
  const now = read().params;
  return write({view, id, params: {...(now.as_of ? {as_of: now.as_of} : {}), ...params}});
}

/** Changes some parameters of the address that is shown. A new entry of the history only where `keep` is asked for. */
export function change(params, keep = true) {
  const now = read();
  const next = write({...now, params: {...now.params, ...params}});
  if (next === location.hash) return;
  if (keep) location.hash = next;
  else {
    history.replaceState(null, '', next);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
}
