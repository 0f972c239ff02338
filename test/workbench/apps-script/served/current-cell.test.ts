import { expect, test } from "vitest";
import { OPERATOR, openHost, returned, STAFF } from "../script-host.ts";

const script = `function where() {
  const cell = SpreadsheetApp.getCurrentCell();
  return [cell.getSheet().getName(), cell.getA1Notation(), cell.getRow(), cell.getColumn(), SpreadsheetApp.getActiveSheet().getName()];
}`;

test("a script finds the person in the cell of the window from which it was started, each in their own", async () => {
  await using host = openHost(script);
  const where = async (user: string, row: number, column: number) =>
    returned(await host.run({ fn: "where", user, source: "menu", currentCell: { sheetId: 0, row, column } }));
  const [staff, operator] = await Promise.all([where(STAFF, 4, 27), where(OPERATOR, 0, 2)]);
  expect(staff).toEqual(["出荷リスト", "AB5", 5, 28, "出荷リスト"]);
  expect(operator).toEqual(["出荷リスト", "C1", 1, 3, "出荷リスト"]);
});

test.each([
  ["that runs without a window", undefined],
  ["whose window shows a sheet that is gone meanwhile", { sheetId: 99, row: 4, column: 2 }],
])("a script %s finds the first cell of the first sheet", async (_, currentCell) => {
  await using host = openHost(script);
  const run = { fn: "where", user: OPERATOR, source: "run", ...(currentCell && { currentCell }) } as const;
  expect(returned(await host.run(run))).toEqual(["出荷リスト", "A1", 1, 1, "出荷リスト"]);
});
