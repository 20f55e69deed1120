// What a load of the page cost, once every part of the view is there: no answer is left to disturb what is measured next.
const done = arguments[arguments.length - 1];
const paint = name => performance.getEntriesByName(name)[0]?.startTime ?? null;
const wait = () => {
  if (globalThis.tidemarkDrawn === undefined || paint('first-contentful-paint') === null || document.querySelector('[aria-busy=true]')) {
    requestAnimationFrame(wait);
    return;
  }
  const fetched = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  done({
    firstPaint: paint('first-paint'),
    firstContentfulPaint: paint('first-contentful-paint'),
    drawn: globalThis.tidemarkDrawn,
    complete: performance.now(),
    bytes: fetched.reduce((sum, entry) => sum + entry.transferSize, 0),
    requests: fetched.length,
    cards: document.querySelectorAll('.card').length,
  });
};
wait();
