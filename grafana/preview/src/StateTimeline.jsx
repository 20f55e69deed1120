// Grafana's state timeline is part of its application and of no package: drawn here, with the colours and texts that Grafana's
// functions give each value.
import { getFieldDisplayName } from '@grafana/data';

const AXIS = 20;
const NAME = 0.42;

function spans(field, times) {
  const spans = [];
  field.values.forEach((value, i) => {
    const before = spans[spans.length - 1];
    const shown = value === null || Number.isNaN(value) ? null : field.display(value);
    const key = shown && shown.color + shown.text;
    if (before && before.key === key) {
      before.end = times[Math.min(i + 1, times.length - 1)];
    } else {
      spans.push({ key, shown, start: times[i], end: times[Math.min(i + 1, times.length - 1)] });
    }
  });
  return spans.filter((span) => span.shown);
}

export function StateTimeline({ panel, frames, width, height, range }) {
  const rows = frames.flatMap((frame) =>
    frame.fields
      .filter((field) => field.type === 'number')
      .map((field) => ({ name: getFieldDisplayName(field, frame, frames), field, times: frame.fields[0].values }))
  );
  const left = Math.min(width * NAME, 8 * Math.max(...rows.map((row) => row.name.length)));
  const from = range.from * 1000;
  const scale = (width - left) / ((range.to - range.from) * 1000);
  const high = Math.min(28, (height - AXIS) / rows.length);
  const times = [0, 0.25, 0.5, 0.75].map((part) => new Date(from + part * (range.to - range.from) * 1000));
  return (
    <svg width={width} height={height} fontSize={Math.min(12, high * 0.7)} fill="currentColor">
      {rows.map((row, i) => (
        <g key={row.name} transform={`translate(0, ${i * high})`}>
          <text x={left - 8} y={high * 0.62} textAnchor="end">
            {row.name}
          </text>
          {spans(row.field, row.times).map((span) => (
            <g key={span.start} transform={`translate(${left + (span.start - from) * scale}, 0)`}>
              <rect
                width={Math.max(1, (span.end - span.start) * scale)}
                height={high * panel.options.rowHeight}
                fill={span.shown.color}
                fillOpacity={(panel.fieldConfig.defaults.custom?.fillOpacity ?? 70) / 100}
              />
              {panel.options.showValue !== 'never' && (
                <text x={6} y={high * 0.56}>
                  {span.shown.text}
                  {span.shown.suffix}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
      {times.map((time) => (
        <text key={time.getTime()} x={left + (time.getTime() - from) * scale} y={height - 4} fontSize={11} opacity={0.7}>
          {time.toISOString().slice(11, 16)}
        </text>
      ))}
    </svg>
  );
}
