import type { Frame } from "playwright-core";
import { expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { OPERATOR, STAFF } from "../../workbench/people.ts";
import { item } from "../support/shop-items.ts";
import { barriers } from "./barriers.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const TITLE = "楽天の在庫の更新を確認";

/** A shop of many products, of which people counted three: one that the shop shows too little of, one too much, one right. */
async function counted(desk: OpenPage): Promise<void> {
  const { host, sandbox } = desk.workbench;
  const run = (fn: string, ...args: unknown[]) =>
    host.run({ fn, args, user: OPERATOR, source: args.length > 0 ? "run" : "menu" });
  await run("saveSettings", { settings: { productCode: "merchantSkuId", stopShare: 100 } });
  const stocks = { a: [7, 5], b: [0, 3], c: [4, 4] } as const;
  for (const [name, [, shown]] of Object.entries(stocks)) {
    sandbox.shop.putItem(item(name, { s: `${name}-1` }));
    sandbox.shop.setStock(name, "s", shown);
  }
  await run("importProducts");
  const [headers = [], ...rows] = desk.values("在庫!A:Z");
  for (const [name, [count]] of Object.entries(stocks)) {
    const rowIndex = rows.findIndex(([code]) => code === `${name}-1`) + 1;
    const start = { sheetId: desk.sheetId("在庫"), rowIndex, columnIndex: headers.indexOf("棚卸数") };
    const typed = [{ values: [{ userEnteredValue: { numberValue: count } }] }];
    desk.batchUpdate(STAFF, [{ updateCells: { start, rows: typed, fields: "userEnteredValue" } }]);
  }
}

async function openDialog(desk: OpenPage): Promise<Frame> {
  await desk.choose("API連携登録", TITLE);
  const iframe = desk.page.getByRole("dialog", { name: TITLE }).locator("iframe");
  await iframe.contentFrame().getByText("変更 2件（うち0になるもの 1件）、変更なし 1件").waitFor();
  return (await (await iframe.elementHandle())?.contentFrame()) as Frame;
}

test("people look at what an update would change, switch it on, are asked, and see how it came out", async () => {
  const browser = await launchBrowser();
  const desk = await openPage(browser, { bundle: readBundle("dist"), orders: 1, connected: true });
  const stockOf = (name: string) => desk.workbench.sandbox.shop.stock(name, "s")?.quantity;
  await counted(desk);

  const off = await openDialog(desk);
  expect(await off.locator("tbody tr").allInnerTexts()).toEqual([
    expect.stringMatching(/b-1\s+見本品 b\s+b\/s\s+3 → 0\s+在庫がなくなります/),
    expect.stringMatching(/a-1\s+見本品 a\s+a\/s\s+5 → 7/),
  ]);
  await off.getByText("「楽天の在庫を更新する」を有効にして保存").waitFor();
  expect(await off.getByRole("button", { name: "楽天の在庫を更新" }).count()).toBe(0);
  await off.getByText(/^見送り \d+件の理由$/).click();
  await off.getByText(/^未棚卸（棚卸数を入力してください） \d+件$/).waitFor();
  expect(await barriers(off)).toEqual([]);
  expect(await off.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
  await desk.page.keyboard.press("Escape");

  await desk.workbench.host.run({
    fn: "saveSettings",
    args: [{ settings: { stockUpdate: true } }],
    user: OPERATOR,
    source: "run",
  });
  const frame = await openDialog(desk);
  const button = frame.getByRole("button", { name: "楽天の在庫を更新" });
  await button.focus();
  await desk.page.keyboard.press("Enter");
  const question = frame.getByRole("alertdialog");
  await question.getByText("楽天の在庫を2件更新しますか？").waitFor();
  expect(await barriers(frame)).toEqual([]);
  await frame.waitForFunction("document.activeElement.id === 'keep'");
  await desk.page.keyboard.press("Enter");
  await question.waitFor({ state: "detached" });
  expect(stockOf("a")).toBe(5);
  await button.click();
  await question.getByRole("button", { name: "更新する" }).click();
  await frame.getByText("更新 2件、変更なし 1件").waitFor();
  expect([stockOf("a"), stockOf("b"), stockOf("c")]).toEqual([7, 0, 4]);
  await frame.waitForFunction("document.activeElement.id === 'look'");
  await desk.page.keyboard.press("Enter");
  await frame.getByText("楽天の在庫を変更するものはありません。").waitFor();
  expect(await barriers(frame)).toEqual([]);
  expect(desk).toMatchObject({ foreign: [], errors: [] });
  await desk[Symbol.asyncDispose]();
  await browser.close();
}, 120_000);
