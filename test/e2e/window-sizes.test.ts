import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OPERATOR } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const code = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu("API連携登録").addItem("出荷指示を取得", "say").addToUi();
}
function say() {
  SpreadsheetApp.getActive().toast("新規 12件、更新 3件。\\n" + "確認が必要な注文が 2件あります。".repeat(4), "出荷指示を取得", -1);
}
function panel() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<p>設定</p>").setTitle("API接続設定"));
}
`;
const bundle = { code, html: {}, manifest: { timeZone: "Asia/Tokyo" } };
const widths = [360, 480, 640, 1024];

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPage(browser, { bundle });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
});
afterEach(async () => {
  for (const open of [toast(), panel()]) if (await open.isVisible()) await close(open);
  expect(desk).toMatchObject({ foreign: [], errors: [] });
});

const HEIGHT = 640;
const run = (fn: string) => desk.workbench.host.run({ fn, user: OPERATOR, source: "menu" });
const panel = () => desk.page.getByRole("complementary", { name: "API接続設定" });
const toast = () => desk.page.locator(".toast");

async function close(part: Locator): Promise<void> {
  await part.getByRole("button", { name: "閉じる" }).click();
  await part.waitFor({ state: "detached" });
}

async function openPanel(): Promise<void> {
  await run("panel");
  await panel().locator("iframe").contentFrame().getByText("設定").waitFor();
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { left: x, right: x + width, top: y, bottom: y + height };
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const isInWindow = ({ left, right, top, bottom }: Box, width: number) =>
  left >= 0 && top >= 0 && right <= width && bottom <= HEIGHT;

/** True for a text that is cut off or takes a second line. */
const isBroken = (locator: Locator) =>
  locator.evaluate((part) => part.scrollWidth > part.clientWidth || part.clientHeight > 34);

describe.each(widths)("in a window of %i px", (width) => {
  beforeEach(() => desk.page.setViewportSize({ width, height: HEIGHT }));

  test("everything around the grid is there, whole, and beside one another", async () => {
    const menus = await desk.page.locator(".menu > button").all();
    const parts = [...menus, ...["h1", ".person select", ".status"].map((part) => desk.page.locator(part))];
    const boxes = await Promise.all(parts.map(boxOf));
    expect(boxes.filter((box) => !isInWindow(box, width))).toEqual([]);
    expect(boxes.filter((box, at) => boxes.slice(at + 1).some((other) => overlap(box, other)))).toEqual([]);
    expect(await Promise.all(parts.slice(0, -1).map(isBroken))).not.toContain(true);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test("a menu opens inside the window", async () => {
    await desk.page.getByRole("button", { name: "API連携登録" }).click();
    expect(isInWindow(await boxOf(desk.page.getByRole("menu")), width)).toBe(true);
    await desk.page.keyboard.press("Escape");
  });

  test("a long toast lies over no cell, and a click on the lowest row is a click on the grid", async () => {
    await run("say");
    await toast().waitFor();
    const [message, grid] = [await boxOf(toast()), await boxOf(desk.page.locator("#grid"))];
    expect(isInWindow(message, width)).toBe(true);
    expect(overlap(message, grid)).toBe(false);
    const hit = ({ x, y }: { x: number; y: number }) => document.elementFromPoint(x, y)?.closest("#grid") !== null;
    for (const x of [grid.left + 2, (grid.left + grid.right) / 2, grid.right - 2])
      expect(await desk.page.evaluate(hit, { x, y: grid.bottom - 2 })).toBe(true);
    await desk.type("A2", `${width}`);
    expect(desk.values("シート1!A2")).toEqual([[width]]);
  });

  test("a long toast does not lie over the panel, nor move what is in it", async () => {
    await openPanel();
    const before = await boxOf(panel());
    await run("say");
    await toast().waitFor();
    const after = await boxOf(panel());
    expect(overlap(await boxOf(toast()), after)).toBe(false);
    expect(isInWindow(await boxOf(toast()), width)).toBe(true);
    if (width >= 640) expect(after).toEqual(before);
  });

  test("the panel has its 300 px beside the grid, or the whole width of a narrow window, and can be closed", async () => {
    await openPanel();
    const { left, right } = await boxOf(panel());
    expect(right - left).toBe(width < 640 ? width : 300);
    expect(right).toBe(width);
    await close(panel());
    await desk.type("B3", `${width}`);
    expect(desk.values("シート1!B3")).toEqual([[width]]);
  });
});

test("behind a panel that fills the window, keys reach nothing of the grid", async () => {
  await desk.page.setViewportSize({ width: 360, height: HEIGHT });
  await openPanel();
  await panel().getByRole("button", { name: "閉じる" }).focus();
  for (let presses = 0; presses < 12; presses++) {
    await desk.page.keyboard.press("Tab");
    expect(await desk.page.evaluate(() => document.activeElement?.closest("#grid") ?? null)).toBeNull();
  }
});
