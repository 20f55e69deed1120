// In every document: remembers when the view first stood there with what was asked for, and no longer "Loading".
new MutationObserver((changes, observer) => {
  if (document.getElementById('main')?.getAttribute('aria-busy') !== 'false') return;
  observer.disconnect();
  globalThis.tidemarkDrawn = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy']});
