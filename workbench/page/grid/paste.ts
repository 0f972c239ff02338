/** Text from other programs. Univer would turn 0600001 into a number before the engine sees it. */

/** The grid's own copies carry the cells themselves. */
export const isOwnCopy = (html: string | undefined): boolean => html?.includes("data-copy-id") === true;

/** Rows of tab-separated cells; a cell in quotes may hold tabs, line breaks and doubled quotes. */
export function pastedRows(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  const rows: string[][] = [[]];
  const source = text.replaceAll("\r\n", "\n").replace(/\n$/, "");
  for (let match = cell.exec(source); match !== null; match = cell.exec(source)) {
    const [, quoted, plain = "", end] = match;
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
}

/** One cell fills the whole selection, as in Google Sheets. */
export function overSelection(rows: string[][], selection: { height: number; width: number }): string[][] {
  if (rows.length !== 1 || rows[0]!.length !== 1) return rows;
  return Array.from({ length: selection.height }, () => Array(selection.width).fill(rows[0]![0]!));
}
