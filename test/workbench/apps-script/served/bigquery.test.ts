import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { virtualClock } from "../../../../workbench/apps-script/clock.ts";
import { type BigQueryOptions, createBigQuery } from "../../../../workbench/bigquery/engine.ts";
import { evaluate, manifest, OPERATOR, openHost, returned, STAFF, START } from "../script-host.ts";

const enabled = {
  manifest: {
    ...manifest,
    dependencies: {
      enabledAdvancedServices: [{ userSymbol: "BigQuery", serviceId: "bigquery", version: "v2" }],
    },
  },
};

const PROJECTS = {
  shop: { members: [OPERATOR] },
  "free-shop": { billing: false },
  closed: { apiDisabled: true },
};

/** What every script of these tests has at hand. */
const prelude = `
  const P = "shop", location = "asia-northeast1";
  const thrown = (act) => { try { act(); } catch (error) { return [error.details.code, error.message]; } };
  const dataset = (more) => BigQuery.Datasets.insert({ datasetReference: { datasetId: "archive" }, location, ...more }, P);
  const fields = [{ name: "id", type: "STRING", mode: "REQUIRED" }, { name: "day", type: "DATE" }, { name: "n", type: "INT64" }];
  const table = (more) => BigQuery.Tables.insert({ tableReference: { tableId: "rows" }, schema: { fields },
    timePartitioning: { type: "DAY", field: "day" }, clustering: { fields: ["id"] }, ...more }, P, "archive");
  const lines = (rows) => Utilities.newBlob(rows.map((row) => JSON.stringify(row)).join("\\n"), "application/octet-stream");
  const begin = (jobId, rows, more) => BigQuery.Jobs.insert({ jobReference: { projectId: P, jobId, location }, configuration: { load: {
    destinationTable: { projectId: P, datasetId: "archive", tableId: "rows" }, sourceFormat: "NEWLINE_DELIMITED_JSON", ...more } } }, P, lines(rows));
  const state = (jobId) => BigQuery.Jobs.get(P, jobId, { location }).status;
  const load = (jobId, rows, more) => { begin(jobId, rows, more); Utilities.sleep(2000); return state(jobId); };
  const query = (text, queryParameters = []) => BigQuery.Jobs.query({ query: text, useLegacySql: false, queryParameters }, P);
  const values = (text, parameters) => (query(text, parameters).rows || []).map(({ f }) => f.map(({ v }) => v));
  const all = () => values("SELECT id, day, n FROM \`shop.archive.rows\` ORDER BY id");`;

const engine = (options: Partial<BigQueryOptions> = {}) => {
  const clock = virtualClock(START);
  const bigQuery = createBigQuery({ now: () => clock.now(), projects: PROJECTS, ...options });
  onTestFinished(() => bigQuery.close());
  return { clock, bigQuery };
};

const run = (body: string, options: Partial<BigQueryOptions> = {}): Promise<unknown> =>
  evaluate(prelude + body, { ...engine(options), bundle: enabled });

test("rows are loaded as lines of JSON and read as texts", async () => {
  const body = `dataset(); table();
    const status = load("one", [{ id: "007", day: "2026-11-24", n: 7 }, { id: "8", day: null, n: "8" }]);
    const { schema, totalRows } = query("SELECT id, day, n FROM \`shop.archive.rows\`");
    return [status, schema.fields.map(({ name, type }) => name + " " + type), totalRows, all(), BigQuery.Tables.get(P, "archive", "rows").numRows];`;
  expect(await run(body)).toEqual([
    { state: "DONE" },
    ["id STRING", "day DATE", "n INTEGER"],
    "2",
    [
      ["007", "2026-11-24", "7"],
      ["8", null, "8"],
    ],
    "2",
  ]);
});

test("a job waits, works and is done; until then nothing of it is there", async () => {
  const body = `dataset(); table();
    const states = [begin("slow", [{ id: "a" }]).status.state];
    for (const wait of [600, 600, 900]) { Utilities.sleep(wait); states.push(state("slow").state, all().length); }
    return states;`;
  expect(await run(body)).toEqual(["PENDING", "RUNNING", 0, "RUNNING", 0, "DONE", 1]);
});

test("a job of the same id is refused, and its rows are not loaded twice", async () => {
  const body = `dataset(); table(); load("part-1", [{ id: "a" }]);
    const again = thrown(() => begin("part-1", [{ id: "a" }])); Utilities.sleep(5000); return [again, all().length];`;
  expect(await run(body)).toEqual([
    [409, "API call to bigquery.jobs.insert failed with error: Already Exists: Job shop:asia-northeast1.part-1"],
    1,
  ]);
});

