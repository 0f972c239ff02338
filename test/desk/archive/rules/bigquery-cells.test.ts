import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Kind, keeps, readBack, written } from "../../../../src/desk/archive/rules/bigquery-cells.ts";

const back = (kind: Kind, cell: string | number | boolean | null) => {
  const value = written(kind, cell);
  return readBack(kind, value === null ? null : String(value));
};

test.each<[Kind, string | number | boolean, string | number | boolean]>([
  ["text", "007", "007"],
  ["number", 1200, 1200],
  ["date", 46350, "2026-11-24"],
  ["time", 46350.4375, "2026-11-24T10:30:00"],
  ["tick", true, true],
])("a %s is written so that BigQuery knows its type", (kind, cell, value) => {
  expect(written(kind, cell)).toBe(value);
  expect(back(kind, cell)).toBe(cell);
  expect(keeps(kind, cell)).toBe(true);
});

test.each<[Kind, string | number | boolean]>([
  ["text", 7],
  ["text", "\ud800"],
  ["text", "a\u0000"],
  ["number", "3個"],
  ["date", "11/24頃"],
  ["date", 46350.5],
  ["date", 1e9],
  ["date", -1e9],
  ["date", -800_000],
  ["time", 46350.43752],
  ["tick", "TRUE"],
])("what a %s cannot be, such as %j, is known not to come back from its column", (kind, cell) => {
  expect(keeps(kind, cell)).toBe(false);
});

test("an empty cell is none, whatever the column", () => {
  for (const kind of ["text", "number", "date", "time", "tick"] as const) {
    expect([written(kind, null), written(kind, ""), keeps(kind, ""), keeps(kind, null)]).toEqual([
      null,
      null,
      true,
      true,
    ]);
  }
});

test("any cell that is said to come back does", () => {
  // A sheet has no negative nought.
  const number = fc.double({ noNaN: true }).map((any) => any + 0);
  const cell = fc.oneof(fc.string({ unit: "binary" }), number, fc.integer(), fc.boolean());
  fc.assert(
    fc.property(fc.constantFrom<Kind>("text", "number", "date", "time", "tick"), cell, (kind, value) => {
      fc.pre(keeps(kind, value) && value !== "");
      if (kind === "time" || kind === "date") {
        expect(Number(back(kind, value)).toPrecision(12)).toBe((value as number).toPrecision(12));
      } else expect(back(kind, value)).toBe(value);
    }),
  );
});

test("what is written is text that UTF-8 can hold", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const value = String(written("text", text));
      expect(Buffer.from(value).toString()).toBe(value);
    }),
  );
});
