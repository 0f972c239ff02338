import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import type { Browser, Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { OPERATOR } from "../../workbench/people.ts";
import { numbered, PARCELS, TODAY } from "../support/report-desk.ts";
import { barriers } from "./barriers.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const REPORT = "出荷実績を送信";
const CSV = "RMS用CSVを作成";
const CONFIRM = "注文を確認済みにする";

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await openPage(browser, { bundle: readBundle("dist"), orders: 1, connected: true, reportDelay: 1000 });
});
afterEach(async () => {
  expect(desk).toMatchObject({ foreign: [], errors: [] });
  await desk[Symbol.asyncDispose]();
});

const run = async (fn: string, ...args: unknown[]) => {
  const source = args.length > 0 ? "run" : "menu";
  const execution = await desk.workbench.host.run({ fn, args, user: OPERATOR, source });
  expect(execution.outcome).toBe("completed");
  return execution.value;
};

async function open(title: string): Promise<Frame> {
  await desk.choose("API連携登録", title);
  const iframe = desk.page.getByRole("dialog", { name: title }).locator("iframe");
  await iframe.contentFrame().locator("h2, button, .notice").first().waitFor();
  return (await (await iframe.elementHandle())?.contentFrame()) as Frame;
}

type Typed = Readonly<Record<string, string | number>>;

/** Types cells by header into the row of a sheet whose first column is the key, as staff do. */
function types(sheet: string, key: string, cells: Typed): void {
  const [headers = [], ...rows] = desk.values(`${sheet}!A:BZ`) as string[][];
  const rowIndex = rows.findIndex(([first]) => first === key) + 1;
  const requests = Object.entries(cells).map(([header, value]) => {
    const userEnteredValue = typeof value === "number" ? { numberValue: value } : { stringValue: value };
    const start = { sheetId: desk.sheetId(sheet), rowIndex, columnIndex: headers.indexOf(header) };
    return { updateCells: { start, rows: [{ values: [{ userEnteredValue }] }], fields: "userEnteredValue" } };
  });
  expect(rowIndex).toBeGreaterThan(0);
  expect(desk.batchUpdate(OPERATOR, requests).status).toBe(200);
}

/** People packed them: an order a row, each with its carrier and number. */
async function packs(entries: Readonly<Record<string, readonly [carrier: string, number: string]>>): Promise<void> {
  types("配送サービスマスタ", "宅配便", { 配送会社: YAMATO });
  await run("importShipments");
  for (const [orderNumber, [配送会社, 伝票番号]] of Object.entries(entries))
    types("出荷リスト", orderNumber, { 配送会社, 伝票番号, 発送日: TODAY });
}

/** In the settings panel, as the operator does it. */
async function switchOn(): Promise<void> {
  await desk.choose("API連携登録", "API接続設定");
  const iframe = desk.page.getByRole("complementary", { name: "API接続設定" }).locator("iframe");
  const panel = iframe.contentFrame();
  await panel.getByRole("switch", { name: "「注文を確認済みにする」を使う" }).click();
  await panel.getByLabel("楽天へ報告する発送日").selectOption("送信する日");
  await panel.getByRole("button", { name: /^保存/ }).click();
  await panel.getByRole("status").getByText("保存しました。").waitFor();
  const stored = JSON.parse(desk.workbench.host.documentProperties().settings ?? "");
  expect(stored).toMatchObject({ confirmOrders: true, shippingDate: "today" });
}

const stateOf = (orderNumber: string): unknown => {
  const [headers = [], ...rows] = desk.values("出荷リスト!A:BZ") as string[][];
  return rows.find(([first]) => first === orderNumber)?.[headers.indexOf("報告状態")] ?? "";
};

const isWithin = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

const picture = (name: string) =>
  process.env.PICTURES === undefined
    ? undefined
    : desk.page.screenshot({ path: `${process.env.PICTURES}/${name}.png` });

const [A, B, C, D] = [numbered(1), numbered(2), numbered(3), numbered(4)] as [string, string, string, string];
const YAMATO = "1001 ヤマト運輸";
const [FIRST, SECOND, THIRD] = PARCELS as [string, string, string];
const blank = (shippingDetailId: number) => ({
  shippingDetailId,
  deliveryCompany: "1000",
  shippingNumber: null,
  shippingDate: null,
});

