// RFC 4180 both ways. A cell that a spreadsheet would take for a formula is written with an apostrophe before it.
export function parse(text) {
  const rows = [];
  let row = [], cell = '', quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') { cell += '"'; i++; }
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') { row.push(cell); cell = ''; }
    else if (c === '\n') { row.push(cell); rows.push(row); row = []; cell = ''; }
    else if (c !== '\r') cell += c;
  }
  if (cell !== '' || row.length) { row.push(cell); rows.push(row); }
  const [header, ...body] = rows;
  return body.filter(r => r.length > 1 || r[0] !== '').map(r => Object.fromEntries(header.map((name, i) => [name, r[i] ?? ''])));
}

const cell = value => {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=@\t\r]|^[+-](?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows of objects as CSV; the columns are those of the first row. */
export function print(rows) {
  if (!rows.length) return '';
  const columns = Object.keys(rows[0]);
  return [columns, ...rows.map(row => columns.map(name => row[name]))].map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
