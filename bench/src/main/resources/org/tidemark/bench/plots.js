// Draws one plot of docs/methods on the page that is open, by the page's own modules, and calls back with its heading;
// with nothing where the system holds no number to draw. All is as known on one day, so that a plot stays as it is.
const [page, asOf, done] = arguments;
const WIDTH = 760;
const BEFORE = '2024-06-30';
const module = name => import(new URL(`js/${name}.js`, document.baseURI));

async function plots() {
  const [{h, replace, s, sized}, data, source, base, scurve, more, parts, numbers] = await Promise.all(
    ['dom', 'data', 'source', 'charts/base', 'charts/scurve', 'charts/more', 'views/economy-parts', 'numbers'].map(module));
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

  /** A drawing with two axes of its own; `draw` puts its marks. */
  const sketch = (x, y, {label, unit = '', height = 330, yTicks = 5}, draw) => sized(width => {
    const svg = base.frame({width, height, x, y, unit, label, yTicks});
    draw(svg);
    return h('figure', {'data-picture': page}, svg);
  });

  /** The highest and the lowest sectors of an economy. */
  function sectors(own, title, most) {
    const rows = told(own).filter(e => e.sector !== 'TOTAL').sort((a, b) => b.latest.value - a.latest.value)
      .map(e => ({name: e.sector.replace(/^.*:/, '').replaceAll('-', ' '), ...e.latest}));
    return rows.length ? [title, more.ranking([...rows.slice(0, most), ...rows.slice(Math.max(most, rows.length - most))], {label: title, name: page})] : null;
  }

  /** What the releases of one part were scored, and the bound that each was held against. */
  async function scores(own, title) {
    const asked = await Promise.all(['accepted', undefined].map(status => source.ask('quarantine', {...own, as_of: asOf, status, limit: 10000})));
    const rows = asked.flatMap(answer => answer.judgements).filter(j => j.indicator === own.indicator && j.bounds?.shift)
      .map(j => ({...j, date: numbers.date(j.published)})).sort((a, b) => a.date - b.date);
    if (rows.length < 2) return null;
    const x = base.d3.scaleUtc().domain(base.d3.extent(rows, r => r.date)).nice();
    const y = base.d3.scaleLinear().domain([0, base.d3.max(rows, r => Math.max(r.shift, r.bounds.shift)) * 1.15]).nice();
    return [title, sketch(x, y, {label: title, yTicks: 4}, svg => {
      svg.append(s('path', {class: 'aheadline', d: base.d3.line().x(r => x(r.date)).y(r => y(r.bounds.shift))(rows)}),
        s('text', {x: x(rows.at(-1).date), y: y(rows.at(-1).bounds.shift) - 8, 'text-anchor': 'end', class: 'marked'}, 'bound'));
      for (const r of rows) {
        const held = r.shift > r.bounds.shift, at = x(r.date);
        svg.append(s('line', {x1: at, x2: at, y1: y(0), y2: y(r.shift), class: 'whisker'}),
          s('path', {d: base.symbol(held ? 3 : 0, held ? 110 : 60), transform: `translate(${at},${y(r.shift)})`, class: `mark ${base.hue(held ? 1 : 0)}`}));
        if (held) svg.append(s('text', {x: at + 10, y: y(r.shift), dy: '0.32em', class: 'marked'}, 'held'));
      }
    })];
  }

  /** The level as it was said from day to day, the thresholds of rules, and when each was raised. */
  async function crossings(own, title, thresholds) {
    const [told, raised] = await Promise.all([
      source.rows('estimates', {...own, measure: 'penetration', from: '1970', as_of: asOf, horizon: 'P0D'}),
      source.ask('alerts', {economy: own.economy, as_of: asOf, from: '1970'})]);
    const points = told.map(r => ({date: numbers.date(r.as_of), value: Number(r.value), lower80: Number(r.lower80), upper80: Number(r.upper80)})).sort((a, b) => a.date - b.date);
    if (points.length < 2) return null;
    const x = base.d3.scaleUtc().domain([points[0].date, numbers.date(asOf)]);
    const y = base.d3.scaleLinear().domain([0, base.d3.max(points, p => p.upper80) * 1.1]).nice();
    const lasting = [...points, {...points.at(-1), date: numbers.date(asOf)}];
    const step = shape => shape.curve(base.d3.curveStepAfter).x(p => x(p.date));
    return [title, sketch(x, y, {label: title, unit: '%'}, svg => {
      for (const bound of thresholds.filter(t => t < y.domain()[1])) svg.append(s('line', {x1: x.range()[0], x2: x.range()[1], y1: y(bound), y2: y(bound), class: 'aheadline'}));
      svg.append(s('path', {class: 'band80', d: step(base.d3.area()).y0(p => y(p.lower80)).y1(p => y(p.upper80))(lasting)}),
        s('path', {class: 'curve', d: step(base.d3.line()).y(p => y(p.value))(lasting)}));
      for (const p of points) svg.append(s('circle', {cx: x(p.date), cy: y(p.value), r: 3, class: 'point'}));
      for (const a of raised.alerts.filter(a => a.event === 'raised' && a.concept === own.concept && a.value)) {
        const at = x(numbers.date(a.as_of));
        svg.append(s('path', {d: base.symbol(3, 110), transform: `translate(${at},${y(a.value)})`, class: `mark ${base.hue(1)}`}),
          s('text', {x: at - 8, y: y(a.value) - 10, 'text-anchor': 'end', class: 'marked'}, a.rule));
      }
    })];
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
    exposure: () => sectors({economy: 'US', measure: 'exposure', concept: 'gpt_beta'}, 'United States: tasks whose time a language model could halve, %, ten highest and ten lowest sectors', 10),
    judging: () => scores({economy: 'DE', source: 'INDEED_AI_POSTINGS', indicator: 'adoption.postings.ai_share'}, 'Postings that name AI, Germany: how far each release moved figures that stood (logits)'),
    alerts: () => crossings({economy: 'DK', sector: 'TOTAL', concept: 'firms.any_use'}, 'Firms in Denmark that use AI, %, as said from day to day: two rules, their thresholds, and when each was raised', [10, 25, 50]),
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
