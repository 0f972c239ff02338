import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fieldsOf, kindsOf, tableOf } from "../../../src/desk/archive/bigquery/bigquery-schema.ts";
import { type Gate, raiseAfter, raiseInstead, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import type { SentRow } from "../../support/archive-script.ts";
import { AUGUST, lineRow, openStore, PROJECT, type StoreBench, shipmentRow } from "../../support/archive-store.ts";
import { guillotine, momentsOf } from "../../support/guillotine.ts";

const A = "123456-20260730-0000000001";
const B = "123456-20260730-0000000002";
const SHIPMENTS = `\`${PROJECT}.archive.shipments\``;
const LINES = `\`${PROJECT}.archive.lines\``;

const rowsOf = async ({ query }: StoreBench) => [
  ...(await query(`SELECT orderNumber, batch, memo FROM ${SHIPMENTS} ORDER BY orderNumber, batch`)),
  ...(await query(`SELECT orderNumber, batch, name FROM ${LINES} ORDER BY orderNumber, batch`)),
];

const both = (order: string, cells: SentRow["cells"] = {}) => [shipmentRow(order, cells), lineRow(order, cells)];

const plain = (rows: readonly SentRow[]) =>
  rows.map(({ table, key, cells }) => ({
    table,
    key,
    cells: Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null && cell !== "")),
  }));

const TEXTS = {
  "a comma": "りんご,みかん",
  "line breaks": "一行目\n二行目\r\n三行目",
  "leading zeros": "007",
  quotes: "\"二重\" と '一重' と `逆`",
  "a backslash": "C:\\n\\u0041\\",
  "the line separator of Unicode": "前\u2028後\u2029",
  emoji: "👩‍👩‍👧‍👦🍎",
  "half a character": "\ud83c と \udf4e",
  "the character of number nought": "a\u0000b",
  "as much as a cell holds": "𠮷".repeat(25_000),
  "what looks like SQL": "'); DROP TABLE shipments; --",
  "what looks like JSON": '{"a":null}',
  "the word null": "null",
  blanks: "  前後  ",
};

test("every text arrives as it was", async () => {
  await using bench = await openStore();
  const rows = Object.values(TEXTS).map((memo, at) => shipmentRow(`${A}${at}`, { memo }));
  await bench.call("put", PROJECT, "first", rows);
  const orders = rows.map(({ orderNumber }) => orderNumber);
  expect(await bench.call("verify", PROJECT, orders)).toEqual(await bench.call("digest", rows));
  for (const [at, row] of rows.entries()) {
    const found = await bench.call("find", PROJECT, `${A}${at}`);
    expect(plain(found!.rows)).toEqual(plain([row]));
  }
});

/** Whatever people type into a cell, also where it does not belong. */
const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.boolean(),
  fc.constant(null),
);

const names = Object.keys(kindsOf("shipments")).filter((name) => !["orderNumber", "basketId"].includes(name));
const anyRow = fc
  .dictionary(fc.constantFrom(...names), cell)
  .map((cells) => ({ ...cells, shippedDay: AUGUST, batch: "first" }));

