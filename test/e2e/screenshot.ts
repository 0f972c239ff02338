import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { fillMasters } from "../../workbench/demo/masters.ts";
import { launchBrowser } from "./browser.ts";
import { openPage } from "./open-page.ts";

/** What staff have done since the last import; plainly invented numbers. */
const work = [
  ["出荷済", "1001 ヤマト運輸", "0040-0000-0011", "2026/11/24", "置き配希望"],
  ["出荷済", "1002 佐川急便", "0050-0000-0022", "2026/11/24", ""],
  ["梱包済", "1003 日本郵便", "", "", ""],
  ["ピッキング済", "", "", "", "同梱物あり"],
];

/** The README's picture: the list as imported, with what staff entered since. */
export async function takeScreenshot(path: string): Promise<void> {
  const browser = await launchBrowser();
  const desk = await openPage(browser, { bundle: readBundle("dist"), orders: 60, connected: true });
  fillMasters(desk.workbench);
  await desk.page.setViewportSize({ width: 1180, height: 600 });
  await desk.choose("API連携登録", "出荷指示を取得");
  await desk.hears("新規");
  await desk.running().waitFor({ state: "detached" });
  await desk.select("D2");
  await desk.page.evaluate((text) => navigator.clipboard.writeText(text), work.map((row) => row.join("\t")).join("\n"));
  await desk.page.keyboard.press("Control+v");
  await desk.settled();
  await desk.select("D6");
  await desk.page.mouse.move(640, 30);
  await desk.page.waitForTimeout(300);
  await mkdir(dirname(path), { recursive: true });
  await desk.page.screenshot({ path });
  await desk[Symbol.asyncDispose]();
  await browser.close();
}
