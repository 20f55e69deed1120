// One component for each type of panel, on Grafana's own.
import { getDisplayValueAlignmentFactors, getFieldDisplayName, renderMarkdown } from '@grafana/data';
import { BarGauge, BigValue, Table, TimeSeries, useTheme2 } from '@grafana/ui';
import { substituted } from './queries';
import { StateTimeline } from './StateTimeline';

const GAP = 6;
// Grafana wraps more than fit; here the rest is left off.
const SHOWN_MAX = 8;

function numbers(frames) {
  return frames.flatMap((frame) =>
    frame.fields.filter((field) => field.type === 'number').map((field) => ({ frame, field }))
  );
}

function last(values) {
  return [...values].reverse().find((value) => value !== null && !Number.isNaN(value)) ?? null;
}

function shown({ frame, field }, frames) {
  return { ...field.display(last(field.values)), title: getFieldDisplayName(field, frame, frames) };
}

function Stat({ panel, frames, width, height }) {
  const theme = useTheme2();
  const all = numbers(frames);
  return (
    <div style={{ display: 'flex', gap: GAP }}>
      {all.slice(0, SHOWN_MAX).map((one, i) => (
        <BigValue
          key={i}
          theme={theme}
          width={(width - GAP * (all.length - 1)) / Math.min(all.length, SHOWN_MAX)}
          height={height}
          value={all.length > 1 ? shown(one, frames) : { ...shown(one, frames), title: '' }}
          colorMode={panel.options.colorMode}
          graphMode={panel.options.graphMode}
          justifyMode={panel.options.justifyMode}
          textMode={panel.options.textMode}
          sparkline={
            panel.options.graphMode === 'area' && one.field.values.length > 1
              ? { y: one.field, x: one.frame.fields[0] }
              : undefined
          }
        />
      ))}
    </div>
  );
}

function Bars({ panel, frames, width, height }) {
  const theme = useTheme2();
  const all = numbers(frames);
  const values = all.map((one) => shown(one, frames));
  const factors = getDisplayValueAlignmentFactors(values.map((display) => ({ display })));
  const row = Math.min(panel.options.maxVizHeight, (height - GAP * (all.length - 1)) / all.length);
  const max = panel.fieldConfig.defaults.max ?? Math.max(...values.map((v) => v.numeric));
  const min = panel.fieldConfig.defaults.min ?? Math.min(0, ...values.map((v) => v.numeric));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: GAP }}>
      {all.map((one, i) => (
        <BarGauge
          key={i}
          theme={theme}
          width={width}
          height={Math.max(panel.options.minVizHeight, row)}
          field={{ ...one.field.config, min, max }}
          display={one.field.display}
          value={values[i]}
          orientation={panel.options.orientation}
          displayMode={panel.options.displayMode}
          valueDisplayMode={panel.options.valueMode}
          namePlacement={panel.options.namePlacement}
          showUnfilled={panel.options.showUnfilled}
          alignmentFactors={factors}
          itemSpacing={8}
        />
      ))}
    </div>
  );
}

function Lines({ panel, frames, width, height, range }) {
  const timeRange = { from: range.fromDate, to: range.toDate, raw: { from: 'now', to: 'now' } };
  return (
    <TimeSeries
      frames={frames}
      width={width}
      height={height}
      timeRange={timeRange}
      timeZone="utc"
      legend={panel.options.legend}
      options={panel.options}
    />
  );
}

function Rows({ frames, width, height }) {
  return <Table data={frames[0]} width={width} height={height} />;
}

function Words({ panel, variables }) {
  const html = renderMarkdown(substituted(panel.options.content, variables));
  return <div className="markdown-html" dangerouslySetInnerHTML={{ __html: html }} />;
}

const BY_TYPE = {
  stat: Stat,
  bargauge: Bars,
  timeseries: Lines,
  table: Rows,
  text: Words,
  'state-timeline': StateTimeline,
};

export function Content(props) {
  const { panel, frames } = props;
  const Drawn = BY_TYPE[panel.type];
  const empty = panel.type !== 'text' && numbers(frames).length === 0 && frames.every((f) => f.length === 0);
  if (empty) {
    return (
      <div className="no-data" style={{ height: props.height }}>
        {panel.fieldConfig.defaults.noValue ?? 'No data'}
      </div>
    );
  }
  return <Drawn {...props} />;
}
