/** RFC 4180: quotes may hold delimiters, line breaks and doubled quotes. Throws where a quote never ends. */
export function parseCsv(csv: string, delimiter = ","): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const [field, end] = csv[at] === '"' ? quoted(csv, at) : bare(csv, at, delimiter);
    row.push(field);
    at = end;
    if (csv[at] === delimiter) {
      at++;
      if (at < csv.length) continue;
      row.push("");
    }
    rows.push(row);
    row = [];
    at += csv.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}

function bare(csv: string, start: number, delimiter: string): [string, number] {
  let end = start;
  while (end < csv.length && csv[end] !== delimiter && csv[end] !== "\n" && csv[end] !== "\r") end++;
  return [csv.slice(start, end), end];
}

function quoted(csv: string, start: number): [string, number] {
  let end = start + 1;
  while (csv[end] !== '"' || csv[end + 1] === '"') {
    if (end >= csv.length) throw new SyntaxError("A quote is never closed.");
    end += csv[end] === '"' ? 2 : 1;
  }
  return [csv.slice(start + 1, end).replaceAll('""', '"'), end + 1];
}