test("any cells come back as they were, whatever the type of their column", async () => {
  await using bench = await openStore();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 100 }), async (all) => {
      const order = `${A}-${++round}`;
      const rows = all.map((cells, at) => shipmentRow(order, { ...cells, basketId: String(at) }));
      await bench.call(
        "put",
        PROJECT,
        `round-${round}`,
        rows.map((row) => ({ ...row, cells: { ...row.cells, batch: `round-${round}` } })),
      );
      expect(await bench.call("verify", PROJECT, [order])).toEqual(await bench.call("digest", rows));
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test("columns are typed for those who look at them in BigQuery, and described as the sheets call them", async () => {
  await using bench = await openStore();
  const cells = { shippedOn: AUGUST, orderedAt: AUGUST + 0.4375, cancelConfirmed: true, trackingNumber: 123456789012 };
  await bench.call("put", PROJECT, "first", [shipmentRow(A, cells), lineRow(A, { units: 3 })]);
  expect(
    await bench.query(
      `SELECT shippedOn, orderedAt, cancelConfirmed, trackingNumber, exact, shippedDay FROM ${SHIPMENTS}`,
    ),
  ).toEqual([
    ["2026-08-01", "2026-08-01T10:30:00", "true", "123456789012", '{"trackingNumber":123456789012}', "2026-08-01"],
  ]);
  expect(await bench.query(`SELECT units FROM ${LINES}`)).toEqual([["3.0"]]);
});

test("a batch is put once, however often", async () => {
  await using bench = await openStore();
  await bench.call("put", PROJECT, "first", both(A));
  const again = await bench.run("put", PROJECT, "first", both(A));
  expect(again.calls.map(({ method }) => method)).not.toContain("Jobs.insert");
  expect(await rowsOf(bench)).toHaveLength(2);
});

test("an order that changed meanwhile replaces what was there of it, and other orders of its day stay", async () => {
  await using bench = await openStore();
  await bench.call("put", PROJECT, "first", [...both(A), ...both(B)]);
  await bench.call("put", PROJECT, "second", both(A, { batch: "second", memo: "新", name: "新" }));
  expect(await rowsOf(bench)).toEqual([
    [A, "second", "新"],
    [B, "first", null],
    [A, "second", "新"],
    [B, "first", null],
  ]);
});

test("an order that was taken out can be put again", async () => {
  await using bench = await openStore();
  await bench.call("put", PROJECT, "first", [...both(A), ...both(B)]);
  await bench.call("remove", PROJECT, [A]);
  expect(await bench.call("ordersOf", PROJECT, "first")).toEqual([B]);
  await bench.call("put", PROJECT, "first", [...both(A), ...both(B)]);
  expect((await bench.call("ordersOf", PROJECT, "first")).toSorted()).toEqual([A, B]);
  expect(await rowsOf(bench)).toHaveLength(4);
});

test("what is nowhere is not found, before anything was archived and after", async () => {
  await using bench = await openStore();
  expect(await bench.call("find", PROJECT, A)).toBeNull();
  expect(await bench.call("verify", PROJECT, [A])).toMatchObject({ count: 0 });
  await bench.call("put", PROJECT, "first", both(A));
  expect(await bench.call("find", PROJECT, B)).toBeNull();
  const found = await bench.call("find", PROJECT, A);
  expect(found).toMatchObject({ place: `BigQuery（${PROJECT}.archive）`, link: expect.stringContaining(PROJECT) });
  expect(found!.rows.map(({ table, key }) => [table, key])).toEqual(both(A).map(({ table, key }) => [table, key]));
});

test("personal data of rows shipped before a day is erased in every column that may hold it, once", async () => {
  await using bench = await openStore();
  const personal = { name: "楽天 花子", phone1: 312345678, memo: "花子様", state: "出荷済" };
  await bench.call("put", PROJECT, "first", [
    shipmentRow(A, personal),
    lineRow(A, { choice: "名入れ: 花子", units: "2個" }),
    shipmentRow(B, { ...personal, shippedDay: AUGUST + 1 }),
  ]);
  expect(await bench.call("erase", PROJECT, AUGUST + 1)).toEqual({ rows: 2, finished: true });
  expect(await bench.call("erase", PROJECT, AUGUST + 1)).toEqual({ rows: 0, finished: true });
  const [shipment, line] = (await bench.call("find", PROJECT, A))!.rows;
  expect(shipment!.cells).toMatchObject({ name: null, memo: null, state: "出荷済" });
  expect(shipment!.cells.phone1 ?? null).toBeNull();
  expect(line!.cells).toMatchObject({ choice: null, units: "2個" });
  expect((await bench.call("find", PROJECT, B))!.rows[0]!.cells).toMatchObject({ name: "楽天 花子", memo: "花子様" });
  expect(JSON.stringify(await bench.query(`SELECT * FROM ${SHIPMENTS} WHERE orderNumber = '${A}'`))).not.toContain(
    "花子",
  );
});

test("killed after any call and run again, an order's rows replace its earlier ones once, and the others of their day stay", async () => {
  const { gate, arm, disarm } = guillotine();
  await using bench = await openStore({ gate });
  await bench.call("put", PROJECT, "other", both(B, { batch: "other" }));
  await bench.call("put", PROJECT, "earlier", both(A, { batch: "earlier" }));
  let at = 46_350;
  const putAs = (batch: string) =>
    bench.run("put", PROJECT, batch, both(A, { batch, archivedAt: at++, memo: batch, name: batch }));
  const { calls } = await putAs("undisturbed");
  const moments = momentsOf(calls.map(({ name }) => name)).filter(({ after, when }) => after && when.includes("Jobs"));
  for (const { index, when } of moments) {
    arm(index, true);
    expect((await putAs(`batch-${index}`)).outcome, when).toBe("killed");
    disarm();
    expect((await putAs(`batch-${index}`)).outcome, when).toBe("completed");
    expect(await rowsOf(bench), when).toEqual([
      [A, `batch-${index}`, `batch-${index}`],
      [B, "other", null],
      [A, `batch-${index}`, `batch-${index}`],
      [B, "other", null],
    ]);
  }
});

test.each(["Datasets.insert", "Tables.insert"])(
  "killed after %s and run again, all rows are there once",
  async (name) => {
    const { gate, arm, disarm } = guillotine();
    await using undisturbed = await openStore();
    const { calls } = await undisturbed.run("prepare", PROJECT);
    await using bench = await openStore({ gate });
    arm(
      calls.findIndex(({ method }) => method === name),
      true,
    );
    expect((await bench.run("put", PROJECT, "first", both(A))).outcome).toBe("killed");
    disarm();
    await bench.call("put", PROJECT, "first", both(A));
    expect(await rowsOf(bench)).toHaveLength(2);
  },
);

const onCall = (method: string, verdict: ReturnType<typeof raiseAfter>): Gate => {
  let done = false;
  return {
    pass(call) {
      if (done || call.method !== method) return serve;
      done = true;
      return verdict;
    },
  };
};
const lost = { name: "Exception", message: "Empty response" };

test.each([
  ["lost", raiseAfter(lost)],
  ["refused for the moment", raiseInstead({ ...lost, details: { code: 503, message: "Backend error" } })],
])("a load whose answer is %s is looked after at once, and not begun twice", async (_, verdict) => {
  await using bench = await openStore({ gate: onCall("Jobs.insert", verdict) });
  await bench.call("put", PROJECT, "first", both(A));
  expect(await rowsOf(bench)).toHaveLength(2);
});

test("a table of an earlier version gets the columns that it lacks, and keeps those that a shop added", async () => {
  await using bench = await openStore();
  const fields = fieldsOf("shipments").filter(({ name }) => name !== "memo");
  await bench.methods["datasets.insert"](OPERATOR, { datasetReference: { datasetId: "archive" } }, PROJECT);
  await bench.methods["tables.insert"](
    OPERATOR,
    {
      ...tableOf("shipments"),
      tableReference: { tableId: "shipments" },
      schema: { fields: [...fields, { name: "own", type: "STRING" }] },
    },
    PROJECT,
    "archive",
  );
  await bench.call("put", PROJECT, "first", both(A, { memo: "夜" }));
  expect(await bench.query(`SELECT memo, own FROM ${SHIPMENTS}`)).toEqual([["夜", null]]);
});

test.each([
  ["dataset", { defaultPartitionExpirationMs: "5184000000" }],
  ["dataset", { defaultTableExpirationMs: "5184000000" }],
])("nothing is put into a %s in which it would vanish by itself", async (_, expiry) => {
  await using bench = await openStore();
  await bench.methods["datasets.insert"](OPERATOR, { datasetReference: { datasetId: "archive" }, ...expiry }, PROJECT);
  const { error } = await bench.run("put", PROJECT, "first", both(A));
  expect(error?.message).toContain(`BigQueryの「${PROJECT}.archive」には有効期限があり`);
});

test.each([
  ["whose API is off", { apiDisabled: true }, `プロジェクト「${PROJECT}」でBigQuery APIが有効になっていません。`],
  ["in which one may do nothing", { members: ["owner@example.com"] }, "BigQueryを使う権限がありません。"],
  ["without billing", { billing: false }, "請求先アカウントがありません（BigQueryサンドボックス）。"],
])("a project %s is told with its cure, and nothing is put", async (_, project, text) => {
  await using bench = await openStore({ projects: { [PROJECT]: project } });
  const { outcome, error } = await bench.run("put", PROJECT, "first", both(A));
  expect([outcome, error?.name]).toEqual(["failed", "Problem"]);
  expect(error?.message).toContain(text);
});

test.each([
  ["in whose manifest BigQuery is not", { dependencies: {} }, "このスクリプトではBigQueryが無効になっています。"],
  [
    "that was not given the right",
    { oauthScopes: ["https://www.googleapis.com/auth/spreadsheets"] },
    "BigQueryを使う許可がまだありません。",
  ],
])("a script %s says so", async (_, manifest, text) => {
  await using bench = await openStore({ manifest });
  expect((await bench.run("put", PROJECT, "first", both(A))).error?.message).toContain(text);
});

test("a project that is not there is told by its name", async () => {
  await using bench = await openStore();
  const { error } = await bench.run("put", "no-such-project", "first", both(A));
  expect(error?.message).toContain("プロジェクト「no-such-project」が見つかりません。");
});
