import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { fillMasters } from "../../workbench/demo/masters.ts";
import { launchBrowser } from "./browser.ts";
import { openPage } from "./open-page.ts";

/** What staff have done since the last import, from the first row on; plainly invented numbers. */
const work = {
  出荷ステータス: ["出荷済", "出荷済", "梱包済", "ピッキング済"],
  伝票番号: ["0040-0000-0012", "0050-0000-0025"],
};

const LIST = "出荷リスト";

/** The README's picture: the list as imported, with what staff entered since. */
export async function takeScreenshot(path: string): Promise<void> {
  const browser = await launchBrowser();
  const desk = await openPage(browser, { bundle: readBundle("dist"), orders: 60, connected: true });
  fillMasters(desk.workbench);
  await desk.page.setViewportSize({ width: 1280, height: 600 });
  await desk.choose("API連携登録", "出荷指示を取得");
  await desk.hears("新規");
  await desk.running().waitFor({ state: "detached" });
  for (const [header, cells] of Object.entries(work)) {
    await desk.select(desk.cellOf(LIST, header, 2));
    await desk.page.evaluate((text) => navigator.clipboard.writeText(text), cells.join("\n"));
    await desk.page.keyboard.press("Control+v");
    await desk.settled();
  }
  await desk.select(desk.cellOf(LIST, "出荷ステータス", 6));
  await desk.page.mouse.move(640, 30);
  await desk.page.waitForTimeout(300);
  await mkdir(dirname(path), { recursive: true });
  await desk.page.screenshot({ path });
  await desk[Symbol.asyncDispose]();
  await browser.close();
}
