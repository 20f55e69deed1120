// When a source is likely to publish next: pure, from the days on which it did.
import {date, daysBetween, iso} from './numbers.js';

const LOOKED_BACK = 8;
const GIVEN_UP = 4;

/** Sources with a rhythm, the next first and those that are late after them. A source that is silent for several rhythms is not awaited. */
export function next(releases, asOf) {
  const today = asOf ?? iso(new Date());
  const bySource = new Map();
  for (const r of releases) bySource.set(r.source, [...(bySource.get(r.source) ?? []), r.published.slice(0, 10)]);
  const waiting = [];
  for (const [source, all] of bySource) {
    const days = [...new Set(all)].sort().slice(-LOOKED_BACK);
    if (days.length < 3) continue;
    const gaps = days.slice(1).map((d, i) => daysBetween(days[i], d)).sort((a, b) => a - b);
    const every = gaps[Math.floor(gaps.length / 2)];
    const due = iso(new Date(date(days.at(-1)).getTime() + every * 86400000));
    const late = Math.max(0, daysBetween(due, today));
    if (late <= GIVEN_UP * every) waiting.push({source, last: days.at(-1), every, due, late});
  }
  return waiting.sort((a, b) => a.late - b.late || (a.due < b.due ? -1 : 1));
}
