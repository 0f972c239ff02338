import type { sheets_v4 } from "@googleapis/sheets";
import { expect, test } from "vitest";
import { answerOf, book, OPERATOR } from "../book.ts";

const START = "2026-11-24T10:29:30+09:00";

/** A spreadsheet with NOW() in A1, computed as `autoRecalc` says, under a clock that the test moves. */
function opened(autoRecalc?: string) {
  let time = new Date(START);
  const desk = book({ now: () => time });
  if (autoRecalc !== undefined)
    desk.batch({ updateSpreadsheetProperties: { properties: { autoRecalc }, fields: "autoRecalc" } });
  desk.type("A1:B1", [["=NOW()", "=TODAY()"]]);
  const shown = (cell: string) => {
    const serial = Number(desk.values(cell, "valueRenderOption=UNFORMATTED_VALUE")[0]?.[0]);
    return new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString().slice(0, 19);
  };
  return {
    desk,
    shown,
    passes(minutes: number) {
      time = new Date(time.getTime() + minutes * 60_000);
    },
  };
}

test("NOW() and TODAY() are those of the engine's clock, in the spreadsheet's time zone", () => {
  const { shown } = opened();
  expect(shown("A1")).toBe("2026-11-24T10:29:30");
  expect(shown("B1")).toBe("2026-11-24T00:00:00");
});

test("as a spreadsheet comes, they wait for the next change", () => {
  const { desk, shown, passes } = opened();
  passes(3 * 24 * 60);
  expect(shown("A1")).toBe("2026-11-24T10:29:30");
  desk.type("C1", [["x"]]);
  expect(shown("A1")).toBe("2026-11-27T10:29:30");
});

test.each([
  ["HOUR", "2026-11-27T10:00:00"],
  ["MINUTE", "2026-11-27T10:29:00"],
])("set to be computed every %s, they go on by themselves", (autoRecalc, later) => {
  const { shown, passes } = opened(autoRecalc);
  expect(shown("A1")).toBe("2026-11-24T10:29:30");
  passes(3 * 24 * 60);
  expect(shown("A1")).toBe(later);
  expect(shown("B1")).toBe("2026-11-27T00:00:00");
});

test("highlights go on with them", () => {
  const { desk, passes } = opened("HOUR");
  const booleanRule = {
    condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: "=NOW()>DATE(2026,11,25)" }] },
    format: { backgroundColor: { red: 1 } },
  };
  const ranges = [{ sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 }];
  desk.batch({ addConditionalFormatRule: { rule: { ranges, booleanRule }, index: 0 } });
  desk.type("C1", [["x"]]);
  const drawn = () => JSON.stringify(desk.engine.rows(desk.id, OPERATOR, 0, [[0, 1]]));
  const before = drawn();
  passes(24 * 60);
  expect(drawn()).not.toBe(before);
});

test("all cells that a change answers show one time, however long the answer takes", () => {
  let looks = 0;
  const desk = book({ now: () => new Date(new Date(START).getTime() + ++looks * 1_000) });
  desk.type("A1:A3", [["=NOW()"], ["=NOW()"], ["=NOW()"]]);
  const typed = { userEnteredValue: { stringValue: "x" } };
  const answer = desk.call("POST", ":batchUpdate", {
    requests: [
      {
        updateCells: { start: { sheetId: 0, columnIndex: 1 }, rows: [{ values: [typed] }], fields: "userEnteredValue" },
      },
    ],
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
  });
  const [sheet] = (answerOf(answer).updatedSpreadsheet as sheets_v4.Schema$Spreadsheet).sheets!;
  const shown = sheet!.data![0]!.rowData!.map(({ values }) => values![0]!.effectiveValue!.numberValue);
  expect(shown).toHaveLength(3);
  expect(new Set(shown).size).toBe(1);
});
