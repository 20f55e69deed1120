// Draws one plot of docs/methods on the page that is open, by the page's own modules, and calls back with its heading;
// with nothing where the system holds no number to draw. All is as known on one day, so that a plot stays as it is.
const [page, asOf, done] = arguments;
const WIDTH = 760;
const BEFORE = '2024-06-30';
const module = name => import(new URL(`js/${name}.js`, document.baseURI));

async function plots() {
  const [{h, replace}, data, scurve, more, parts, numbers] = await Promise.all(
    ['dom', 'data', 'charts/scurve', 'charts/more', 'views/economy-parts', 'numbers'].map(module));
  const words = await data.words();
  const all = await data.estimates(asOf);
  const find = own => all.find(e => e.latest && Object.entries(own).every(([name, value]) => e[name] === value));
  const told = own => all.filter(e => e.latest && Object.entries(own).every(([name, value]) => e[name] === value));

  /** The level of each period with its bands, and the figures of some indicators. */
  async function path(own, {title, years = 0, indicators = []}) {
    const estimate = find(own);
    if (!estimate) return null;
    const [cells, figures] = await Promise.all([
      data.paths(asOf, own),
      Promise.all(indicators.map(indicator => data.observations(asOf, {economy: own.economy, indicator}))),
    ]);
    const shown = {...estimate, nowcast: years ? estimate.nowcast : undefined};
    return [title, scurve.curve({path: cells.get(data.cellOf(estimate)), estimate: shown, years, title, name: page,
      figures: figures.flat().filter(f => f.value !== null && f.sector === own.sector)})];
  }

  function ranks(own, title) {
    const rows = told(own).sort((a, b) => b.latest.value - a.latest.value)
      .map(e => ({name: words.economy(e.economy), ...e.latest}));
    return rows.length ? [title, more.ranking(rows, {label: title, name: page})] : null;
  }

  async function moved(own, title) {
    const then = new Map((await data.estimates(BEFORE, {measure: own.measure})).filter(e => e.latest).map(e => [data.cellOf(e), e.latest]));
    const rows = told(own).filter(e => then.has(data.cellOf(e)))
      .map(e => ({name: words.economy(e.economy), before: then.get(data.cellOf(e)).value, after: e.latest.value}));
    return rows.length ? [title, more.slopes(rows, {label: title, first: numbers.day(BEFORE), second: numbers.day(asOf), name: page})] : null;
  }

  /** The publication that moved an estimate for the most reasons. */
  async function why(own) {
    const changes = (await data.news(asOf, {...own, from: '1970'})).filter(m => m.before !== null && m.horizon === 'P0D');
    const [change] = changes.sort((a, b) => b.lines.length - a.lines.length || (a.as_of < b.as_of ? 1 : -1));
    if (!change) return null;
    const title = `${words.economy(own.economy)}: why the level moved on ${numbers.day(change.as_of)}, %`;
    return [title, more.waterfall(change, change.lines.map(l => ({...l, text: parts.lineText(l)})), {label: title, name: page})];
  }

  const us = {economy: 'US', sector: 'TOTAL'};
  const drawn = await {
    penetration: () => path({...us, measure: 'penetration', concept: 'firms.goods_services'}, {
      title: 'United States, firms, %: figures, level with its bands, projection', years: 1, indicators: ['adoption.firms.goods_services']}),
    pool: () => path({...us, measure: 'penetration.pooled', concept: 'firms.goods_services'}, {
      title: 'United States, %: one level of all sources, as firms say it',
      indicators: ['adoption.firms.goods_services', 'adoption.people.any_use', 'adoption.workers.any_use']}),
    ledger: () => path({...us, measure: 'displacement.ledger', concept: 'jobs.firms.goods_services'}, {
      title: 'United States: what the factors imply, % of employment'}),
    contrast: () => path({...us, measure: 'displacement.contrast', concept: 'firms.employees'}, {
      title: 'United States, employees of firms: exposed less unexposed, points'}),
    'demand-gap': () => path({economy: 'CN', sector: 'TOTAL', measure: 'demand_minus_output_growth', concept: 'retail.gdp_growth'}, {
      title: 'China: growth of retail sales after prices, less growth of output, points'}),
    divergence: () => moved({measure: 'penetration', concept: 'firms.any_use', sector: 'TOTAL'}, 'Firms with any use, %: what was known on two days'),
    measures: () => ranks({measure: 'compose', concept: 'effective_exposure'}, 'Effective exposure: exposure x use, %'),
    news: () => why({...us, measure: 'penetration.pooled', concept: 'firms.goods_services'}),
  }[page]();
  if (!drawn) return null;
  const [title, chart] = drawn;
  const board = h('section', {id: 'plot'}, h('h2', {}, title), chart);
  Object.assign(board.style, {width: `${WIDTH}px`, margin: '0', padding: '12px 16px 4px', background: 'var(--bg)'});
  replace(document.getElementById('main'), board);
  scrollTo(0, 0);
  await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(painted))));
  return title;
}

plots().then(done, error => done(`failed: ${error.stack}`));
