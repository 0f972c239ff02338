import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { virtualClock } from "../../workbench/apps-script/clock.ts";
import { connect, createWorkbench, OPERATOR, type Workbench } from "../../workbench/workbench.ts";
import { LIST, numbersUpTo, TODAY } from "./report-desk.ts";

/** What it takes to report parcels that wait on 出荷リスト, all of them new. */
export interface ReportFigures {
  readonly sent: number;
  readonly postCalls: number;
  readonly resultCalls: number;
  readonly getCalls: number;
  readonly sheetsCalls: number;
  readonly runs: number;
  /** Of the largest request to Google, as JSON. */
  readonly largestBytes: number;
  /** Processor milliseconds of the add-on's thread; NaN where the system does not tell. */
  readonly cpu: number;
  readonly virtualSeconds: number;
  readonly realSeconds: number;
}

const NOW = new Date("2026-11-24T10:30:00+09:00");
const user = OPERATOR;

/** Reports `parcels` orders of one parcel each, on a list of `others` more that nobody has packed yet. */
export async function reportFigures(parcels: number, others = 0): Promise<ReportFigures> {
  const workbench = await createWorkbench({
    bundle: readBundle("dist"),
    clock: virtualClock(NOW),
    shop: { seed: "bench", orders: 0, skus: 50 },
  });
  const { sandbox } = workbench;
  await list(workbench, parcels + others);
  fillIn(workbench, parcels);
  const largest = largestOf(workbench);
  const calls = (name: string) => sandbox.calls.get(name) ?? 0;
  const before = calls("getOrder");
  const started = performance.now();
  const sums = { sent: 0, runs: 0, sheetsCalls: 0, cpu: 0, virtualSeconds: 0 };
  while (sums.sent < parcels) {
    const execution = await workbench.host.run({ fn: "reportShipments", user, source: "menu" });
    const { value, outcome } = execution;
    const report = (value as { report?: { counts: { updated: number } } } | undefined)?.report;
    if (outcome !== "completed" || report === undefined) throw new Error(`${outcome}: ${JSON.stringify(value)}`);
    sums.sent += report.counts.updated;
    sums.runs++;
    sums.sheetsCalls += execution.calls.filter(({ name }) => name.startsWith("Sheets.")).length;
    sums.cpu += execution.usage?.cpu ?? Number.NaN;
    sums.virtualSeconds += execution.milliseconds / 1000;
  }
  const figures = {
    ...sums,
    postCalls: calls("updateOrderShippingAsync"),
    resultCalls: calls("getResultUpdateOrderShippingAsync"),
    getCalls: calls("getOrder") - before,
    largestBytes: largest(),
    realSeconds: (performance.now() - started) / 1000,
  };
  await workbench.close();
  return figures;
}

async function list(workbench: Workbench, orders: number): Promise<void> {
  await connect(workbench);
  for (let index = 0; index < orders; index++)
    workbench.sandbox.shop.add({ ordered: new Date(NOW.getTime() - 3_600_000 - index * 20_000) });
  write(workbench, "配送サービスマスタ", "配送会社", [{ stringValue: "1001 ヤマト運輸" }]);
  for (let added = 0; added < orders; ) {
    const { value } = await workbench.host.run({ fn: "importShipments", user, source: "menu" });
    added += (value as { report: { counts: { added: number } } }).report.counts.added;
  }
}

function largestOf({ sheets }: Workbench): () => number {
  let largest = 0;
  const handle = sheets.handle.bind(sheets);
  sheets.handle = (request) => {
    if (request.method === "POST") largest = Math.max(largest, Buffer.byteLength(JSON.stringify(request.body)));
    return handle(request);
  };
  return () => largest;
}

type Value = { readonly stringValue: string } | { readonly numberValue: number };

function fillIn(workbench: Workbench, parcels: number): void {
  const all = (value: Value) => Array.from({ length: parcels }, () => value);
  const numbers = numbersUpTo(parcels).map((stringValue) => ({ stringValue }));
  write(workbench, LIST, "配送会社", all({ stringValue: "1001 ヤマト運輸" }));
  write(workbench, LIST, "伝票番号", numbers);
  write(workbench, LIST, "発送日", all({ numberValue: TODAY }));
}

/** From the second row down. */
function write({ sheets, spreadsheetId }: Workbench, sheet: string, header: string, values: readonly Value[]): void {
  const call = <Body>(method: string, path: string, body?: unknown): Body =>
    sheets.handle({ method, path: `/v4/spreadsheets/${spreadsheetId}${path}`, body, user }).body as Body;
  const { sheets: all } = call<{ sheets: { properties: { title: string; sheetId: number } }[] }>(
    "GET",
    "?fields=sheets.properties(title,sheetId)",
  );
  const { values: [headers = []] = [] } = call<{ values?: string[][] }>(
    "GET",
    `/values/${encodeURIComponent(`'${sheet}'!1:1`)}`,
  );
  const sheetId = all.find(({ properties }) => properties.title === sheet)?.properties.sheetId;
  const start = { sheetId, rowIndex: 1, columnIndex: headers.indexOf(header) };
  const rows = values.map((userEnteredValue) => ({ values: [{ userEnteredValue }] }));
  call("POST", ":batchUpdate", { requests: [{ updateCells: { start, rows, fields: "userEnteredValue" } }] });
}
