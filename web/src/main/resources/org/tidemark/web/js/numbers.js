// Numbers and days as the reader's locale writes them, with the digits that the API says.
const PARTS = 3;
const DECIMALS_MAX = 3;

export const locale = () => new URLSearchParams(location.search).get('lang') ?? navigator.language ?? 'en';

const formats = new Map();

function format(decimals, signed) {
  const key = `${locale()} ${decimals} ${signed}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(locale(), {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      roundingMode: 'halfEven',
      signDisplay: signed ? 'exceptZero' : 'negative',
    }));
  }
  return formats.get(key);
}

/** A number with so many decimals. */
export const number = (value, decimals = 1, signed = false) =>
  value === null || value === undefined || value === '' || Number.isNaN(Number(value)) ? 'none' : format(decimals, signed).format(Number(value));

export const whole = value => number(value, 0);

/** How many decimals the ends of a band have: as org.tidemark.told.BandText counts them. */
export function decimalsOf(band) {
  let half = Math.min(band.value - band.lower80, band.upper80 - band.value);
  if (!(half > 0)) half = Math.max(band.value - band.lower80, band.upper80 - band.value);
  let decimals = 0;
  while (decimals < DECIMALS_MAX && Math.pow(10, -decimals) > half / PARTS) decimals++;
  return decimals;
}

/** The median alone, with the digits that its band allows. */
export const median = (band, signed = false) => number(band.value, Math.max(1, decimalsOf(band)), signed);

/** The 80 % band alone: "19.1 to 20.7". */
export function ends(band, signed = false) {
  const decimals = decimalsOf(band);
  return `${number(band.lower80, decimals, signed)} to ${number(band.upper80, decimals, signed)}`;
}

/** "19.9 (19.1 to 20.7)". */
export const said = (band, signed = false) => `${median(band, signed)} (${ends(band, signed)})`;

/** Where sources disagree there is a range, and no number in its middle is claimed. */
export const isRange = estimate => estimate.measure.endsWith('.range');

/** A level of an estimate as the API says it. */
export const saidOf = (estimate, band = estimate.latest) => isRange(estimate) ? ends(band) : said(band);

/** A probability in percent; never 0 or 100 where it is neither. */
export function chance(p) {
  if (p === null || p === undefined || p === '') return 'unknown';
  if (p > 0 && p < 0.01) return `< ${number(1, 0)} %`;
  if (p < 1 && p > 0.99) return `> ${number(99, 0)} %`;
  return `${number(100 * p, 0)} %`;
}

const UNITS = {
  percent: '%', percentage_points: 'points', percentage_points_per_year: 'points a year', per_unit: 'for each unit',
  signed_probability: 'probability, with a sign', probability: 'probability', logits_per_year: 'logits a year', ratio: 'ratio',
};

export const unit = name => UNITS[name] ?? String(name ?? '').replaceAll('_', ' ');

/** Midnight UTC of a day or an instant, as the API writes them. */
export const date = text => new Date(`${String(text).slice(0, 10)}T00:00:00Z`);

export const iso = day => day.toISOString().slice(0, 10);

const days = new Map();

/** A day in words: "11 Dec 2025" or as the locale has it. */
export function day(text) {
  if (!text) return 'unknown';
  if (!days.has(locale())) {
    days.set(locale(), new Intl.DateTimeFormat(locale(), {dateStyle: 'medium', timeZone: 'UTC'}));
  }
  const when = date(text);
  return Number.isNaN(when.getTime()) ? String(text) : days.get(locale()).format(when);
}

const ranges = new Map();

/** A reference period in words: "2025", "2025-Q1"; two weeks as "Nov 3 to 16, 2025" is written in the locale. */
export function period(label) {
  const [first, last] = String(label ?? '').split('/');
  if (!last) return first;
  if (!ranges.has(locale())) ranges.set(locale(), new Intl.DateTimeFormat(locale(), {dateStyle: 'medium', timeZone: 'UTC'}));
  const from = date(first), to = date(last);
  return Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) ? label : ranges.get(locale()).formatRange(from, to);
}

/** The period of an estimate with its age: `2025, 334 days old, stale`. What is stale the query API decides. */
export const aged = e => `${period(e.period)}${e.age_days === undefined ? '' : `, ${number(e.age_days, 0)} days old`}${e.stale ? ', stale' : ''}`;

/** The middle of a reference period: where a level and a figure stand in time, as the filters count. */
export const middle = row => new Date((date(row.period_start).getTime() + date(row.period_end).getTime() + 86400000) / 2);

/** Whole days from the first to the second. */
export const daysBetween = (a, b) => Math.round((date(b) - date(a)) / 86400000);

/** A year with a fraction, as turning dates are given, as a day. */
export function yearToDate(year) {
  const whole = Math.floor(year);
  const start = Date.UTC(whole, 0, 1);
  return new Date(start + (year - whole) * (Date.UTC(whole + 1, 0, 1) - start));
}
