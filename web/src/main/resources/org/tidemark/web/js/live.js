// What arrives while somebody looks. Read by fetch and not by EventSource, which can send no token.
import {authorization, forget, isFolder} from './source.js';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;

/** Takes a stream of server-sent events apart: the text so far in, the events that are whole out, and the rest. */
export function events(text) {
  const blocks = text.split(/\r?\n\r?\n/);
  const rest = blocks.pop();
  return [blocks.map(block => {
    const event = {name: 'message', data: ''};
    for (const line of block.split(/\r?\n/)) {
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
      if (field === 'event') event.name = value;
      if (field === 'data') event.data += (event.data && '\n') + value;
      if (field === 'id') event.id = value;
    }
    return event;
  }), rest];
}

/**
 * Listens for ever. `on` has a function for "changed", "alert" and "state"; the state is "live", "away" or "folder".
 */
export function listen(on) {
  if (isFolder()) {
    on.state('folder');
    return;
  }
  let wait = FIRST_WAIT, missed = false, greeted = false, stop = null, timer = 0;
  const hello = () => {
    wait = FIRST_WAIT;
    greeted = true;
    on.state('live');
    if (missed) on.changed({});
    missed = false;
  };
  const away = () => {
    on.state('away');
    missed = true;
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
    wait = Math.min(LONGEST_WAIT, wait * 2);
  };
  const connect = async () => {
    clearTimeout(timer);
    stop?.abort();
    const mine = stop = new AbortController();
    greeted = false;
    try {
      const response = await fetch('api/v1/events', {headers: {Accept: 'text/event-stream', ...authorization()}, signal: mine.signal, cache: 'no-store'});
      if (!response.ok) throw new Error(`status ${response.status}`);
      await follow(response.body.getReader(), {...on, hello});
      if (mine !== stop) return;
      if (!greeted) throw new Error('ended before it began');
      // An answer ends after a while: the next one goes on where it ended.
      missed = true;
      connect();
    } catch (e) {
      if (mine === stop) away();
    }
  };
  addEventListener('online', () => { wait = FIRST_WAIT; connect(); });
  addEventListener('offline', () => { stop?.abort(); });
  connect();
}

async function follow(reader, on) {
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const [whole, left] = events(rest + decoder.decode(value, {stream: true}));
    rest = left;
    for (const event of whole) {
      if (!event.data) continue;
      forget();
      on[event.name]?.(JSON.parse(event.data));
    }
  }
}
