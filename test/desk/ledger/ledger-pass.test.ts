import { beforeEach, expect, test } from "vitest";
import { stockTable } from "../../../src/desk/stock/stock-table.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { renamesFor } from "../../../src/workbook/commit/rename.ts";
import { day, type LedgerDesk, ledgerDesk } from "../../support/ledger.ts";

const ORDER = "123456-20261120-0000000001";
const OTHER = "123456-20261120-0000000002";

let desk: LedgerDesk;
beforeEach(() => {
  desk = ledgerDesk();
});

/** Counted before anything else happens. */
function counted(code: string, count: number): void {
  desk.types("在庫", code, "棚卸数", count);
  desk.pass();
  desk.later(60);
}

test("shipping books out and back, each time anew: 20; 出荷済 5; undone; 出荷済; undone is 15, 20, 15, 20 in four entries", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  const after = (status: string) => {
    desk.status(ORDER, status);
    desk.pass();
    desk.later(10);
    return desk.stock().実在庫;
  };
  expect([after("出荷済"), after("未着手"), after("出荷済"), after("梱包済")]).toEqual([15, 20, 15, 20]);
  expect(desk.entries()).toEqual(["棚卸 A 20", "出荷 A -5", "出荷取消 A 5", "出荷 A -5", "出荷取消 A 5"]);
  expect(desk.rows("入出庫")[1]).toMatchObject({ 注文番号: ORDER, 送付先ID: "1", 実行者: "op@example.com" });
});

test("a pass over what is recorded already writes nothing", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.status(ORDER, "出荷済");
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "入荷", 数量: 3 });
  desk.pass();
  const before = [desk.rows("入出庫"), desk.rows("在庫")];
  desk.later(10);
  expect(desk.pass().counts).toEqual({ booked: 0, takenBack: 0, counted: 0, typed: 0 });
  expect([desk.rows("入出庫"), desk.rows("在庫")]).toEqual(before);
});

test("実在庫 may fall below zero", () => {
  counted("A", 0);
  desk.lists(ORDER, { A: 5 });
  desk.status(ORDER, "出荷済");
  expect(desk.pass().onHand.get("A")).toBe(-5);
  expect(desk.stock()).toMatchObject({ 実在庫: -5, 引当可能数: -5 });
});

test("counted 10 on 11/20, shipped 3 on 11/22, and 5 received, typed later with 11/19, is 7; the receipt shows as before the count", () => {
  counted("A", 10);
  desk.at("11/22 15:00");
  desk.lists(ORDER, { A: 3 });
  desk.status(ORDER, "出荷済");
  desk.pass();
  desk.at("11/23 09:00");
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "入荷", 数量: 5, 日付: day("11/19") });
  expect(desk.pass().onHand.get("A")).toBe(7);
  expect(desk.stock().実在庫).toBe(7);
  expect(desk.entries()).toEqual(["棚卸 A 10", "出荷 A -3", "入荷 A 5 棚卸前"]);
});

test("a shipment of the day before a count, typed as such after it, is in the count", () => {
  desk.lists(ORDER, { A: 3 });
  counted("A", 10);
  desk.types("出荷リスト", ORDER, "発送日", day("11/19"));
  desk.status(ORDER, "出荷済");
  expect(desk.pass().onHand.get("A")).toBe(10);
  expect(desk.entries()).toEqual(["棚卸 A 10", "出荷 A -3 棚卸前"]);
});

test.each([
  ["１２", 12],
  ["1,200", 1200],
])("%j typed as a count is recorded", (typed, count) => {
  desk.types("在庫", "A", "棚卸数", typed);
  expect(desk.pass().counts.counted).toBe(1);
  expect(desk.stock()).toMatchObject({ 実在庫: count, 記録した棚卸数: count, 帳簿在庫: count });
});

test.each([["12個"], [3.5], ["-"], [-1], ["=6+6"]])(
  "%j typed as a count is refused on its cell, and the old number stays, until it is mended",
  (typed) => {
    counted("A", 8);
    desk.types("在庫", "A", "棚卸数", typed);
    expect(desk.stock().実在庫).toBe(8);
    expect(desk.pass().counts.counted).toBe(0);
    expect(desk.stock()).toMatchObject({ 実在庫: 8, 帳簿在庫: 8 });
    expect(desk.mark("在庫", 1, "棚卸数")).toContain("前の数のまま計算します");
    desk.later(10);
    desk.types("在庫", "A", "棚卸数", 12);
    desk.pass();
    expect(desk.stock()).toMatchObject({ 実在庫: 12, 帳簿在庫: 12 });
    expect(desk.mark("在庫", 1, "棚卸数")).toBe("");
  },
);

