import { readFileSync } from "node:fs";
import type { Browser, Frame, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { STAFF } from "../../workbench/workbench.ts";
import { csvBytes, csvText } from "../support/csv.ts";
import { barriers } from "./barriers.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const PANEL = "商品CSVを取り込む";
const HEADER = ["商品管理番号（商品URL）", "商品番号", "商品名", "SKU管理番号", "システム連携用SKU番号", "在庫数"];

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

async function openPanel(open = () => desk.choose("API連携登録", PANEL)): Promise<Frame> {
  await open();
  const iframe = desk.page.getByRole("complementary", { name: PANEL }).locator("iframe");
  await iframe.contentFrame().locator("p, button").first().waitFor();
  return (await (await iframe.elementHandle())?.contentFrame()) as Frame;
}

const file = (name: string, ...rows: string[][]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(csvBytes(csvText([HEADER, ...rows]))),
});
const item = (number: string, name: string) => [number, number.toUpperCase(), name, "", "", ""];
const sku = (number: string, id: string, code: string, stock = "3") => [number, "", "", id, code, stock];
const choose = (frame: Frame, ...files: ReturnType<typeof file>[]) =>
  frame.locator("input[type=file]").setInputFiles(files);
const useCode = (frame: Frame, label: string) => frame.getByLabel("商品コードに使う項目").selectOption(label);
const press = (frame: Frame, name: string) => frame.getByRole("button", { name, exact: true }).click();

test("files are chosen, looked at and imported; what is refused comes as a CSV, and the setting changes only after asking", async () => {
  const frame = await openPanel();
  await frame.getByRole("button", { name: "ファイルを選ぶ" }).waitFor();
  expect(await barriers(frame)).toEqual([]);
  await choose(
    frame,
    file("x-1.csv", item("m1", "架空の靴"), sku("m1", "a", "A-01"), sku("m1", "b", "")),
    file("x-3.csv", item("m2", "架空の帽子"), sku("m2", "a", "A-02", "多数"), sku("m2", "b", "A-03", "")),
  );
  await useCode(frame, "システム連携用SKU番号");
  await frame.getByText("追加 2件").waitFor();
  await frame.getByText("「x-2.csv」がありません").waitFor();
  await frame.getByText("取り込めない行 2件").waitFor();
  expect(await barriers(frame)).toEqual([]);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);

  const saving = desk.page.waitForEvent("download");
  await press(frame, "理由を付けてCSVで保存");
  const saved = readFileSync(await (await saving).path(), "utf8");
  expect(saved).toMatch(
    /^\uFEFF"商品管理番号（商品URL）",.*"在庫数","理由"\r\n"m1",.*商品コードに使う.*\r\n"m2",.*「多数」は数字ではありません。"\r\n$/s,
  );

  await press(frame, "取り込む");
  const question = frame.getByRole("alertdialog");
  await question.getByText("「システム連携用SKU番号」に変わります").waitFor();
  expect(await barriers(frame)).toEqual([]);
  await desk.page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  expect(desk.workbench.host.documentProperties().settings ?? "").not.toContain("merchantSkuId");
  await press(frame, "取り込む");
  await question.getByRole("button", { name: "取り込む" }).click();
  await frame.getByRole("status").getByText("取り込みました。追加 2件").waitFor();
  expect(desk.values("商品マスタ!A2:C3")).toEqual([
    ["A-01", "", "架空の靴"],
    ["A-03", "", "架空の帽子"],
  ]);
  expect(desk.values("在庫!A2:C3")).toEqual([
    ["A-01", "", "架空の靴"],
    ["A-03", "", "架空の帽子"],
  ]);
  expect(desk.workbench.host.documentProperties().settings).toContain("merchantSkuId");
  expect(await barriers(frame)).toEqual([]);
});

test("a dropped file is taken, one that is no product file says what to do, and what no file has is 廃止 only by a tick and a yes", async () => {
  const frame = await openPanel();
  await frame.getByRole("button", { name: "ファイルを選ぶ" }).waitFor();
  await choose(frame, file("all.csv", item("m1", "靴"), sku("m1", "a", "A"), item("m2", "帽子"), sku("m2", "a", "B")));
  await frame.getByText("追加 2件").waitFor();
  await press(frame, "取り込む");
  await frame.getByText("取り込みました。").waitFor();

  await drop(frame, "orders.csv", "注文番号,送付先ID\r\n1,2\r\n");
  await frame.getByText("注文のCSVです。").waitFor();
  await press(frame, "orders.csvを外す");
  await press(frame, "all.csvを外す");
  await drop(frame, "few-1.csv", csvText([HEADER, item("m1", "革靴"), sku("m1", "a", "A")]));
  await frame.getByText("変更 1件").click();
  await frame.getByText("商品名: 靴 → 革靴").waitFor();
  await frame.getByText("「few-2.csv」があれば").waitFor();
  await frame.getByText("1件を「廃止」にする").click();
  await press(frame, "取り込む");
  const question = frame.getByRole("alertdialog");
  await question.getByText("1件の商品が「廃止」になります").waitFor();
  await question.getByRole("button", { name: "取り込む" }).click();
  await frame.getByText("更新 1件、廃止 1件").waitFor();
  expect(desk.values("商品マスタ!A2:C3")).toEqual([
    ["m1", "", "革靴"],
    ["m2", "廃止", "帽子"],
  ]);
});

test("an import can be cancelled midway with the keyboard: what is written stays, and the next one goes on", async () => {
  const frame = await openPanel();
  await frame.getByRole("button", { name: "ファイルを選ぶ" }).waitFor();
  const many = Array.from({ length: 400 }, (_, at) => sku(`m${at}`, "a", `A-${at}`));
  await choose(frame, file("all.csv", ...many));
  await frame.getByText("追加 400件").waitFor();
  const { keyboard } = desk.page;
  const cancelling = async (route: Route) => {
    await keyboard.press("Enter");
    await frame.getByText("中止しています。").waitFor();
    await route.continue();
  };
  await desk.page.route("**/api/run", cancelling, { times: 1 });
  await frame.getByRole("button", { name: "取り込む", exact: true }).focus();
  await keyboard.press("Enter");
  await frame.getByRole("alert").getByText("400件中300件まで取り込み済みです").waitFor();
  expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe("取り込む");
  expect(desk.values("商品マスタ!A2:A").length).toBe(300);
  expect(desk.values("連携ログ!E2:E")).toEqual([["中断"]]);
  await keyboard.press("Enter");
  await frame.getByText("取り込みました。追加 100件").waitFor();
  expect(desk.values("商品マスタ!A2:A").length).toBe(400);
});

test("staff are told whom to ask, and find nothing to press", async () => {
  await desk.become(STAFF);
  const frame = await openPanel(() => desk.starts("showProductImport", STAFF));
  await frame.getByText("operator@example.com さんだけです").waitFor();
  expect(await frame.getByRole("button").count()).toBe(0);
  expect(await barriers(frame)).toEqual([]);
});

const drop = (frame: Frame, name: string, text: string) =>
  frame.evaluate(
    ([called, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content!], called!, { type: "text/csv" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