test("people see what would be sent and what cannot be, delete what keeps an order open, and then send", async () => {
  const { shop } = desk.workbench.sandbox;
  shop.add({ orderNumber: A });
  shop.add({ orderNumber: B, packages: [{ shippings: [blank(7001), blank(7002)] }] });
  shop.add({ orderNumber: C });
  shop.add({ orderNumber: D });
  await packs({ [A]: [YAMATO, FIRST], [B]: [YAMATO, SECOND], [C]: ["○○運輸", THIRD], [D]: [YAMATO, "3.9E+11"] });
  const frame = await open(REPORT);
  await frame.getByText("注文2件、荷物2個を送信します。").waitFor();
  await frame.getByText(/楽天から購入者[12]名へ発送メールが送られます。まだ何も送信していません。/).waitFor();
  await frame.getByText("新規 2行、変更 0行、送信できない 2行").waitFor();
  await frame.getByText("配送会社「○○運輸」は楽天の配送会社ではありません。").waitFor();
  expect(await barriers(frame)).toEqual([]);
  expect(await isWithin(frame)).toBe(true);
  await picture("report-preview");
  await frame.getByText(new RegExp(`^\\d+行目 ${C}$`)).waitFor();
  expect(stateOf(A)).toBe("");

  const remove = frame.getByRole("button", { name: "1件を削除…" });
  await remove.focus();
  await desk.page.keyboard.press("Enter");
  const question = frame.getByRole("alertdialog");
  await question.getByText("番号のない発送情報を1件、楽天から削除しますか？").waitFor();
  await frame.waitForFunction("document.activeElement.id === 'keep'");
  expect(await barriers(frame)).toEqual([]);
  await picture("report-leftover");
  await desk.page.keyboard.press("Enter");
  await question.waitFor({ state: "detached" });
  await remove.click();
  await question.getByRole("button", { name: "削除する" }).click();
  await frame.waitForFunction("document.activeElement.id === 'look'");
  expect(shop.find(B)?.packages[0]?.shippings.map(({ shippingDetailId }) => shippingDetailId)).toEqual([7001]);
  await desk.page.keyboard.press("Enter");

  await frame.getByRole("button", { name: "注文2件を楽天へ送信する" }).click();
  await frame.getByText(/^送信済 2件/).waitFor();
  await picture("report-sent");
  expect([stateOf(A), stateOf(B), stateOf(C)]).toEqual(["送信済", "送信済", "エラー"]);
  expect([shop.progress(A), shop.progress(B)]).toEqual([500, 500]);
  await frame.getByRole("button", { name: "もう一度確認する" }).click();
  await frame.getByText("送信する出荷実績はありません。").waitFor();
  expect(await barriers(frame)).toEqual([]);
}, 180_000);

test("files for RMS are saved in CP932, and only then, on people's word, the rows say so", async () => {
  const { shop } = desk.workbench.sandbox;
  shop.add({ orderNumber: A });
  shop.add({ orderNumber: B });
  await packs({ [A]: [YAMATO, FIRST], [B]: ["○○運輸", SECOND] });
  const frame = await open(CSV);
  await frame.getByText("1行を1個のファイルにしました。まだ何も記録していません。").waitFor();
  await frame.getByText("ファイルに入れない行（1行）").waitFor();
  expect(await barriers(frame)).toEqual([]);
  expect(await isWithin(frame)).toBe(true);
  await picture("report-csv");
  const record = frame.getByRole("button", { name: "「CSV作成済」と記録する" });
  expect(await record.getAttribute("aria-disabled")).toBe("true");
  await record.click({ force: true });
  expect(stateOf(A)).toBe("");

  const saving = desk.page.waitForEvent("download");
  await frame.getByRole("button", { name: /^shipping_\d{8}_\d{4}_1\.csvを保存$/ }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^shipping_\d{8}_\d{4}_1\.csv$/);
  expect(shop.uploadShippingCsv(iconv.decode(readFileSync(await file.path()), "CP932"))).toEqual([]);
  await record.click();
  await frame.getByRole("status").getByText("CSV作成済 1件。").waitFor();
  expect(stateOf(A)).toBe("CSV作成済");
  expect(shop.progress(A)).toBe(300);

  await frame.getByRole("button", { name: "もう一度読み込む" }).click();
  await frame.getByText("RMS用CSVに入れる行はありません。").waitFor();
  await frame.getByRole("switch", { name: "作り直す" }).click();
  await frame.getByText("1行を1個のファイルにしました。").waitFor();
  expect(await barriers(frame)).toEqual([]);
  await picture("report-csv-again");
}, 180_000);

test("orders that wait are chosen, asked about, confirmed, and each has its result", async () => {
  const { shop } = desk.workbench.sandbox;
  shop.add({ orderNumber: A, progress: 100 });
  shop.add({ orderNumber: B, progress: 100 });
  const off = await open(CONFIRM);
  await off.getByText("注文の確認は無効になっています。").waitFor();
  await desk.page.getByRole("button", { name: "閉じる" }).click();
  await switchOn();

  const frame = await open(CONFIRM);
  await frame.getByText(/^注文確認待ちの注文が\d+件あります。/).waitFor();
  const button = frame.getByRole("button", { name: /^選んだ\d+件を確認済みにする$/ });
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  expect(await barriers(frame)).toEqual([]);
  expect(await isWithin(frame)).toBe(true);
  await frame.getByRole("checkbox", { name: A }).check();
  await picture("confirm-orders");
  await button.click();
  const question = frame.getByRole("alertdialog");
  await question.getByText("1件の注文を確認済みにしますか？").waitFor();
  expect(await barriers(frame)).toEqual([]);
  await question.getByRole("button", { name: "確認済みにする" }).click();
  await frame.getByRole("row", { name: `${A} 確認済みにしました。` }).waitFor();
  await frame.waitForFunction("document.activeElement.id === 'look'");
  await picture("confirm-orders-done");
  expect(shop.progress(A)).toBeGreaterThan(100);
  expect(shop.progress(B)).toBe(100);
  expect(await barriers(frame)).toEqual([]);
}, 180_000);