test("実在庫 that nobody counted is blank, never zero, whatever came and went", () => {
  desk.lists(ORDER, { A: 3 });
  desk.status(ORDER, "出荷済");
  expect(desk.pass().onHand.has("A")).toBe(false);
  expect(desk.stock().実在庫).toBeUndefined();
  expect(desk.stock().帳簿在庫).toBeUndefined();
});

test("a count stands in 実在庫 as soon as it is typed", () => {
  counted("A", 8);
  desk.types("在庫", "A", "棚卸数", 12);
  expect(desk.stock()).toMatchObject({ 実在庫: 12, 帳簿在庫: 8 });
});

test("a recorded count gives way to what came and went since, though it still stands in its cell", () => {
  counted("A", 8);
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "入荷", 数量: 5 });
  desk.pass();
  expect(desk.stock()).toMatchObject({ 棚卸数: 8, 実在庫: 13 });
});

test("a count that was cleared can be typed again and is another one", () => {
  counted("A", 8);
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "出庫", 数量: 1 });
  desk.types("在庫", "A", "棚卸数", null);
  desk.pass();
  expect(desk.stock().実在庫).toBe(7);
  desk.later(10);
  desk.types("在庫", "A", "棚卸数", 8);
  desk.pass();
  expect(desk.stock().実在庫).toBe(8);
  expect(desk.entries()).toEqual(["棚卸 A 8 棚卸前", "出庫 A -1 棚卸前", "棚卸 A 8"]);
});

test("what RMS says is shipped is booked out, and what both say only once", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.types("出荷リスト", ORDER, "連携状態", "出荷済");
  expect(desk.pass().onHand.get("A")).toBe(15);
  desk.status(ORDER, "出荷済");
  expect(desk.pass().onHand.get("A")).toBe(15);
});

test("A×3 that became A×1 before it shipped takes away 1; what changes after it left changes nothing", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 3 });
  desk.packs(ORDER, { A: 1 });
  desk.status(ORDER, "出荷済");
  desk.pass();
  expect(desk.stock().実在庫).toBe(19);
  desk.packs(ORDER, { A: 7 });
  desk.later(10);
  desk.pass();
  expect(desk.stock().実在庫).toBe(19);
  desk.status(ORDER, "未着手");
  desk.pass();
  expect(desk.stock().実在庫).toBe(20);
});

test("a set goes out as its parts; one with a faulty row is named and goes out when it is mended", () => {
  desk.stocks("B");
  for (const code of ["A", "B"]) counted(code, 20);
  desk.adds("セット商品", { セット商品コード: "SET", 部品の商品コード: "A", 数量: 3 });
  desk.adds("セット商品", { セット商品コード: "SET", 部品の商品コード: "B", 数量: 0 });
  desk.lists(ORDER, { set: 2, A: 1 });
  desk.status(ORDER, "出荷済");
  const refused = desk.pass();
  expect(refused.faults).toEqual([{ subject: ORDER, reason: expect.stringContaining("セット商品「set」") }]);
  expect([refused.isBookedOut(ORDER, "1"), refused.onHand.get("A")]).toEqual([false, 20]);
  desk.typesAt("セット商品", 2, "数量", 1);
  const mended = desk.pass();
  expect([mended.isBookedOut(ORDER, "1"), mended.onHand.get("A"), mended.onHand.get("B")]).toEqual([true, 13, 18]);
});

test("lines that are left at zero, and those without a code, take nothing away; a package of such is booked out by that", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 0, "": 2 });
  desk.status(ORDER, "出荷済");
  const pass = desk.pass();
  expect([pass.isBookedOut(ORDER, "1"), pass.counts.booked, pass.faults]).toEqual([true, 0, []]);
});

test("lines that somebody wrote over book nothing, and the order is named", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.types("出荷明細", ORDER, "数量", 500);
  desk.status(ORDER, "出荷済");
  const pass = desk.pass();
  expect(pass.faults).toEqual([{ subject: ORDER, reason: expect.stringContaining("書き換えられている") }]);
  expect([pass.isBookedOut(ORDER, "1"), pass.onHand.get("A")]).toEqual([false, 20]);
});

test("lines that RMS no longer has, and that lost a column, are booked by hand, as the message says", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.types("出荷明細", ORDER, "商品コード", "");
  desk.status(ORDER, "出荷済");
  const [fault] = desk.pass().faults;
  expect(fault?.reason).toMatch(
    /楽天にない注文なら、「入出庫入力」に「出庫」を入力して、「出荷リスト」の行を削除してください/,
  );
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "出庫", 数量: 5 });
  desk.deletes("出荷リスト", 1);
  const pass = desk.pass();
  expect([pass.faults, pass.onHand.get("A")]).toEqual([[], 15]);
});