test("one row that does not fit fails the whole load, and its id stays taken", async () => {
  const body = `dataset(); table();
    const { state: reached, errorResult, errors } = load("bad", [{ id: "a", n: 1 }, { id: "b", n: "many" }]);
    return [reached, errorResult.reason, errors.map(({ message }) => message), all(), thrown(() => begin("bad", []))[0]];`;
  expect(await run(body)).toEqual([
    "DONE",
    "invalid",
    [
      "Error while reading data, error message: JSON table encountered too many errors, giving up. Rows: 2; errors: 1. Please look into the errors[] collection for more details.",
      "Error while reading data, error message: JSON parsing error in row starting at position 17: Could not convert value to integer. Field: n; Value: many",
    ],
    [],
    409,
  ]);
});

test.each([
  ["an unknown field", '{ id: "a", x: 1 }', "No such field: x."],
  ["a required field that is missing", "{ n: 1 }", "Missing required field: id."],
  [
    "a day that no calendar has",
    '{ id: "a", day: "2026-02-30" }',
    "Could not convert value to date. Field: day; Value: 2026-02-30",
  ],
])("a load tells of %s", async (_, row, text) => {
  const body = `dataset(); table(); return load("bad", [${row}]).errors[1].message;`;
  expect(await run(body)).toContain(text);
});

test("a load makes its table where it is missing, and may be told not to", async () => {
  const body = `dataset();
    const never = load("never", [{ id: "a" }], { createDisposition: "CREATE_NEVER" }).errorResult.message;
    load("make", [{ id: "a", day: "2026-11-24" }], { schema: { fields }, timePartitioning: { type: "DAY", field: "day" } });
    return [never, BigQuery.Tables.get(P, "archive", "rows").timePartitioning.field];`;
  expect(await run(body)).toEqual(["Not found: Table shop:archive.rows", "day"]);
});

test("truncating one day's partition leaves the other days", async () => {
  const body = `dataset(); table();
    load("both", [{ id: "a", day: "2026-11-23" }, { id: "b", day: "2026-11-24" }]);
    const into = (tableId) => ({ writeDisposition: "WRITE_TRUNCATE", destinationTable: { projectId: P, datasetId: "archive", tableId } });
    const wrong = load("wrong", [{ id: "x", day: "2026-11-23" }], into("rows$20261124")).errorResult.message;
    load("day", [{ id: "c", day: "2026-11-24" }], into("rows$20261124"));
    return [wrong, all().map(([id]) => id)];`;
  expect(await run(body)).toEqual([
    "Some rows belong to different partitions rather than destination partition 20261124",
    ["a", "c"],
  ]);
});

test("parameters are values, whatever they hold", async () => {
  const body = `dataset(); table(); load("one", [{ id: "' OR TRUE --" }, { id: "b" }]);
    const text = (name, value) => ({ name, parameterType: { type: "STRING" }, parameterValue: { value } });
    const list = (name, values) => ({ name, parameterType: { type: "ARRAY", arrayType: { type: "STRING" } },
      parameterValue: { arrayValues: values.map((value) => ({ value })) } });
    return [values("SELECT id FROM \`shop.archive.rows\` WHERE id = @id", [text("id", "' OR TRUE --")]),
      values("SELECT COUNT(*) FROM \`shop.archive.rows\` WHERE id IN UNNEST(@ids)", [list("ids", ["b", "c"])]),
      thrown(() => query("SELECT @id"))];`;
  expect(await run(body)).toEqual([
    [["' OR TRUE --"]],
    [["1"]],
    [400, "API call to bigquery.jobs.query failed with error: Query parameter 'id' not found"],
  ]);
});

test("an update counts its rows and needs a condition", async () => {
  const body = `dataset(); table(); load("one", [{ id: "a", n: 1 }, { id: "b", n: 2 }]);
    const { numDmlAffectedRows } = query("UPDATE \`shop.archive.rows\` SET n = NULL WHERE n > 1");
    return [numDmlAffectedRows, all(), thrown(() => query("DELETE FROM \`shop.archive.rows\`"))[0]];`;
  expect(await run(body)).toEqual([
    "1",
    [
      ["a", null, "1"],
      ["b", null, null],
    ],
    400,
  ]);
});

test("a long result comes in pages", async () => {
  const body = `dataset(); table(); load("one", ["a", "b", "c"].map((id) => ({ id })));
    const first = BigQuery.Jobs.query({ query: "SELECT id FROM \`shop.archive.rows\` ORDER BY id", useLegacySql: false, maxResults: 2 }, P);
    const rest = BigQuery.Jobs.getQueryResults(P, first.jobReference.jobId, { location, pageToken: first.pageToken });
    return [first.totalRows, first.rows.length, rest.rows[0].f[0].v, rest.pageToken];`;
  expect(await run(body)).toEqual(["3", 2, "c", null]);
});

