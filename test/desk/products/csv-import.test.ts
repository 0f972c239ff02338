import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ImportPart, KnownAnswer, PartAnswer } from "../../../src/desk/products/rules/csv/import-wire.ts";
import { unpackedKnown } from "../../../src/desk/products/rules/csv/import-wire.ts";
import type { Listing } from "../../../src/desk/products/rules/listing.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { type Desk, NOW, openDesk } from "../../support/desk.ts";

const TITLE = "商品CSVを取り込む";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const sku = (manageNumber: string, merchantSkuId: string, more: Partial<Listing> = {}): Listing => ({
  manageNumber,
  variantId: "a",
  merchantSkuId,
  name: `架空の${manageNumber}`,
  ...more,
});

const part = (listings: readonly Listing[], more: Partial<ImportPart> = {}): ImportPart => ({
  run: NOW.toISOString(),
  part: 0,
  codeField: "merchantSkuId",
  listings,
  pages: [],
  retires: false,
  refused: {},
  next: "end",
  ...more,
});

async function sends(one: unknown, user?: string): Promise<PartAnswer> {
  const { outcome, value, error } = await desk.run("importProductRows", user, [
    typeof one === "string" ? one : JSON.stringify(one),
  ]);
  if (outcome !== "completed") throw new Error(error?.message);
  return value as PartAnswer;
}

const useField = (productCode: string) => desk.run("saveSettings", undefined, [{ settings: { productCode } }]);
/** Without the hidden marks, which follow what staff entered. */
const shown = (sheet: string) => desk.rows(sheet).map(({ "照合（作業）": _, ...row }) => row);
const log = () => desk.rows("連携ログ").filter((row) => row.ジョブ === TITLE);

