// Elements are made here and nowhere else. Text goes in as text: no figure, name or note is ever read as markup.
const SVG = 'http://www.w3.org/2000/svg';

function fill(element, props, kids) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  add(element, kids);
  return element;
}

function add(element, kids) {
  for (const kid of kids) {
    if (kid === null || kid === undefined || kid === false) continue;
    if (Array.isArray(kid)) add(element, kid);
    else element.append(kid instanceof Node ? kid : document.createTextNode(String(kid)));
  }
}

/** An element of HTML: h('p', {class: 'muted'}, 'text', child). Properties that begin with "on" listen. */
export const h = (tag, props, ...kids) => fill(document.createElement(tag), props, kids);

/** An element of SVG. */
export const s = (tag, props, ...kids) => fill(document.createElementNS(SVG, tag), props, kids);

/** Only addresses of the web become links: a note may say "javascript:". */
export function link(text, address) {
  const safe = /^https?:\/\/[^\s]+$/i.test(address ?? '');
  return safe ? h('a', {href: address, rel: 'noopener noreferrer', target: '_blank'}, text) : h('span', {}, text);
}

/** A text in which addresses of the web are links. */
export function linked(text) {
  return String(text ?? '').split(/(https?:\/\/[^\s),;]+)/).map(part => /^https?:/.test(part) ? link(part, part) : part);
}

export function replace(element, ...kids) {
  element.replaceChildren();
  add(element, kids);
  return element;
}

/** Draws again whenever the room changes. `draw` gets the width in pixels and returns an element. */
export function sized(draw, className = 'chart') {
  const box = h('div', {class: className});
  let last = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width > 0 && width !== last) {
      last = width;
      replace(box, draw(width));
    }
  }).observe(box);
  return box;
}
