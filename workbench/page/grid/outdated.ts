/** What of the page is older than the spreadsheet. */
import type { Changed } from "../../server/page-event.ts";
import type { Span } from "../../sheets/drawing/drawn.ts";
import { united } from "../../sheets/drawing/span.ts";

export interface Outdated {
  /** The last change that was heard of, or looked at. */
  readonly revision: number;
  readonly frames: boolean;
  /** By sheet; a sheet that was never looked at is outdated as a whole. */
  readonly rows: ReadonlyMap<number, readonly Span[]>;
}

export const WHOLE: readonly Span[] = [[0, 10_000_000]];

/** Changes add up until somebody looks; after a gap nobody can say what changed, so all may have. */
export function afterChange(outdated: Outdated, { revision, drawn }: Changed, sheets: readonly number[]): Outdated {
  if (revision <= outdated.revision) return outdated;
  if (revision > outdated.revision + 1) return { ...everything(sheets), revision };
  return {
    revision,
    frames: outdated.frames || drawn.frames,
    rows: drawn.rows.reduce((rows, { sheetId, spans }) => withRows(rows, sheetId, spans), outdated.rows),
  };
}

export const everything = (sheets: readonly number[]): Omit<Outdated, "revision"> => ({
  frames: true,
  rows: new Map(sheets.map((sheetId) => [sheetId, WHOLE])),
});

export const withRows = (rows: Outdated["rows"], sheetId: number, spans: readonly Span[]): Outdated["rows"] =>
  new Map(rows).set(sheetId, united([...(rows.get(sheetId) ?? []), ...spans]));
