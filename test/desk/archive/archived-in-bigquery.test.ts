import { afterEach, expect, test } from "vitest";
import type { Notice } from "../../../src/run/notice.ts";
import { killAfter, killBefore, openGate, serve, type Verdict } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import { PROJECTS } from "../../../workbench/workbench.ts";
import type { Desk, DeskOptions } from "../../support/desk.ts";
import { A, B, C, enters, LIST, openReports, PARCELS, reports } from "../../support/report-desk.ts";

const [PROJECT] = Object.keys(PROJECTS) as [string];

let desk: Desk;
afterEach(() => desk.close());

/** Three orders that left on one day, long ago by now, and BigQuery to keep them. */
async function longShipped(options: DeskOptions = {}): Promise<void> {
  desk = await openReports(
    [A, B, C].map((orderNumber) => ({ orderNumber })),
    options,
  );
  for (const [at, order] of [A, B, C].entries()) enters(desk, order, { numbers: PARCELS[at] as string });
  await reports(desk);
  await desk.passes(10);
  await reports(desk);
  await desk.importShipments();
  const settings = { archiveAfterDays: 30, archiveTo: "bigquery", bigQueryProject: PROJECT, retentionDays: 3650 };
  await desk.run("saveSettings", OPERATOR, [{ settings }]);
  await desk.passes(31 * 24 * 60);
}

const housekeeping = () => desk.run("housekeeping");
const listed = () => desk.rows(LIST).map((row) => row.注文番号);

const archived = (table: string): Promise<string[]> => column(table, "orderNumber");

async function column(table: string, name: string): Promise<string[]> {
  const query = `SELECT ${name} FROM \`${PROJECT}.shukka_sheet.${table}\` ORDER BY orderNumber`;
  const { methods } = desk.workbench.bigQuery;
  const { rows = [] } = await methods["jobs.query"](OPERATOR, { query, useLegacySql: false }, PROJECT);
  return rows.map(({ f }) => String(f?.[0]?.v));
}

test("orders shipped long ago leave the lists for BigQuery, and are found there by their number", async () => {
  await longShipped({ answer: ({ buttons }) => ({ button: "OK", text: buttons === "OK_CANCEL" ? B : "" }) });
  expect(((await housekeeping()).value as Notice).remedy).toBe("none");
  expect(listed()).toEqual([]);
  expect(await archived("shipments")).toEqual([A, B, C]);
  expect(await archived("lines")).toEqual([A, B, C]);
  await desk.run("findShipped");
  expect(desk.ui.shown.at(-1)).toMatchObject({ kind: "alert", prompt: expect.stringContaining("BigQuery") });
});

test("what is personal of orders in BigQuery is erased when its time is over, and counted in the log", async () => {
  await longShipped();
  await housekeeping();
  expect(await column("shipments", "name")).not.toContain("null");
  await desk.run("saveSettings", OPERATOR, [{ settings: { retentionDays: 30 } }]);
  const { report } = (await housekeeping()).value as Notice;
  expect(report?.counts).toMatchObject({ erasedThere: 3 });
  expect(await column("shipments", "name")).toEqual(["null", "null", "null"]);
  expect(await archived("shipments")).toEqual([A, B, C]);
});

test.each<[string, string, Verdict]>([
  ["after its rows began to load", "BigQuery.Jobs.insert", killAfter],
  ["before its orders leave the list", "Sheets.Spreadsheets.batchUpdate", killBefore],
  ["after its orders left the list", "Sheets.Spreadsheets.batchUpdate", killAfter],
])("a run killed %s is made up for by the next, with no row twice and none lost", async (_, name, verdict) => {
  let [armed, loaded] = [false, false];
  await longShipped({
    gate: {
      ...openGate,
      pass(call) {
        loaded ||= call.name === "BigQuery.Jobs.insert";
        if (!armed || !loaded || call.name !== name) return serve;
        armed = false;
        return verdict;
      },
    },
  });
  armed = true;
  expect((await housekeeping()).outcome).toBe("killed");
  expect(((await housekeeping()).value as Notice).remedy).toBe("none");
  expect(listed()).toEqual([]);
  expect(await archived("shipments")).toEqual([A, B, C]);
  expect(await archived("lines")).toEqual([A, B, C]);
});

test("while BigQuery cannot be used, orders stay on the list, and the log says what lacks", async () => {
  await longShipped();
  await desk.run("saveSettings", OPERATOR, [{ settings: { bigQueryProject: "shukka-sandbox" } }]);
  await housekeeping();
  expect(listed()).toEqual([A, B, C]);
  expect(JSON.stringify(desk.rows("連携ログ"))).toContain("請求先アカウントがありません（BigQueryサンドボックス）");
});
