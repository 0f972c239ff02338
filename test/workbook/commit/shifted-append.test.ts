import { expect, test } from "vitest";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { number, seal, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { valuesOf } from "../../support/sheet-cells.ts";
import { engineSheets } from "../../support/sheets-port.ts";

const lines = defineTable({
  sheet: "明細",
  key: ["order", "detail"],
  columns: {
    order: text("注文", { note: "", writer: "import" }),
    detail: text("明細ID", { note: "", writer: "import" }),
    product: text("商品", { note: "", writer: "import" }),
    checked: number("検品数", { note: "", writer: "staff" }),
    units: number("数量", { note: "", writer: "import" }),
    seal: seal({ writer: "import" }),
  },
});

const line = (detail: string) => ({ order: "A", detail, product: "mihon", units: 1 });

test("a column inserted within the key in the instant of the write leaves no row under a key that nobody has", () => {
  const sheets = engineSheets();
  const tables = [lines];
  sheets.request("POST", ":batchUpdate", {
    requests: setUpRequests({ sheets: [] }, {}, { tables, who: "" }),
  });
  const book = openBook({ sheets, clock, tables, run: "run" });
  const range = { sheetId: 1001, dimension: "COLUMNS", startIndex: 1, endIndex: 2 };
  sheets.before("batchUpdate", () =>
    sheets.request("POST", ":batchUpdate", { requests: [{ insertDimension: { range } }] }),
  );
  // Shifted by one column, all three lie under the key "A / mihon": one as its row, two as its doubles.
  book.plan([rowsFor(lines, "import", [line("1"), line("2"), line("3")])]).commit();
  expect(
    valuesOf(sheets, "明細")
      .slice(1)
      .filter((row) => row.some((cell) => cell !== "")),
  ).toEqual(["1", "2", "3"].map((detail) => ["A", "", detail, "mihon", "", 1, expect.stringMatching(/^#/)]));
});