test("what left the list stays booked out", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.status(ORDER, "出荷済");
  desk.pass();
  desk.deletes("出荷リスト", 1);
  desk.deletes("出荷明細", 1);
  const pass = desk.pass();
  expect([pass.isBookedOut(ORDER, "1"), pass.isBookedOut(OTHER, "1"), pass.onHand.get("A")]).toEqual([true, false, 15]);
});

test("a cancellation after shipping moves nothing by itself: it asks, books the answer once, and takes it back when it is changed", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.types("出荷リスト", ORDER, "連携状態", "出荷済");
  desk.pass();
  desk.types("出荷リスト", ORDER, "連携状態", "取消");
  desk.later(10);
  expect(desk.pass().onHand.get("A")).toBe(15);
  const asked = () => desk.rows("入出庫").find((row) => row.確認事項 !== undefined);
  expect(asked()).toMatchObject({ 区分: "出荷", 確認事項: expect.stringContaining("商品が戻ったかどうか") });
  const answered = (answer: string | null) => {
    desk.types("入出庫", asked()?.番号 as number, "商品の戻り", answer);
    desk.later(10);
    desk.pass();
    return desk.pass().onHand.get("A");
  };
  expect([answered("戻った"), answered("戻っていない"), answered("戻った"), answered(null)]).toEqual([20, 15, 20, 15]);
  expect(desk.entries().slice(1)).toEqual(["出荷 A -5", "返品 A 5", "返品取消 A -5", "返品 A 5", "返品取消 A -5"]);
});

test("an answer that nobody asked for moves nothing, and one that is none is marked", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.status(ORDER, "出荷済");
  desk.pass();
  desk.types("入出庫", 2, "商品の戻り", "戻った");
  expect(desk.pass().onHand.get("A")).toBe(15);
  desk.types("入出庫", 2, "商品の戻り", "たぶん");
  desk.types("出荷リスト", ORDER, "連携状態", "取消");
  desk.pass();
  expect(desk.pass().cellFaults).toEqual([expect.objectContaining({ column: "answer" })]);
  expect(desk.pass().onHand.get("A")).toBe(15);
});

test("goods that came back do not come back twice when people also take 出荷済 away", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.status(ORDER, "出荷済");
  desk.pass();
  desk.types("出荷リスト", ORDER, "連携状態", "取消");
  desk.pass();
  desk.types("入出庫", 2, "商品の戻り", "戻った");
  expect(desk.pass().onHand.get("A")).toBe(20);
  desk.status(ORDER, "未着手");
  expect(desk.pass().onHand.get("A")).toBe(20);
});

test("an order that is cancelled before it ships takes nothing away", () => {
  counted("A", 20);
  desk.lists(ORDER, { A: 5 });
  desk.types("出荷リスト", ORDER, "連携状態", "取消");
  const pass = desk.pass();
  expect([pass.isBookedOut(ORDER, "1"), pass.onHand.get("A"), desk.entries()]).toEqual([false, 20, ["棚卸 A 20"]]);
});

test("receipts and returns add, issues take away, corrections do either; rows may be alike", () => {
  counted("A", 20);
  for (const [kind, quantity] of [
    ["入荷", 5],
    ["入荷", "５"],
    ["返品", 1],
    ["出庫", "1,0"],
    ["出庫", 2],
    ["訂正", "-4"],
  ] as const)
    desk.adds("入出庫入力", { 商品コード: "ａ", 区分: kind, 数量: quantity, メモ: "納品書1" });
  const pass = desk.pass();
  expect(pass.onHand.get("A")).toBe(25);
  expect(pass.cellFaults).toEqual([expect.objectContaining({ rowIndex: 4, column: "quantity" })]);
  expect(desk.entries().slice(1)).toEqual(["入荷 A 5", "入荷 A 5", "返品 A 1", "出庫 A -2", "訂正 A -4"]);
  expect(desk.rows("入出庫")[1]).toMatchObject({ 理由: "納品書1" });
});

