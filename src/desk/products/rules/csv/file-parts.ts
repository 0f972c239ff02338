/** RMS cuts a large download into `…-1.csv`, `…-2.csv`; a browser puts ` (1)` behind a name that it has saved before. */
const PART = /^(.*)-(\d{1,3})(?: ?\(\d+\))?\.csv$/i;

/** Which further parts of a download people may have left out: gaps for certain, and what may come after a lone first part. */
export function missingParts(names: readonly string[]): string[] {
  const parts = new Map<string, Set<number>>();
  for (const name of names) {
    const [, download, part] = PART.exec(name) ?? [];
    if (download === undefined || Number(part) === 0) continue;
    parts.set(download, (parts.get(download) ?? new Set()).add(Number(part)));
  }
  return [...parts].flatMap(([download, found]) => {
    const last = Math.max(...found);
    const file = (part: number) => `「${download}-${part}.csv」`;
    const gaps = Array.from({ length: last }, (_, at) => at + 1).filter((part) => !found.has(part));
    if (gaps.length > 0) return [`${gaps.map(file).join("")}がありません。分割されたファイルはすべて選んでください。`];
    return last === 1 ? [`${file(2)}があれば、それも選んでください。RMSは大きなファイルを分割します。`] : [];
  });
}
