import { Buffer } from "node:buffer";
import { launchBrowser } from "../test/e2e/browser.ts";
import { openPage } from "../test/e2e/open-page.ts";
import { csvBytes, csvText } from "../test/support/csv.ts";
import { readBundle } from "../workbench/apps-script/bundle.ts";

export interface PreviewFigures {
  readonly megabytes: number;
  /** From the choice of the file to the preview on the screen. */
  readonly milliseconds: number;
  /** The longest that the panel answered nobody. */
  readonly longestTask: number;
}

const PANEL = "商品CSVを取り込む";
export const HEADER =
  "商品管理番号（商品URL）,商品番号,商品名,ジャンルID,倉庫指定,選択肢タイプ,SKU管理番号,システム連携用SKU番号,バリエーション項目キー定義,バリエーション項目名定義,バリエーション項目キー1,バリエーション項目選択肢1,通常購入販売価格,在庫数,SKU倉庫指定,カタログID".split(
    ",",
  );

/** An item's row and nine SKUs, over and over: plainly invented. */
export const row = (at: number): string[] => {
  const item = `item-${Math.floor(at / 10)}`;
  const sku = at % 10;
  return sku === 0
    ? [
        item,
        `N-${at}`,
        `架空の商品 ${at} 送料無料 選べる9色`,
        "100371",
        "0",
        "",
        "",
        "",
        "c",
        "カラー",
        ..."      ".split(""),
      ]
    : [
        item,
        "",
        "",
        "",
        "",
        "",
        `sku-${sku}`,
        `A-${at}`,
        "",
        "",
        "c",
        `色${sku}`,
        "1980",
        "12",
        "0",
        `49000${10_000_000 + at}`,
      ];
};

/** Chooses a file of so many rows in the panel, in Chromium, as a person would. */
export async function previewFigures(rows: number): Promise<PreviewFigures> {
  const browser = await launchBrowser();
  const desk = await openPage(browser, { bundle: readBundle("dist"), orders: 0, connected: true });
  const settings = [{ settings: { productCode: "merchantSkuId" } }];
  await desk.workbench.host.run({ fn: "saveSettings", args: settings, user: "operator@example.com", source: "run" });
  await desk.choose("API連携登録", PANEL);
  const iframe = desk.page.getByRole("complementary", { name: PANEL }).locator("iframe");
  const frame = iframe.contentFrame();
  await frame.getByRole("button", { name: "ファイルを選ぶ" }).waitFor();
  const bytes = csvBytes(csvText([HEADER, ...Array.from({ length: rows }, (_, at) => row(at))]));
  const panel = (await (await iframe.elementHandle())?.contentFrame())!;
  // What the browser itself needs to hand the file over is none of the panel's time.
  await panel.evaluate(watch, Buffer.from(bytes).toString("base64"));
  const measured = await panel.waitForFunction("window.figures", undefined, { timeout: 120_000 });
  const figures = (await measured.jsonValue()) as Omit<PreviewFigures, "megabytes">;
  await desk[Symbol.asyncDispose]();
  await browser.close();
  return { megabytes: bytes.length / 1e6, ...figures };
}

/** Runs in the panel, sent there as text: drops the file, and measures until the preview is drawn. */
function watch(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], "all.csv", { type: "text/csv" }));
  setTimeout(() => {
    const started = performance.now();
    let last = started;
    let longestTask = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      longestTask = Math.max(longestTask, now - last);
      last = now;
      if (document.getElementById("preview") === null) return;
      clearInterval(timer);
      requestAnimationFrame(() =>
        Object.assign(window, { figures: { milliseconds: performance.now() - started, longestTask } }),
      );
    }, 0);
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, 0);
}