test("of rows that are alike, as many are taken back as are deleted; a changed one is booked as it is now", () => {
  counted("A", 20);
  for (let row = 0; row < 3; row++) desk.adds("入出庫入力", { 商品コード: "A", 区分: "入荷", 数量: 5 });
  expect(desk.pass().onHand.get("A")).toBe(35);
  desk.deletes("入出庫入力", 2);
  desk.later(10);
  expect(desk.pass().onHand.get("A")).toBe(30);
  desk.types("入出庫入力", "A", "数量", 7);
  desk.later(10);
  expect(desk.pass().onHand.get("A")).toBe(32);
  expect(desk.entries().slice(4)).toEqual(["入力の取消 A -5", "入力の取消 A -5", "入荷 A 7"]);
});

test("a memo that is corrected after a count does not move the goods behind the count", () => {
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "入荷", 数量: 5, メモ: "納品書１" });
  desk.pass();
  desk.later(60);
  counted("A", 10);
  desk.types("入出庫入力", "A", "メモ", "納品書2");
  expect(desk.pass().onHand.get("A")).toBe(10);
  desk.deletes("入出庫入力", 1);
  expect(desk.pass().onHand.get("A")).toBe(10);
});

test("what is written over an old row after a count is another movement", () => {
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "入荷", 数量: 5 });
  desk.pass();
  desk.later(60);
  counted("A", 10);
  desk.types("入出庫入力", "A", "数量", 3);
  expect(desk.pass().onHand.get("A")).toBe(13);
});

test.each([
  ["商品コード", { 商品コード: "X", 区分: "入荷", 数量: 1 }, "productCode", "にない商品コードです"],
  ["商品コード", { 区分: "入荷", 数量: 1 }, "productCode", "空欄です"],
  ["商品コード", { 商品コード: "set", 区分: "入荷", 数量: 1 }, "productCode", "セット商品です"],
  ["区分", { 商品コード: "A", 数量: 1 }, "kind", "から選んでください"],
  ["区分", { 商品コード: "A", 区分: "棚卸", 数量: 1 }, "kind", "から選んでください"],
  ["数量", { 商品コード: "A", 区分: "入荷" }, "quantity", "空欄です"],
  ["数量", { 商品コード: "A", 区分: "入荷", 数量: 0 }, "quantity", "0以外"],
  ["数量", { 商品コード: "A", 区分: "出庫", 数量: -1 }, "quantity", "増減の向きは区分で決まります"],
  ["数量", { 商品コード: "A", 区分: "入荷", 数量: "3箱" }, "quantity", "数として読めません"],
  ["数量", { 商品コード: "A", 区分: "入荷", 数量: "=1+1" }, "quantity", "数式は使えません"],
  ["日付", { 商品コード: "A", 区分: "入荷", 数量: 1, 日付: "来週" }, "movedOn", "日付として読めません"],
  ["日付", { 商品コード: "A", 区分: "入荷", 数量: 1, 日付: 19 }, "movedOn", "日付として読めません"],
  ["日付", { 商品コード: "A", 区分: "入荷", 数量: 1, 日付: "=TODAY()" }, "movedOn", "日付として読めません"],
] as const)("a row with a faulty %s is marked and books nothing: %j", (header, row, column, reason) => {
  counted("A", 20);
  desk.adds("セット商品", { セット商品コード: "SET", 部品の商品コード: "A", 数量: 3 });
  desk.adds("入出庫入力", row);
  const pass = desk.pass();
  expect(pass.cellFaults).toEqual([expect.objectContaining({ column, reason: expect.stringContaining(reason) })]);
  expect(pass.counts.typed).toBe(0);
  expect(desk.mark("入出庫入力", 1, header)).toContain(reason);
});

test("a memo alone is no row", () => {
  desk.adds("入出庫入力", { メモ: "来週の入荷はここに" });
  expect(desk.pass().cellFaults).toEqual([]);
});

test("a product that gets another code keeps what the ledger knows of it, and rows typed with its old code still count", () => {
  counted("A", 20);
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "入荷", 数量: 5 });
  desk.pass();
  desk
    .open()
    .plan([
      renamesFor(stockTable, new Map([["A", "A-2"]])),
      rowsFor(stockTable, "products", [{ productCode: "A-2", name: "A", ledgerCodes: "A" }]),
    ])
    .commit();
  desk.later(10);
  expect(desk.pass().onHand).toEqual(new Map([["A-2", 25]]));
  expect(desk.stock("A-2")).toMatchObject({ 実在庫: 25 });
  expect(desk.entries()).toEqual(["棚卸 A 20", "入荷 A 5"]);
});

test("a row of 入出庫 that somebody wrote over is named and not guessed at", () => {
  counted("A", 20);
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "入荷", 数量: 5, 日付: day("11/20 11:00") });
  desk.at("11/20 12:00");
  desk.pass();
  desk.types("入出庫", 2, "数量", "五");
  expect(desk.pass().faults).toMatchObject([
    { subject: "入出庫3行目", reason: expect.stringContaining("元の内容に戻してください") },
  ]);
});

