import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvRecord, recordReader } from "../../../sidebar/products/records.ts";
import { csvText, type LineEnd } from "../../support/csv.ts";

function recordsOf(text: string, cuts: readonly number[] = []): CsvRecord[] {
  const reader = recordReader();
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const slices = places.slice(1).map((end, at) => text.slice(places[at], end));
  return [...slices.flatMap((slice) => reader.read(slice)), ...reader.end()];
}
const cellsOf = (text: string, cuts?: readonly number[]) => recordsOf(text, cuts).map(({ cells }) => cells);

const lineEnd = fc.constantFrom<LineEnd>("\r\n", "\n", "\r");
const cell = fc
  .array(fc.constantFrom('"', ",", "\n", " ", "a", "赤", "=1", "007"), { maxLength: 6 })
  .map((all) => all.join(""));
const record = fc.array(cell, { minLength: 2, maxLength: 4 });

test("records read back as they were written, with any line end and quoting, wherever the text is cut into slices", () => {
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 6 }),
      lineEnd,
      fc.constantFrom("all" as const, "needed" as const),
      fc.boolean(),
      fc.array(fc.nat(500), { maxLength: 5 }),
      (records, end, quoting, endsWithLineEnd, cuts) => {
        const text = records.length === 0 ? "" : csvText(records, { lineEnd: end, quoting, endsWithLineEnd });
        expect(cellsOf(text, cuts)).toEqual(records);
        expect(recordsOf(text, cuts).some(({ state }) => state === "broken")).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test("line ends of several kinds in one file each end a record", () => {
  expect(cellsOf("a,b\rc,d\r\ne,f\ng,h")).toEqual([
    ["a", "b"],
    ["c", "d"],
    ["e", "f"],
    ["g", "h"],
  ]);
});

describe("a record with wrong quotes costs no other record", () => {
  const others = [
    ["1", "x", "y"],
    ["3", "x", "y"],
  ];
  test.each([
    ["a quote that is never closed", '2,"x,y'],
    ["a quote in the middle of a quoted cell", '2,"x"z,"y"'],
    ["a quote that is closed rows later only", '2,"x,y"z'],
    ["a lone quote at its end", '2,"x","'],
  ])("%s", (_, broken) => {
    for (const row of ["1,x,y", '"1","x","y"']) {
      const third = row.replace("1", "3");
      const read = recordsOf(`${row}\r\n${broken}\r\n${third}\r\n`);
      expect(read.map(({ state }) => state)).toEqual(["whole", "broken", "whole"]);
      expect(read.filter(({ state }) => state === "whole").map(({ cells }) => cells)).toEqual(others);
    }
  });

  test("any damage to quotes leaves the records before it as they were, and each line is read once at most", () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.array(fc.nat(200), { maxLength: 3 }),
        (records, at, cuts) => {
          const plain = records.map((cells) => cells.map((text) => text.replaceAll(/["\n,]/g, "")));
          const text = csvText(plain, { lineEnd: "\n" });
          const quotes = [...text.matchAll(/"/g)].map(({ index }) => index);
          const gone = quotes[at % quotes.length]!;
          const damaged = text.slice(0, gone) + text.slice(gone + 1);
          const line = text.slice(0, gone).split("\n").length - 1;
          const read = cellsOf(damaged, cuts);
          expect(read.slice(0, line)).toEqual(plain.slice(0, line));
          expect(read.length).toBeLessThanOrEqual(records.length);
        },
      ),
    );
  });
});