describe("an import with システム連携用SKU番号", () => {
  beforeEach(async () => {
    await useField("merchantSkuId");
  });

  test("adds a product and a stock row for each SKU, with what RMS has in stock where it counts", async () => {
    const answer = await sends(
      part([
        sku("m1", "A-01", { price: 1980, stockControl: "counted", shopStock: 5 }),
        sku("m2", "A-02", { stockControl: "none", shopStock: null }),
      ]),
    );
    expect(answer).toEqual({ done: true, left: false, counts: { added: 2, updated: 0, asked: 0, retired: 0 } });
    expect(desk.rows("商品マスタ")).toMatchObject([
      { 商品コード: "A-01", 商品名: "架空のm1", 販売価格: 1980, 在庫管理: "通常" },
      { 商品コード: "A-02", 在庫管理: "なし" },
    ]);
    expect(desk.rows("在庫")).toMatchObject([{ 商品コード: "A-01", 楽天在庫数: 5 }, { 商品コード: "A-02" }]);
    expect(desk.rows("在庫")[1]).not.toHaveProperty("楽天在庫数");
  });

  test("is one line of 連携ログ that grows with each part, and sums up what was refused", async () => {
    const refused = [sku("m3", ""), sku("m4", "", { variantId: "b" })];
    await sends(part([sku("m1", "A-01"), ...refused], { next: "more" }));
    expect(log()).toMatchObject([{ 結果: "実行中", 対象: 3, 新規: 1, 見送り: 2, 楽天呼出: 0 }]);
    await sends(part([sku("m2", "A-02"), sku("m5", "")], { part: 1, refused: { 読み取れない行: 4 } }));
    expect(log()).toMatchObject([{ 結果: "完了", 対象: 5, 新規: 2, 見送り: 7 }]);
    expect(log()[0]?.メッセージ).toMatch(/商品コードがない（.*） 3件。.*読み取れない行 4件。/);
  });

  test("a part that is sent twice because its answer was lost does nothing twice", async () => {
    const first = part([sku("m1", "A-01")], { next: "more" });
    const answer = await sends(first);
    await sends(part([sku("m2", "A-02")], { part: 1 }));
    desk.types("商品マスタ", "A-01", "棚番", "い-3");
    expect(answer).toMatchObject({ counts: { added: 1 } });
    expect(await sends(first)).toMatchObject({ done: true, counts: { added: 2 } });
    expect(log()).toMatchObject([{ 結果: "完了", 新規: 2 }]);
    expect(desk.rows("商品マスタ")).toHaveLength(2);
    expect(desk.rows("商品マスタ")[0]).toMatchObject({ 棚番: "い-3" });
  });

  test("the same file once more writes nothing but its line of 連携ログ, and keeps what staff entered", async () => {
    const rows = [sku("m1", "A-01", { shopStock: 5, stockControl: "counted" }), sku("m2", "A-02")];
    await sends(part(rows));
    desk.types("商品マスタ", "A-02", "備考", "割れ物");
    const before = [shown("商品マスタ"), shown("在庫")];
    const again = await sends(part(rows, { run: new Date(NOW.getTime() + 60_000).toISOString() }));
    expect(again).toMatchObject({ counts: { added: 0, updated: 0, asked: 0 } });
    expect([shown("商品マスタ"), shown("在庫")]).toEqual(before);
    expect(log()).toHaveLength(2);
  });

  test("what the file does not say stays, what it says changes, and nothing becomes 廃止 by itself", async () => {
    await sends(part([sku("m1", "A-01", { price: 100, jan: "4900000000017" }), sku("m2", "A-02")]));
    const page = { manageNumber: "m1", units: ["a"] };
    await sends(part([sku("m1", "A-01", { name: undefined, price: 200 })], { run: later(1), pages: [page] }));
    expect(desk.rows("商品マスタ")).toMatchObject([
      { 商品コード: "A-01", 商品名: "架空のm1", 販売価格: 200, JAN: "4900000000017" },
      { 商品コード: "A-02" },
    ]);
    expect(desk.rows("商品マスタ")[1]).not.toHaveProperty("状態");
  });

  test("by the operator's word what the files do not have becomes 廃止, with its row and its stock kept", async () => {
    await sends(part([sku("m1", "A-01"), sku("m2", "A-02")]));
    desk.types("在庫", "A-02", "棚卸数", 7);
    const gone = part([], { run: later(1), retires: true, pages: [{ manageNumber: "m2", units: [] }] });
    expect(await sends(gone)).toMatchObject({ counts: { retired: 1 } });
    expect(desk.rows("商品マスタ")[1]).toMatchObject({ 商品コード: "A-02", 状態: "廃止" });
    expect(desk.rows("在庫")[1]).toMatchObject({ 商品コード: "A-02", 実在庫: 7 });
    expect(log()[1]?.メッセージ).toContain("廃止 1件");
  });

  test("an import that the operator cancels keeps what it wrote, and says so in 連携ログ", async () => {
    await sends(part([sku("m1", "A-01")], { next: "more" }));
    await sends(part([], { part: 1, next: "cancelled" }));
    expect(desk.rows("商品マスタ")).toHaveLength(1);
    expect(log()).toMatchObject([{ 結果: "中断", メッセージ: "操作により中止しました。1件まで取り込み済みです。" }]);
  });

  test("an import that died between its parts is closed by the next run, and goes on if it was not dead", async () => {
    await sends(part([sku("m1", "A-01")], { next: "more" }));
    await desk.importShipments();
    expect(log()).toMatchObject([{ 結果: "中断" }]);
    await sends(part([sku("m2", "A-02")], { part: 1 }));
    expect(log()).toMatchObject([{ 結果: "完了", 新規: 2 }]);
  });

  test("more than one request to Google may hold goes in several commits, none of them over two million bytes", async () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      sku(`m${at}`, `A-${at}`, { name: "架空の商品の長い名前".repeat(8) }),
    );
    const { value, calls } = await desk.run("importProductRows", undefined, [JSON.stringify(part(many))]);
    expect(value).toMatchObject({ done: true, left: false, counts: { added: 3000 } });
    const commits = calls.filter(({ name }) => name.includes("batchUpdate"));
    expect(commits.length).toBeGreaterThan(1);
    expect(calls.filter(({ name }) => name.startsWith("Sheets.")).length).toBeLessThanOrEqual(9);
    expect(new Set(desk.rows("商品マスタ").map((row) => row.商品コード)).size).toBe(3000);
    expect(log()).toMatchObject([{ 新規: 3000 }]);
  });

  test("a changed code moves the rows of 商品マスタ and 在庫 after asking", async () => {
    await sends(part([sku("m1", "X")]));
    desk.types("在庫", "X", "棚卸数", 7);
    await sends(part([sku("m1", "Y")], { run: later(1) }));
    expect(desk.rows("商品マスタ")).toMatchObject([{ 商品コード: "X", 状態: "要確認" }]);
    desk.types("商品マスタ", "X", "確認済", true);
    await sends(part([sku("m1", "Y")], { run: later(2) }));
    expect(desk.rows("商品マスタ")).toMatchObject([{ 商品コード: "Y" }]);
    expect(desk.rows("在庫")).toMatchObject([{ 商品コード: "Y", 実在庫: 7 }]);
  });
});

