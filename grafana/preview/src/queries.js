// Asks Prometheus what Grafana would ask it, and makes the frames of it that Grafana's components draw.
import { FieldType, toDataFrame } from '@grafana/data';

const POINTS = 400;

/** Variables as the dashboard has them, and what the address says otherwise. */
export function variablesOf(dashboard, given) {
  const variables = {};
  for (const v of dashboard.templating.list) {
    variables[v.name] = given.get(v.name) ?? v.current?.value ?? '';
  }
  return variables;
}

export function substituted(text, variables, interval) {
  return text
    .replaceAll('$__interval', interval ?? '1m')
    .replace(/\$\{(\w+)\}|\$(\w+)/g, (whole, braced, bare) => variables[braced ?? bare] ?? whole);
}

async function ask(path, parameters) {
  const answer = await fetch(`/prometheus/api/v1/${path}?${new URLSearchParams(parameters)}`);
  const body = await answer.json();
  if (body.status !== 'success') {
    throw new Error(body.error);
  }
  return body.data.result;
}

function legend(format, labels) {
  if (!format) {
    return Object.entries(labels)
      .map(([name, value]) => `${name}="${value}"`)
      .join(', ');
  }
  return format.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name) => labels[name] ?? '');
}

function series(target, one) {
  const points = one.values ?? [one.value];
  return toDataFrame({
    refId: target.refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: points.map(([t]) => t * 1000) },
      {
        name: 'Value',
        type: FieldType.number,
        labels: one.metric,
        config: { displayNameFromDS: legend(target.legendFormat, one.metric) },
        values: points.map(([, v]) => (v === null ? null : Number(v))),
      },
    ],
  });
}

function table(target, result, alone) {
  const names = [...new Set(result.flatMap((one) => Object.keys(one.metric)))].sort();
  return toDataFrame({
    refId: target.refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: result.map((one) => one.value[0] * 1000) },
      ...names.map((name) => ({
        name,
        type: FieldType.string,
        values: result.map((one) => one.metric[name] ?? ''),
      })),
      {
        name: alone ? 'Value' : `Value #${target.refId}`,
        type: FieldType.number,
        values: result.map((one) => Number(one.value[1])),
      },
    ],
  });
}

/** A series that is absent for a time has a gap there, as Grafana's data source gives it one. */
function withGaps(one, start, end, step) {
  const known = new Map(one.values.map(([t, v]) => [Math.round((t - start) / step), v]));
  const values = [];
  for (let i = 0; start + i * step <= end; i++) {
    values.push([start + i * step, known.get(i) ?? null]);
  }
  return { ...one, values };
}

export async function framesOf(panel, variables, range) {
  const frames = [];
  for (const target of panel.targets ?? []) {
    const step = Math.max(panel.interval === '1d' ? 86400 : 1, Math.round((range.to - range.from) / POINTS));
    const query = substituted(target.expr, variables, panel.interval ? `${step}s` : undefined);
    if (target.instant) {
      const result = await ask('query', { query, time: range.to });
      frames.push(
        ...(target.format === 'table'
          ? [table(target, result, panel.targets.length === 1)]
          : result.map((one) => series(target, one)))
      );
    } else {
      const start = Math.ceil(range.from / step) * step;
      const result = await ask('query_range', { query, start, end: range.to, step });
      frames.push(...result.map((one) => series(target, withGaps(one, start, range.to, step))));
    }
  }
  return frames;
}
