import * as z from "zod/mini";
import { parsedJson } from "../core/json.ts";
import type { FaultPlace } from "../core/problem.ts";

const schema = z.union([
  z.object({ sheet: z.string(), key: z.string() }),
  z.object({ sheet: z.string(), row: z.number() }),
]);

/** As 連携ログ keeps it beside an error. */
export const placeText = (place: FaultPlace | undefined): string => (place === undefined ? "" : JSON.stringify(place));

export function placeIn(text: string): FaultPlace | undefined {
  const read = z.safeParse(schema, parsedJson(text));
  return read.success ? read.data : undefined;
}

/** Where a place is just now: the row as people count, or undefined where it is gone. */
export const rowNumber = (
  place: FaultPlace,
  rows: ReadonlyMap<string, { readonly index: number }>,
): number | undefined => {
  if ("row" in place) return place.row;
  const index = rows.get(place.key)?.index;
  return index === undefined ? undefined : index + 1;
};
