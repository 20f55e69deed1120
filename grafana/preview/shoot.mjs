// Draws dashboards in headless Chromium and takes their pictures:
//   node shoot.mjs PROMETHEUS_URL OUT.png 'dashboard=economy&economy=DE'
// Serves the bundle and the dashboards, and passes queries on to Prometheus, all on loopback.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const [prometheus, out, query] = process.argv.slice(2);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/main.css"><title>drawing</title><style>body{margin:0;height:auto;overflow:visible}' +
  '.no-data{display:flex;align-items:center;justify-content:center;opacity:.6}</style><div id="root"></div>' +
  '<script src="/main.js"></script>';

async function answer(url) {
  if (url.pathname.startsWith('/prometheus/')) {
    const from = await fetch(prometheus + url.pathname.slice('/prometheus'.length) + url.search);
    return [from.status, 'application/json', await from.text()];
  }
  if (url.pathname === '/main.css') {
    return [200, 'text/css', await readFile(here('../target/preview/main.css'))];
  }
  if (url.pathname === '/main.js') {
    return [200, 'text/javascript', await readFile(here('../target/preview/main.js'))];
  }
  if (url.pathname.startsWith('/public/')) {
    const file = url.pathname.replace('/public/build/', '/public/').replaceAll('..', '');
    return [200, 'image/svg+xml', await readFile(here(`node_modules/@grafana/ui/dist${file}`))];
  }
  const dashboard = /^\/dashboards\/([a-z]+)\.json$/.exec(url.pathname);
  if (dashboard) {
    return [200, 'application/json', await readFile(here(`../dashboards/${dashboard[1]}.json`))];
  }
  return url.pathname === '/' ? [200, 'text/html', PAGE] : [404, 'text/plain', 'no such thing'];
}

const server = createServer(async (request, response) => {
  const [status, type, body] = await answer(new URL(request.url, 'http://localhost')).catch((e) => [500, 'text/plain', String(e)]);
  response.writeHead(status, { 'Content-Type': type }).end(body);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const page = await browser.newPage();
  page.on('console', (m) => m.type() === 'error' && console.error(m.text().slice(0, 900)));
  page.on('pageerror', (e) => console.error(String(e).slice(0, 1500)));
  await page.setViewport({ width: 1610, height: 1000 });
  await page.goto(`http://127.0.0.1:${server.address().port}/?${query}`);
  await page.waitForFunction(() => document.title !== 'drawing', { timeout: 60000 });
  if ((await page.title()) !== 'drawn') {
    throw new Error(await page.title());
  }
  const box = await (await page.$('#dashboard')).boundingBox();
  await page.setViewport({ width: 1610, height: Math.ceil(box.height) });
  await page.screenshot({ path: out });
} finally {
  await browser.close();
  server.close();
}