test("what is not there, is there already or may not be touched is said as Google says it", async () => {
  const body = `const messages = [thrown(() => BigQuery.Datasets.get(P, "archive"))];
    dataset();
    messages.push(thrown(() => dataset()), thrown(() => BigQuery.Tables.get(P, "archive", "rows")));
    table();
    messages.push(thrown(() => table()), thrown(() => BigQuery.Datasets.insert({ datasetReference: { datasetId: "a-b" } }, P)));
    begin("here", []);
    messages.push(thrown(() => BigQuery.Jobs.get(P, "here")), thrown(() => BigQuery.Datasets.get("nowhere", "archive")),
      thrown(() => BigQuery.Datasets.get("closed", "archive")));
    return messages.map(([code, message]) => code + message.replace(/^.*failed with error:/, ""));`;
  expect(await run(body)).toEqual([
    "404 Not found: Dataset shop:archive",
    "409 Already Exists: Dataset shop:archive",
    "404 Not found: Table shop:archive.rows",
    "409 Already Exists: Table shop:archive.rows",
    '400 Invalid dataset ID "a-b". Dataset IDs must be alphanumeric (plus underscores) and must be at most 1024 characters long.',
    "404 Not found: Job shop:here",
    "404 Not found: Project nowhere",
    expect.stringMatching(/^403 BigQuery API has not been used in project closed before or it is disabled\. Enable it/),
  ]);
});

test("who is no member of the project is refused", async () => {
  await using host = openHost(`function f() { ${prelude} dataset(); }`, { ...engine(), bundle: enabled });
  const { error } = await host.run({ fn: "f", user: STAFF, source: "menu" });
  expect(error?.message).toContain(
    "Access Denied: Project shop: User does not have bigquery.datasets.create permission in project shop.",
  );
});

test("a project without billing changes no row and keeps nothing longer than 60 days", async () => {
  const body = `const days = String(60 * 86400000), F = "free-shop";
    const short = { defaultTableExpirationMs: days, defaultPartitionExpirationMs: days };
    const refused = thrown(() => BigQuery.Datasets.insert({ datasetReference: { datasetId: "archive" }, location }, F))[1];
    BigQuery.Datasets.insert({ datasetReference: { datasetId: "archive" }, location, ...short }, F);
    BigQuery.Tables.insert({ tableReference: { tableId: "rows" }, schema: { fields }, timePartitioning: { type: "DAY", field: "day" } }, F, "archive");
    BigQuery.Jobs.insert({ configuration: { load: { destinationTable: { projectId: F, datasetId: "archive", tableId: "rows" },
      sourceFormat: "NEWLINE_DELIMITED_JSON" } } }, F, lines([{ id: "old", day: "2026-08-01" }, { id: "new", day: "2026-11-01" }]));
    Utilities.sleep(2000);
    const ask = (text) => BigQuery.Jobs.query({ query: text, useLegacySql: false }, F);
    return [refused, ask("SELECT id FROM \`free-shop.archive.rows\`").rows.map(({ f }) => f[0].v),
      thrown(() => ask("UPDATE \`free-shop.archive.rows\` SET n = 1 WHERE TRUE"))[1]];`;
  expect(await run(body)).toEqual([
    expect.stringContaining("of less than 60 days while in sandbox mode."),
    ["new"],
    expect.stringContaining("DML queries are not allowed in the free tier."),
  ]);
});

test("columns may be added and described, not taken away", async () => {
  const body = `dataset(); table(); load("one", [{ id: "a" }]);
    BigQuery.Tables.patch({ schema: { fields: [...fields, { name: "note", type: "STRING", description: "備考" }] } }, P, "archive", "rows");
    load("two", [{ id: "b", note: "夜" }]);
    return [values("SELECT id, note FROM \`shop.archive.rows\` ORDER BY id"),
      thrown(() => BigQuery.Tables.patch({ schema: { fields } }, P, "archive", "rows"))[1]];`;
  expect(await run(body)).toEqual([
    [
      ["a", null],
      ["b", "夜"],
    ],
    expect.stringContaining("Field note is missing in new schema"),
  ]);
});

test("legacy SQL, Google's default, is not there", async () => {
  await expect(run(`BigQuery.Jobs.query({ query: "SELECT 1" }, P);`)).rejects.toThrow("useLegacySql");
});

test("a manifest that does not ask for the right may not use it", async () => {
  const bundle = { manifest: { ...enabled.manifest, oauthScopes: ["https://www.googleapis.com/auth/spreadsheets"] } };
  await expect(evaluate(`${prelude} dataset();`, { ...engine(), bundle })).rejects.toThrow(
    "Specified permissions are not sufficient to call BigQuery.Datasets.insert",
  );
});

test("tables and jobs survive a restart, and a load goes on that nobody waited for", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bigquery-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "bigquery.duckdb");
  const clock = virtualClock(START);
  const script = `${prelude} function write() { dataset(); table(); begin("one", [{ id: "a" }]); } function read() { return all(); }`;
  const started = async (fn: string) => {
    const bigQuery = createBigQuery({ now: () => clock.now(), projects: PROJECTS, file });
    await using host = openHost(script, { clock, bigQuery, bundle: enabled });
    const value = returned(await host.run({ fn, user: OPERATOR, source: "menu" }));
    await host.advance(5000);
    await bigQuery.close();
    return value;
  };
  await started("write");
  expect(await started("read")).toEqual([["a", null, null]]);
});
