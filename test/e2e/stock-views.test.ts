import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import type { Browser, Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { LISTED_ORDERS, orderListText } from "../../src/desk/stock/rules/order-list.ts";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { OPERATOR, STAFF } from "../../workbench/workbench.ts";
import { barriers } from "./barriers.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const BREAKDOWN = "内訳を見る";
const DOWNLOAD = "在庫をダウンロード";
const AGAIN = "選んでいる行の内訳を見る";

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await openPage(browser, { bundle: readBundle("dist"), orders: 1, connected: true });
});
afterEach(async () => {
  expect(desk).toMatchObject({ foreign: [], errors: [] });
  await desk[Symbol.asyncDispose]();
});

const order = (at: number) => `123456-20261124-${String(at).padStart(10, "0")}`;
const listOf = (count: number) => orderListText(new Map(Array.from({ length: count }, (_, at) => [order(at), 2])));

type Row = Readonly<Record<string, string | number>>;

/** As the jobs leave it, below the header. */
async function fillStock(...rows: Row[]): Promise<void> {
  const headers = desk.values("在庫!1:1")[0] as string[];
  const cell = (value: string | number | undefined) =>
    value === undefined
      ? {}
      : { userEnteredValue: typeof value === "number" ? { numberValue: value } : { stringValue: value } };
  const start = { sheetId: desk.sheetId("在庫"), rowIndex: 1, columnIndex: 0 };
  const values = rows.map((row) => ({ values: headers.map((header) => cell(row[header])) }));
  desk.batchUpdate(OPERATOR, [{ updateCells: { start, rows: values, fields: "userEnteredValue" } }]);
  await desk.page.getByText("在庫", { exact: true }).click();
  await desk.settled();
}

async function open(title: string): Promise<Frame> {
  await desk.choose("API連携登録", title);
  const iframe = desk.page.getByRole("dialog", { name: title }).locator("iframe");
  await iframe.contentFrame().locator("h2, button, .notice").first().waitFor();
  return (await (await iframe.elementHandle())?.contentFrame()) as Frame;
}

const isWithin = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test("the breakdown shows the orders of the selected product, and of the next one that staff select beside it", async () => {
  await fillStock(
    {
      商品コード: "A-01",
      商品名: "架空の靴（黒・25cm）",
      棚卸数: 12,
      実在庫: 12,
      出荷指示数: 4,
      未出荷数: 2,
      出荷指示の注文番号: listOf(2),
      未出荷の注文番号: listOf(1),
    },
    { 商品コード: "B-02", 商品名: "架空の帽子", 出荷指示数: 1100, 未出荷数: 0, 出荷指示の注文番号: listOf(550) },
  );
  await desk.become(STAFF);
  await desk.page.getByText("在庫", { exact: true }).click();
  await desk.select("A2");
  const frame = await open(BREAKDOWN);
  await frame.getByRole("heading", { name: "A-01" }).waitFor();
  await frame.getByRole("heading", { name: "出荷指示 4（注文 2件）" }).waitFor();
  await frame.getByRole("heading", { name: "未出荷 2（注文 1件）" }).waitFor();
  const reserved = frame.getByRole("region", { name: "出荷指示" });
  expect(await reserved.locator("tbody tr").allInnerTexts()).toEqual([`${order(0)}\t2`, `${order(1)}\t2`]);
  expect(await barriers(frame)).toEqual([]);
  expect(await isWithin(frame)).toBe(true);

  await desk.select("A3");
  await frame.getByRole("button", { name: AGAIN }).click();
  await frame.getByRole("heading", { name: "B-02" }).waitFor();
  await frame.getByRole("heading", { name: "出荷指示 1,100（注文 550件）" }).waitFor();
  expect(await reserved.locator("tbody tr").count()).toBe(LISTED_ORDERS);
  expect(await reserved.locator("tfoot tr").allInnerTexts()).toEqual(["ほか50件\t100", "合計\t1,100"]);

  await desk.select("A1");
  await frame.getByRole("button", { name: AGAIN }).click();
  await frame.getByRole("alert").getByText("見出しの行です。").waitFor();
  expect(await barriers(frame)).toEqual([]);
  await desk.page.getByText("出荷リスト", { exact: true }).click();
  await frame.getByRole("button", { name: AGAIN }).click();
  await frame.getByRole("alert").getByText("いま選んでいるのは「出荷リスト」シートです。").waitFor();
}, 120_000);

test("在庫 is saved as CSV in CP932, and where that lacks a character, after a choice of UTF-8 or ？", async () => {
  await fillStock(
    {
      商品コード: "007",
      商品名: "架空の髙級靴",
      棚卸数: 1200,
      実在庫: 1200,
      出荷指示数: 4,
      出荷指示の注文番号: listOf(2),
    },
    { 商品コード: "-B", 商品名: "=帽子", 出荷指示数: 0 },
  );
  const frame = await open(DOWNLOAD);
  await frame.getByText("2行、").waitFor();
  await frame.getByText("で始まる文字が2か所あります").waitFor();
  expect(await barriers(frame)).toEqual([]);
  expect(await isWithin(frame)).toBe(true);
  const plain = iconv.decode(await saved(frame, "CSVを保存する"), "CP932");
  expect(plain.split("\r\n")[0]).toMatch(/^"商品コード","状態","商品名","棚卸数","安全在庫",/);
  expect(plain).toContain('\r\n"007",,"架空の髙級靴",1200,,1200,,4,');
  expect(plain).toContain(`"${order(0)}×2\n${order(1)}×2"`);
  expect(plain).toContain('\r\n"-B",,"=帽子",,,,,0,');
  expect(plain).not.toContain("照合");
  await frame.getByRole("status").getByText(".csv」をShift_JIS（CP932）で保存しました。").waitFor();

  await desk.page.getByRole("button", { name: "閉じる" }).click();
  await fillStock({ 商品コード: "007", 商品名: "ギフト😀" });
  const again = await open(DOWNLOAD);
  await again.getByText("Shift_JIS（CP932）にない文字が1か所あります").waitFor();
  await again.getByText("😀（U+1F600）").waitFor();
  expect(await barriers(again)).toEqual([]);
  expect(iconv.decode(await saved(again, "「？」に置き換えて保存する"), "CP932")).toContain('"007",,"ギフト？"');
  const utf8 = await saved(again, "UTF-8で保存する");
  expect(utf8.toString()).toMatch(/^\ufeff"商品コード".*"007",,"ギフト😀"/s);
  await again.getByRole("status").getByText("UTF-8（BOM付き）で保存しました。").waitFor();
  expect(await again.evaluate(() => document.activeElement?.textContent)).toBe("UTF-8で保存する");
}, 120_000);

/** What the button saves, under a name that tells when. */
async function saved(frame: Frame, button: string): Promise<Buffer> {
  const saving = desk.page.waitForEvent("download");
  await frame.getByRole("button", { name: button }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^在庫_\d{8}_\d{4}\.csv$/);
  return readFileSync(await file.path());
}
