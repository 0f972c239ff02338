import type { Sheets } from "../../platform/ports.ts";
import type { SheetState } from "../read/snapshot.ts";
import { spansOf } from "../read/spans.ts";

/** Hides the rows of these keys, which stay as they are then: whoever wants to see them shows them. Throws SheetsFailure. */
export function hideRows(sheets: Sheets, { sheetId, rows }: SheetState, keys: readonly string[]): void {
  const places = keys.flatMap((key) => rows.get(key)?.index ?? []);
  const requests = spansOf(places).map(([first, last]) => {
    const range = { sheetId, dimension: "ROWS", startIndex: first, endIndex: last + 1 };
    return { updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: "hiddenByUser" } };
  });
  if (requests.length > 0) sheets.batchUpdate({ requests });
}
