// Scrolls to the end of the page and back for so many seconds, and tells when each frame came.
const [seconds, done] = arguments;
const length = document.documentElement.scrollHeight - innerHeight;
const frames = [];
const step = now => {
  frames.push(now);
  const part = (now - frames[0]) / (1000 * seconds);
  if (part >= 1) {
    const gaps = frames.slice(1).map((at, i) => at - frames[i]).sort((a, b) => a - b);
    done({
      perSecond: 1000 * gaps.length / (now - frames[0]),
      slowest20: gaps[Math.floor(0.95 * gaps.length)],
      slowest: gaps.at(-1),
      length,
      economies: new Set([...document.querySelectorAll('.card[data-cell]')].map(card => card.dataset.cell.split('|')[0])).size,
    });
    return;
  }
  scrollTo({top: length * (1 - Math.abs(1 - 2 * part)), behavior: 'instant'});
  requestAnimationFrame(step);
};
requestAnimationFrame(step);