test("a session counts as of its time, however late a number is typed or read; the same number counts again", () => {
  counted("A", 10);
  desk.lists(ORDER, { A: 3 });
  desk.at("11/21 18:00");
  desk.begins();
  expect(desk.stock().棚卸数).toBeUndefined();
  expect(desk.stock().実在庫).toBe(10);
  desk.later(30);
  desk.status(ORDER, "出荷済");
  desk.pass();
  expect(desk.stock().実在庫).toBe(7);
  desk.later(30);
  desk.types("在庫", "A", "棚卸数", 10);
  desk.pass();
  expect(desk.stock()).toMatchObject({ 実在庫: 7, 棚卸日時: expect.closeTo(day("11/21 18:00"), 5) });
  desk.later(30);
  desk.types("在庫", "A", "棚卸数", 11);
  desk.ends();
  expect(desk.stock().実在庫).toBe(8);
  desk.later(30);
  desk.types("在庫", "A", "棚卸数", 6);
  desk.pass();
  expect(desk.stock().実在庫).toBe(6);
});

test("entries of one package, and a count with the row that says so, are committed together", () => {
  desk.stocks("B");
  desk.types("在庫", "A", "棚卸数", 10);
  desk.lists(ORDER, { A: 1, B: 2 });
  desk.status(ORDER, "出荷済");
  for (const commits of [1, 2, 3]) desk.killed(commits);
  desk.later(10);
  desk.pass();
  expect(desk.entries()).toEqual(["出荷 A -1", "出荷 B -2", "棚卸 A 10"]);
  expect(desk.stock().実在庫).toBe(9);
});

test("a count of which the row does not know that it is recorded is not recorded again", () => {
  counted("A", 10);
  desk.adds("入出庫入力", { 商品コード: "A", 区分: "出庫", 数量: 1 });
  desk.pass();
  for (const header of ["記録した棚卸数", "棚卸日時"]) desk.types("在庫", "A", header, null);
  expect(desk.pass().onHand.get("A")).toBe(9);
  expect(desk.stock()).toMatchObject({ 記録した棚卸数: 10, 実在庫: 9 });
});

test("a count that came from another row along with its mark is asked for, and is not recorded for the wrong product", () => {
  desk.stocks("B", "C");
  counted("A", 20);
  desk.pass();
  const [headers = []] = desk.grid("在庫");
  const cells = (rowIndex: number) => ({
    sheetId: desk.sheetId("在庫"),
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
    startColumnIndex: headers.indexOf("棚卸数"),
    endColumnIndex: headers.indexOf("安全在庫") + 1,
  });
  desk.update({ copyPaste: { source: cells(1), destination: cells(2), pasteType: "PASTE_NORMAL" } });
  const pass = desk.pass();
  expect([pass.onHand, pass.counts.counted]).toEqual([new Map([["A", 20]]), 0]);
  expect(desk.mark("在庫", 2, "棚卸数")).toContain("ほかの行の数かもしれません");
  desk.types("在庫", "B", "棚卸数", 7);
  expect(desk.pass().onHand).toEqual(
    new Map([
      ["A", 20],
      ["B", 7],
    ]),
  );
});

test("counts that people sorted apart from their rows are recorded for their own products", () => {
  desk.stocks("B");
  for (const code of ["A", "B"]) counted(code, 10);
  desk.types("在庫", "A", "棚卸数", 3);
  desk.types("在庫", "B", "棚卸数", 4);
  const [headers = []] = desk.grid("在庫");
  const column = headers.indexOf("棚卸数");
  const range = { sheetId: desk.sheetId("在庫"), startRowIndex: 1, endRowIndex: 3, startColumnIndex: column };
  desk.update({
    sortRange: {
      range: { ...range, endColumnIndex: headers.indexOf("安全在庫") + 1 },
      sortSpecs: [{ dimensionIndex: column, sortOrder: "DESCENDING" }],
    },
  });
  expect(desk.stock("A").棚卸数).toBe(4);
  expect(desk.pass().onHand).toEqual(
    new Map([
      ["A", 3],
      ["B", 4],
    ]),
  );
  expect(desk.stock("A").棚卸数).toBe(3);
});

test("what left between a count and the run that finds both is not in the count: it could be sold twice", () => {
  desk.types("在庫", "A", "棚卸数", 20);
  desk.lists(ORDER, { A: 5 });
  desk.status(ORDER, "出荷済");
  expect(desk.pass().onHand.get("A")).toBe(15);
});
