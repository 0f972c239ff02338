import fc from "fast-check";
import { type FieldType, messageType } from "../../../../workbench/sheets/api/message-types.ts";

/** Any JSON value, among them those that are never right. */
const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, [], [null], {}, [[]], "", -1, 1e12));

const words = fc.oneof(
  fc.constantFrom("ROWS", "COLUMNS", "*", "A1:B2", "Sheet1", "'Sheet1'!A1", "Nowhere!A1", "userEnteredValue", "title"),
  fc.constantFrom("=A1", "=1/0", "2026-11-24", "007", "PASTE_NORMAL", "MERGE_ALL", "TEXT", "DOCUMENT", "LEFT", "BAR"),
  fc.string({ maxLength: 8 }),
);

/** Texts that a field of this name is likely to take, so that many payloads get past the first check. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  fields: ["*", "title", "userEnteredValue", "note", "userEnteredFormat.textFormat.bold"],
  dimension: ["ROWS", "COLUMNS"],
  majorDimension: ["ROWS", "COLUMNS"],
  valueInputOption: ["RAW", "USER_ENTERED"],
  visibility: ["DOCUMENT", "PROJECT"],
  range: ["A1", "Sheet1!A1:C3"],
};

const numbers = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.constantFrom(-1, 0.5, 1000, 1e9, 2147483647, -2147483648, 1e12),
);

/** What a client might send for a message of the API: fields of its own, mostly of their type, now and then anything at all. */
export function payload(message: string, depth = 6): fc.Arbitrary<unknown> {
  const fields = [...messageType(message)];
  // One request does one thing; a second kind is refused before anything else is looked at.
  const most = message === "Request" ? 1 : fields.length;
  const some = fc
    .subarray(fields, { minLength: Math.min(1, most), maxLength: most })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map(([name, type]) => [name, value(name, type, depth)]))));
  return fc.oneof({ weight: 60, arbitrary: some }, junk);
}

function value(name: string, type: FieldType, depth: number): fc.Arbitrary<unknown> {
  const one = scalarOrMessage(name, type, depth);
  const fitting = type.list ? fc.array(one, { minLength: 1, maxLength: 2 }) : one;
  return fc.oneof({ weight: 60, arbitrary: fitting }, junk);
}

function scalarOrMessage(name: string, { kind, message }: FieldType, depth: number): fc.Arbitrary<unknown> {
  const likely = LIKELY[name];
  if (kind === "string")
    return likely === undefined ? words : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...likely) }, words);
  if (kind === "number") return name === "sheetId" ? fc.constantFrom(0, 0, 0, 0, 7) : numbers;
  if (kind === "boolean") return fc.boolean();
  if (kind === "message") return depth > 0 ? payload(message!, depth - 1) : fc.constant({});
  return name === "values" ? fc.array(fc.array(fc.oneof(words, numbers, junk))) : junk;
}
