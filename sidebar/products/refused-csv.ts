import Papa from "papaparse";
import type { RefusedRecord } from "../../src/desk/products/rules/csv/csv-file.ts";
import { type ChosenFile, isRead } from "./chosen-file.ts";
import { numberedRecords } from "./read-file.ts";

const REASON = "理由";

/**
 * The rows that are not taken, with the reason in a column of its own behind their own columns, read from the files once
 * more. Files with other headers follow with theirs. Excel knows by the BOM that it is UTF-8.
 */
export async function refusedCsv(files: readonly ChosenFile[], refused: readonly RefusedRecord[]): Promise<Blob> {
  const parts: string[] = ["\ufeff"];
  let former = "";
  for (const [number, chosen] of files.entries()) {
    if (!isRead(chosen)) continue;
    const reasons = reasonsByRecord(refused.filter(({ at }) => at.file === number));
    if (reasons.size === 0) continue;
    const { header } = chosen.read;
    if (header.join() !== former) parts.push(written([[...header, REASON]]));
    former = header.join();
    for await (const records of numberedRecords(chosen.file)) {
      const rows = records.flatMap(({ cells, record }) => {
        const reason = reasons.get(record);
        return reason === undefined ? [] : [[...header.map((_, at) => cells[at] ?? ""), reason]];
      });
      if (rows.length > 0) parts.push(written(rows));
    }
  }
  return new Blob(parts, { type: "text/csv" });
}

function reasonsByRecord(refused: readonly RefusedRecord[]): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  for (const { at, reason } of refused) {
    const known = reasons.get(at.record);
    reasons.set(at.record, known === undefined ? reason : `${known}\n${reason}`);
  }
  return reasons;
}

const written = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { quotes: true, newline: "\r\n" })}\r\n`;
