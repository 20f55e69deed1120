// Draws one dashboard: ?dashboard=overview&from=...&to=... (seconds) and a parameter for each variable.
import { createTheme, dateTime } from '@grafana/data';
import { GlobalStyles, PanelChrome, ThemeContext } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { prepared } from './fields';
import { Content } from './panels';
import { framesOf, substituted, variablesOf } from './queries';

const COLUMNS = 24;
const ROW = 38;
const GAP = 8;
const WIDTH = 1600;
const COLUMN = (WIDTH - GAP) / COLUMNS;

const theme = createTheme({ colors: { mode: 'dark' } });
const given = new URLSearchParams(location.search);
const NOW = Date.now() / 1000;
const SECONDS = { d: 86400, y: 365 * 86400 };

/** A system that is drawn was started some minutes ago: what is of its clock is drawn over these. */
const RECENT = ranged(NOW - 900, NOW);

function ranged(from, to) {
  return { from, to, fromDate: dateTime(from * 1000), toDate: dateTime(to * 1000) };
}

function instant(text) {
  const [, count, unit] = /^now(?:([+-]\d+)([dy]))?$/.exec(text);
  return NOW + Number(count ?? 0) * (SECONDS[unit] ?? 0);
}

/** The years of a panel of true dates, whose smallest step is a day. */
function rangeOf(panel, dashboard) {
  if (given.has('from')) {
    return ranged(Number(given.get('from')), Number(given.get('to') ?? NOW));
  }
  return panel.interval === '1d' ? ranged(instant(dashboard.time.from), instant(dashboard.time.to)) : RECENT;
}

async function load() {
  const dashboard = await (await fetch(`/dashboards/${given.get('dashboard')}.json`)).json();
  const variables = variablesOf(dashboard, given);
  const panels = [];
  for (const panel of dashboard.panels) {
    const range = rangeOf(panel, dashboard);
    const asked = panel.type !== 'row' && panel.type !== 'text';
    const frames = asked ? await prepared(panel, await framesOf(panel, variables, range), theme) : [];
    panels.push({ panel, frames, range });
  }
  return { dashboard, variables, panels };
}

function place({ x, y, w, h }) {
  return { position: 'absolute', left: GAP + x * COLUMN, top: y * ROW, width: w * COLUMN - GAP, height: h * ROW - GAP };
}

function Drawn({ panel, frames, variables, range }) {
  const at = place(panel.gridPos);
  if (panel.type === 'row') {
    return (
      <div style={{ ...at, fontSize: 16, fontWeight: 500, paddingTop: 6 }}>{panel.title}</div>
    );
  }
  return (
    <div style={at}>
      <PanelChrome title={panel.title} description={panel.description} width={at.width} height={at.height}>
        {(width, height) => (
          <Content panel={panel} frames={frames} variables={variables} range={range} width={width} height={height} />
        )}
      </PanelChrome>
    </div>
  );
}

function Dashboard() {
  const [loaded, setLoaded] = useState(null);
  useEffect(() => {
    load().then(setLoaded, (error) => {
      document.title = `failed: ${error.message}`;
    });
  }, []);
  useEffect(() => {
    if (loaded) {
      setTimeout(() => (document.title = 'drawn'), 1500);
    }
  }, [loaded]);
  if (!loaded) {
    return null;
  }
  const { dashboard, variables, panels } = loaded;
  const bottom = Math.max(...dashboard.panels.map((p) => p.gridPos.y + p.gridPos.h)) * ROW + 60;
  const named = dashboard.templating.list.filter((v) => v.type === 'query');
  return (
    <div id="dashboard" style={{ width: WIDTH + GAP, height: bottom }}>
      <div style={{ padding: '14px 10px', height: 50, fontSize: 18, fontWeight: 500 }}>
        {dashboard.title}
        <span style={{ fontSize: 13, fontWeight: 400, marginLeft: 24, opacity: 0.8 }}>
          {named.map((v) => `${v.label}: ${substituted('$' + v.name, variables)}`).join('   ·   ')}
        </span>
      </div>
      <div style={{ position: 'relative' }}>
        {panels.map(({ panel, frames, range }) => (
          <Drawn key={panel.id} panel={panel} frames={frames} variables={variables} range={range} />
        ))}
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(
  <ThemeContext.Provider value={theme}>
    <GlobalStyles />
    <Dashboard />
  </ThemeContext.Provider>
);
