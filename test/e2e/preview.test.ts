import { expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { launchBrowser } from "./browser.ts";
import { openPage } from "./open-page.ts";

const TITLE = "取得内容を確認";

test("the preview lists what a run would bring, readably and without sideways scrolling, and writes nothing", async () => {
  const browser = await launchBrowser();
  const desk = await openPage(browser, { bundle: readBundle("dist"), orders: 30, connected: true });
  await desk.choose("API連携登録", TITLE);
  const frame = desk.page.getByRole("dialog", { name: TITLE }).locator("iframe").contentFrame();
  await frame.getByText("まだ何も書き込んでいません。").waitFor();
  const details = frame.locator("td.detail");
  expect(await details.count()).toBeGreaterThan(3);
  expect((await details.first().boundingBox())?.width).toBeGreaterThan(200);
  const overflow = await frame.locator("html").evaluate((page) => page.scrollWidth - page.clientWidth);
  expect(overflow).toBe(0);
  expect(desk.values("出荷リスト!A2:A")).toEqual([]);
  expect(desk).toMatchObject({ foreign: [], errors: [] });
  await desk[Symbol.asyncDispose]();
  await browser.close();
}, 120_000);

test("a long preview can be read to its end, page by page and from the keyboard", async () => {
  const browser = await launchBrowser();
  const desk = await openPage(browser, { bundle: readBundle("dist"), orders: 900, connected: true });
  await desk.choose("API連携登録", TITLE);
  const frame = desk.page.getByRole("dialog", { name: TITLE }).locator("iframe").contentFrame();
  const rows = frame.locator("tbody tr");
  const more = frame.getByRole("button", { name: "続きを表示" });
  await more.waitFor();
  expect(await rows.count()).toBe(300);
  const left = Number(/残り(\d+)件/.exec((await more.textContent()) ?? "")?.[1]);
  const pages = Math.ceil(left / 300);
  await more.focus();
  for (let page = 1; page <= pages; page++) await desk.page.keyboard.press("Enter");
  expect(await more.count()).toBe(0);
  expect(await rows.count()).toBe(300 + left);
  // The button is gone: reading goes on with the first row that it brought.
  expect(await rows.evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement))).toBe(300 * pages);
  await desk[Symbol.asyncDispose]();
  await browser.close();
}, 120_000);
