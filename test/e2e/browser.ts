/** Chromium from the npm package itself: nothing is downloaded, and it asks no host for anything at start. */
import { type Browser, chromium, type Page } from "playwright-core";
import { MENU, pathTo } from "../../src/core/menu-texts.ts";
import { chromiumPath } from "../support/chromium.ts";
import { heard, keepToasts } from "./toasts.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, headless: true, args: flags });

/** Opens the workbench and collects what must stay empty: requests to other hosts, and uncaught errors. */
export async function newPage(browser: Browser, url: string, onData?: (bytes: number) => void) {
  const context = await browser.newContext({
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: { width: 1280, height: 800 },
    locale: "ja-JP",
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:\d+\/|data:|blob:|about:)/.test(request.url())) foreign.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  if (onData)
    page.on("requestfinished", async (request) => {
      if (/\/(v4|api)\/(?!events)/.test(request.url())) onData((await request.sizes()).responseBodySize);
    });
  await keepToasts(page);
  await page.goto(url);
  await page.waitForSelector("body[data-ready]");
  return { page, foreign, errors };
}

declare global {
  interface Window {
    /** What the page itself offers to be asked (workbench/page/page.ts). */
    workbench: {
      tabs(): string[];
      activeTab(): string;
      activeCell(): string;
      text(a1: string): string;
      bold(a1: string): boolean;
      background(a1: string): string;
      hiddenRow(number: number): boolean;
      hiddenColumn(a1: string): boolean;
      place(a1: string): { x: number; y: number };
      settled(): Promise<void>;
    };
  }
}

export type Driver = ReturnType<typeof drive>;

/** A person at the page. */
export function drive(page: Page) {
  /** Where the page was loaded again, it has to be ready first. */
  const settled = async () => {
    await page.waitForSelector("body[data-ready]");
    await page.evaluate(() => window.workbench.settled());
  };
  let clicked = "";
  /** Once nothing moves any more, or the click would land beside the cell. */
  const click = async (a1: string) => {
    await settled();
    const { x, y } = await page.evaluate((cell) => window.workbench.place(cell), a1);
    await page.mouse.click(x, y);
    clicked = a1;
  };
  /** A second click on a cell would open it, were it soon enough after the first. */
  const select = async (a1: string) => {
    if (a1 === clicked) await click(a1 === "A1" ? "B1" : "A1");
    await click(a1);
  };
  return {
    select,
    settled,
    text: (a1: string) => page.evaluate((cell) => window.workbench.text(cell), a1),
    tabs: () => page.evaluate(() => window.workbench.tabs()),
    activeTab: () => page.evaluate(() => window.workbench.activeTab()),
    activeCell: () => page.evaluate(() => window.workbench.activeCell()),
    async type(a1: string, text: string) {
      await select(a1);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      await settled();
    },
    /** Through the parts of the menu that lead there. */
    async choose(menu: string, item: string) {
      await page.getByRole("button", { name: menu }).click();
      const steps = menu === MENU ? pathTo(item) : [item];
      for (const name of steps) await page.getByRole("menuitem", { name, exact: true }).click();
    },
    async become(user: string) {
      await page.getByLabel("操作する人").selectOption(user);
      await page.getByRole("button", { name: "API連携登録" }).waitFor();
    },
    /** Waits for a message to the person, shown still or gone already. */
    hears: (words: string | RegExp) => heard(page, words),
    running: () => page.getByText("スクリプトを実行しています…"),
  };
}
