import type { sheets_v4 } from "@googleapis/sheets";
import { describe, expect, it } from "vitest";
import { book, range, write } from "./book.ts";

type Desk = ReturnType<typeof book>;
type Format = sheets_v4.Schema$CellFormat;

const RED = { red: 1 };
const GREEN = { green: 1 };
const BLUE = { blue: 1 };
const WHITE = { red: 1, green: 1, blue: 1 };

const fill = (backgroundColor: object): Format => ({ backgroundColor });
const rule = (type: string, values: readonly string[], format: Format, over = range(1, 10, 0, 3)) => ({
  addConditionalFormatRule: {
    rule: {
      ranges: [over],
      booleanRule: { condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) }, format },
    },
    index: 0,
  },
});

/** Of each cell of a range, row by row. */
function looks(desk: Desk, a1: string): Format[][] {
  const { sheets } = desk.get(`ranges=${a1}&fields=sheets.data.rowData.values.effectiveFormat`);
  return (sheets?.[0]?.data?.[0]?.rowData ?? []).map(({ values = [] }) =>
    values.map(({ effectiveFormat }) => effectiveFormat ?? {}),
  );
}
const colours = (desk: Desk, a1: string) =>
  looks(desk, a1).map((row) => row.map(({ backgroundColor }) => backgroundColor));

describe("conditional formats", () => {
  it("colour the whole row for which the formula holds, and follow an edit", () => {
    const desk = book();
    desk.batch(
      write(1, 0, ["a", "要確認", "x"], ["b", "取込済", "y"]),
      rule("CUSTOM_FORMULA", ['=$B2="要確認"'], fill(RED)),
    );
    expect(colours(desk, "A2:C3")).toEqual([
      [RED, RED, RED],
      [WHITE, WHITE, WHITE],
    ]);
    desk.put("B2:B3", [["取込済"], ["要確認"]]);
    expect(colours(desk, "A2:A3")).toEqual([[WHITE], [RED]]);
  });

  it("give way to the one before them, and keep what it leaves open of the cell's own look", () => {
    const desk = book();
    const userEnteredFormat = { textFormat: { bold: true }, ...fill(BLUE) };
    desk.batch(
      write(1, 0, ["a"]),
      { repeatCell: { range: range(1, 2, 0, 1), cell: { userEnteredFormat }, fields: "userEnteredFormat" } },
      rule("CUSTOM_FORMULA", ["=TRUE"], fill(GREEN)),
      rule("CUSTOM_FORMULA", ['=$A2="a"'], { textFormat: { strikethrough: true } }),
    );
    expect(looks(desk, "A2")[0]?.[0]).toMatchObject({
      backgroundColor: BLUE,
      textFormat: { bold: true, strikethrough: true },
    });
  });

  it("ask each column of its own cell where the formula is not tied to one", () => {
    const desk = book();
    desk.batch(write(1, 0, [1, 5, 9]), rule("CUSTOM_FORMULA", ["=A2>3"], fill(RED)));
    expect(colours(desk, "A2:C2")).toEqual([[WHITE, RED, RED]]);
  });

  it.each<[string, readonly string[], readonly (string | number | null)[]]>([
    ["NUMBER_GREATER", ["3"], [4]],
    ["NUMBER_BETWEEN", ["3", "4"], [3, 4]],
    ["TEXT_EQ", ["取消"], ["取消"]],
    ["TEXT_CONTAINS", ["消"], ["取消"]],
    ["TEXT_STARTS_WITH", ["取"], ["取消"]],
    ["NOT_BLANK", [], [3, 4, "取消"]],
  ])("of the kind %s hold where Google's do", (type, values, holding) => {
    const desk = book();
    const cells = [3, 4, "取消", null];
    desk.batch(write(1, 0, ...cells.map((cell) => [cell])), rule(type, values, fill(RED)));
    const red = cells.filter((_, index) => JSON.stringify(colours(desk, `A${index + 2}`)) === JSON.stringify([[RED]]));
    expect(red).toEqual(holding);
  });

  it("read days as their time zone has them", () => {
    const desk = book();
    const today = Math.floor(Date.parse("2026-11-24T00:00:00Z") / 86_400_000) + 25_569;
    desk.batch(
      write(1, 0, [today - 3], [today + 3]),
      rule("CUSTOM_FORMULA", ["=AND(ISNUMBER($A2),$A2<TODAY())"], fill(RED)),
    );
    expect(colours(desk, "A2:A3")).toEqual([[RED], [WHITE]]);
  });
});

describe("alternating colours", () => {
  const bandedRange = {
    range: range(0, 4, 0, 1),
    rowProperties: { headerColor: RED, firstBandColor: GREEN, secondBandColor: BLUE },
  };

  it("are those of header and bands in turn", () => {
    const desk = book();
    desk.batch(write(0, 0, ["a"], ["b"], ["c"], ["d"], ["e"]), { addBanding: { bandedRange } });
    expect(colours(desk, "A1:A5").flat()).toEqual([RED, GREEN, BLUE, GREEN, WHITE]);
  });

  it("lie under a cell's own colour and under conditional formats", () => {
    const desk = book();
    const own = { userEnteredFormat: fill({ red: 1, green: 1 }) };
    desk.batch(
      write(0, 0, ["a"], ["b"], ["c"]),
      { addBanding: { bandedRange } },
      { repeatCell: { range: range(1, 2, 0, 1), cell: own, fields: "userEnteredFormat" } },
      rule("TEXT_EQ", ["c"], fill({ green: 1, blue: 1 })),
    );
    expect(colours(desk, "A1:A3").flat()).toEqual([RED, { red: 1, green: 1 }, { green: 1, blue: 1 }]);
  });
});

describe("the sheet's filter", () => {
  const hidden = (desk: Desk) =>
    desk
      .get("ranges=A1:A5&fields=sheets.data.rowMetadata.hiddenByFilter")
      .sheets?.[0]?.data?.[0]?.rowMetadata?.map(({ hiddenByFilter }) => hiddenByFilter === true);

  it("hides rows by what their cells show, never the header", () => {
    const desk = book();
    desk.batch(write(0, 0, ["済"], ["済"], ["未"], ["済"]), {
      setBasicFilter: { filter: { range: range(0, 4, 0, 1), criteria: { 0: { hiddenValues: ["済"] } } } },
    });
    expect(hidden(desk)).toEqual([false, true, false, true, false]);
  });

  it("hides rows for which its condition does not hold", () => {
    const desk = book();
    const condition = { type: "NUMBER_GREATER", values: [{ userEnteredValue: "2" }] };
    desk.batch(write(0, 0, ["数"], [1], [3]), {
      setBasicFilter: {
        filter: { range: range(0, 3, 0, 1), filterSpecs: [{ columnIndex: 0, filterCriteria: { condition } }] },
      },
    });
    expect(hidden(desk)).toEqual([false, true, false, false, false]);
  });
});
