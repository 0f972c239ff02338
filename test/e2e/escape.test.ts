import type { Browser, FrameLocator, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { OPERATOR } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const html = `<!doctype html><html lang="ja"><body>
<input id="plain" aria-label="検索">
<input id="own" aria-label="候補" onkeydown="if (event.key === 'Escape') { event.preventDefault(); document.title = '候補を閉じた'; }">
</body></html>`;

const code = `
const page = () => HtmlService.createHtmlOutputFromFile("Page").setTitle("検品").setHeight(200);
function modal() { SpreadsheetApp.getUi().showModalDialog(page(), "検品"); }
function modeless() { SpreadsheetApp.getUi().showModelessDialog(page(), "検品"); }
function sidebar() { SpreadsheetApp.getUi().showSidebar(page()); }
`;
const bundle = { code, html: { Page: html }, manifest: { timeZone: "Asia/Tokyo" } };

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
  const close = desk.page.getByRole("button", { name: "閉じる" });
  if (await close.isVisible()) await close.click();
  await close.waitFor({ state: "detached" });
  expect(desk).toMatchObject({ foreign: [], errors: [] });
});

/** Opens what the function shows, with the keyboard in one of its fields. */
async function openWith(fn: string, field: string): Promise<{ shown: Locator; frame: FrameLocator }> {
  await desk.workbench.host.run({ fn, user: OPERATOR, source: "menu" });
  const shown = desk.page.getByRole(fn === "sidebar" ? "complementary" : "dialog", { name: "検品" });
  const frame = shown.locator("iframe").contentFrame();
  await frame.getByLabel(field).focus();
  return { shown, frame };
}

interface Told extends Window {
  told: Promise<unknown>;
  google: { script: { host: { editor: { focus(): void } } } };
}

/** All that the frame has told the page until now has arrived: it tells one thing more, and that has arrived. */
async function allHeard(frame: FrameLocator): Promise<void> {
  await desk.page.evaluate(() => {
    (window as unknown as Told).told = new Promise((arrived) =>
      window.addEventListener("message", ({ data }) => data.type === "focus" && arrived(data)),
    );
  });
  await frame.locator("html").evaluate(() => {
    setTimeout(() => (window as unknown as Told).google.script.host.editor.focus());
  });
  await desk.page.evaluate(() => (window as unknown as Told).told);
}

test.each(["modal", "modeless"])("Escape inside a %s dialog closes it", async (fn) => {
  const { shown } = await openWith(fn, "検索");
  await desk.page.keyboard.press("Escape");
  await shown.waitFor({ state: "detached" });
});

test("Escape that the dialog has a use for itself leaves it open", async () => {
  const { shown, frame } = await openWith("modal", "候補");
  await desk.page.keyboard.press("Escape");
  await allHeard(frame);
  expect(await frame.locator("html").evaluate(() => document.title)).toBe("候補を閉じた");
  expect(await shown.isVisible()).toBe(true);
});

test("Escape inside the sidebar leaves it open, as with Google", async () => {
  const { shown, frame } = await openWith("sidebar", "検索");
  await desk.page.keyboard.press("Escape");
  await allHeard(frame);
  expect(await shown.isVisible()).toBe(true);
});