const later = (minutes: number): string => new Date(NOW.getTime() + minutes * 60_000).toISOString();

describe("who and what is let in", () => {
  test("works without keys and while the connection is switched off, and asks Rakuten nothing", async () => {
    await desk.run("deleteKeys");
    await desk.run("saveSettings", undefined, [{ settings: { enabled: false, productCode: "merchantSkuId" } }]);
    const { value, calls } = await desk.run("importProductRows", undefined, [
      JSON.stringify(part([sku("m1", "A-01")])),
    ]);
    expect(value).toMatchObject({ done: true });
    expect(calls.filter(({ name }) => name.startsWith("UrlFetchApp"))).toEqual([]);
  });

  test("staff may neither import nor load, and are told whom to ask", async () => {
    expect(await sends(part([sku("m1", "A-01")]), STAFF)).toEqual({
      done: false,
      wait: false,
      message: expect.stringContaining("operator@example.com さんだけです"),
    });
    expect((await desk.run("loadKnownProducts", STAFF)).value).toMatchObject({ done: false });
    expect((await desk.run("productImportView", STAFF)).value).toMatchObject({ editable: false });
    expect(desk.rows("商品マスタ")).toEqual([]);
  });

  test("what no panel of ours sends is refused in words and writes nothing", async () => {
    const strange = [
      "",
      "x",
      JSON.stringify(part([{ variantId: "a" } as Listing])),
      JSON.stringify(part([], { run: "heute" })),
      JSON.stringify(part([{ ...sku("m1", "A"), name: null } as unknown as Listing])),
      JSON.stringify(part(Array.from({ length: 20_001 }, () => sku("m1", "A")))),
    ];
    for (const sent of strange)
      expect(await sends(sent)).toEqual({ done: false, wait: false, message: expect.stringContaining("開き直して") });
    expect(log()).toEqual([]);
  });

  test("an import is refused where the setting is another one meanwhile", async () => {
    expect(await sends(part([sku("m1", "A-01")]))).toMatchObject({
      done: false,
      message: expect.stringContaining("「商品管理番号」に変わりました"),
    });
  });

  test("a missing sheet is told, noted in 連携ログ and mended by nobody but people", async () => {
    await useField("merchantSkuId");
    desk.batchUpdate([{ deleteSheet: { sheetId: desk.sheetId("在庫") } }], OPERATOR);
    expect(await sends(part([sku("m1", "A-01")]))).toMatchObject({
      done: false,
      wait: false,
      message: expect.stringContaining("在庫"),
    });
    expect(log()).toMatchObject([{ 結果: "失敗" }]);
    const { value } = await desk.run("loadKnownProducts");
    expect(value).toMatchObject({ done: false, message: expect.stringContaining("在庫") });
  });
});

test("the panel is told what is known: rows, stocked codes, sets and headers", async () => {
  await useField("merchantSkuId");
  await sends(part([sku("m1", "A-01"), sku("m2", "A-02")]));
  const answer = (await desk.run("loadKnownProducts")).value as KnownAnswer;
  const known = unpackedKnown(answer.done ? answer.known : "{}");
  expect(known.products).toMatchObject([
    { productCode: "A-01", manageNumber: "m1", confirmed: false },
    { productCode: "A-02" },
  ]);
  expect(known).toMatchObject({ stocked: ["A-01", "A-02"], sets: [], headers: { name: "商品名", price: "販売価格" } });
});
