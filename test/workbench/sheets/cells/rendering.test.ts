import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { book, write } from "../book.ts";

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

describe("values read from a sheet", () => {
  const typed = () => {
    const desk = book();
    desk.type("A1", [["2026/11/24 14:30", "¥1,200", "10%", "=2*21", "TRUE"]]);
    return desk;
  };

  it.each([
    ["", ["2026/11/24 14:30", "¥1,200", "10%", "42", "TRUE"]],
    ["valueRenderOption=FORMATTED_VALUE", ["2026/11/24 14:30", "¥1,200", "10%", "42", "TRUE"]],
    ["valueRenderOption=UNFORMATTED_VALUE", [46350.604166666664, 1200, 0.1, 42, true]],
    ["valueRenderOption=FORMULA", [46350.604166666664, 1200, 0.1, "=2*21", true]],
    [
      "valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=FORMATTED_STRING",
      ["2026/11/24 14:30", 1200, 0.1, 42, true],
    ],
  ])("with %j come as asked for", (query, expected) => {
    expect(typed().values("A1:E1", query)).toEqual([expected]);
  });

  it("leave out empty cells and rows at the end, and keep those before", () => {
    const desk = book();
    desk.batch(write(1, 1, ["b2"], [null, "c3"]));
    expect(desk.values("A1:E9")).toEqual([[], ["", "b2"], ["", "", "c3"]]);
  });

  it("come column by column when asked", () => {
    const desk = book();
    desk.batch(write(0, 0, ["a1", "b1"], ["a2"]));
    expect(desk.values("A1:B2", "majorDimension=COLUMNS")).toEqual([["a1", "a2"], ["b1"]]);
  });

  it("hold every date as its days since 1899-12-30", () => {
    const desk = book();
    const days = fc.integer({ min: Date.UTC(1930, 0, 1) / DAY, max: Date.UTC(2200, 0, 1) / DAY });
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * DAY).toISOString().slice(0, 10);
        desk.type("A1", [[date.replaceAll("-", "/")]]);
        expect(desk.values("A1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([[(day * DAY - EPOCH) / DAY]]);
        expect(desk.values("A1")).toEqual([[date.replaceAll("-", "/")]]);
      }),
      { numRuns: 100 },
    );
  });

  it("come in all ranges of a batchGet, in their order", () => {
    const desk = book();
    desk.batch(write(0, 0, ["a", "b"]));
    const { body } = desk.call("GET", "/values:batchGet?ranges=B1&ranges=A1&ranges=C1");
    expect(body).toMatchObject({
      valueRanges: [
        { range: "Sheet1!B1", values: [["b"]] },
        { range: "Sheet1!A1", values: [["a"]] },
        { range: "Sheet1!C1", majorDimension: "ROWS" },
      ],
    });
  });
});

describe("a formula", () => {
  it("follows every later edit of what it reads", () => {
    const desk = book();
    desk.batch(write(0, 0, [0, "=A1*2", "=B1+1"]));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 5 }), (numbers) => {
        for (const number of numbers) desk.batch(write(0, 0, [number]));
        const last = numbers.at(-1)!;
        const shown = desk.values("A1:C1", "valueRenderOption=UNFORMATTED_VALUE");
        expect(shown).toEqual([[last, last * 2 === 0 ? 0 : last * 2, last * 2 + 1]]);
      }),
      { numRuns: 30 },
    );
  });

  it("shows #NAME? where its function is unknown, and the text of the formula stays", () => {
    const desk = book();
    desk.type("A1", [["=NO.SUCH(1)"]]);
    expect(desk.values("A1")).toEqual([["#NAME?"]]);
    expect(desk.values("A1", "valueRenderOption=FORMULA")).toEqual([["=NO.SUCH(1)"]]);
  });
});
