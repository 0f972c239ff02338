import { expect, test } from "vitest";
import type { DeskContext } from "../../../src/desk/desk.ts";
import { housekeeping } from "../../../src/desk/retention/housekeeping.ts";
import { defaultSettings } from "../../../src/desk/settings/rules/settings.ts";
import { drafted } from "../../../src/desk/shipments/rules/draft.ts";
import { shipmentLineTable } from "../../../src/desk/shipments/shipment-line-table.ts";
import { shipmentTable } from "../../../src/desk/shipments/shipment-table.ts";
import { dashboardTable } from "../../../src/run/dashboard-table.ts";
import { logTable } from "../../../src/run/log-table.ts";
import { type Book, openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { destination, order } from "../../support/order.ts";
import { plainWays } from "../../support/rules.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const ROWS = Number(process.env.ROWS ?? 4_000);
const tables = [shipmentTable, shipmentLineTable, dashboardTable, logTable];

let runs = 0;
const open = (sheets: EngineSheets): Book => openBook({ sheets, clock, tables, run: `run${++runs}` });

/** Parcels that were shipped in September and closed. */
function filled(count: number): EngineSheets {
  const sheets = engineSheets();
  sheets.request("POST", ":batchUpdate", {
    requests: setUpRequests({ sheets: [] }, {}, { tables, who: "operator@example.com" }),
  });
  const rules = {
    ...plainWays,
    delivery: () => "unmapped" as const,
    band: () => "",
    productCode: () => "P",
    productCodeName: "商品管理番号",
  };
  const rows = Array.from({ length: count }, (_, at) => {
    const number = `123456-20260901-${String(at).padStart(10, "0")}`;
    const { shipment, lines } = drafted(order({ number, progress: 500 }), destination(), rules as never);
    return {
      shipment: { ...shipment, state: "出荷済" as const, questions: "", rmsShippedOn: "2026/09/02", orderedAt: 46266 },
      lines,
    };
  });
  for (let from = 0; from < count; from += 1000) {
    const some = rows.slice(from, from + 1000);
    open(sheets)
      .plan([
        rowsFor(
          shipmentTable,
          "import",
          some.map(({ shipment }) => shipment),
        ),
        rowsFor(
          shipmentLineTable,
          "import",
          some.flatMap(({ lines }) => lines),
        ),
      ])
      .commit();
  }
  return sheets;
}

test("many rows are erased in few commits, and a run that dies between them is carried on", () => {
  const sheets = filled(ROWS);
  const before = sheets.calls.length;
  const started = Date.now();
  const work = (dieAt = Number.POSITIVE_INFINITY) => {
    let commits = 0;
    const book = open(sheets);
    const context = {
      book,
      settings: defaultSettings,
      now: clock.now,
      deadline: new Date(8.64e15),
      progress() {},
      commit(plan: ReturnType<Book["plan"]>, extras: object) {
        if (++commits > dieAt) throw new Error("killed");
        plan.commit(extras);
      },
    };
    return housekeeping.work(context as unknown as DeskContext<never>);
  };
  expect(() => work(1)).toThrow("killed");
  const report = work();
  if (process.env.ROWS) console.log(report, sheets.calls.slice(before), Date.now() - started);
  const list = open(sheets).state(shipmentTable);
  expect([...list.rows.values()].filter(({ cells }) => cells.includes("見本 太郎"))).toEqual([]);
  expect(report).toMatchObject({ finished: true, counts: { held: {} } });
});
