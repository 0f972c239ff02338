import { describe, expect, test } from "vitest";
import { dueItems } from "../../../../src/desk/products/rules/due-items.ts";
import { refusalSummaries } from "../../../../src/desk/products/rules/refusal.ts";
import { listing, master } from "../../../support/products.ts";

const coded = (manageNumber: string, variantId: string, merchantSkuId: string, more = {}) =>
  listing(manageNumber, variantId, { merchantSkuId, ...more });

test("a new product gets a row and a row of stock, and is not written again while nothing changes", () => {
  const { sees, row, stock } = master();
  sees(coded("m1", "a", "A-01", { variation: "カラー:赤", jan: "4900000000017" }));
  expect(row("A-01")).toMatchObject({
    state: "",
    question: "",
    manageNumber: "m1",
    variantId: "a",
    variation: "カラー:赤",
    jan: "4900000000017",
    stockControl: "通常",
  });
  expect([...stock.keys()]).toEqual(["A-01"]);
  expect(sees(coded("m1", "a", "A-01", { variation: "カラー:赤", jan: "4900000000017" })).changes).toEqual([]);
});

test("what the source does not say stays as it is", () => {
  const { sees, reads, row } = master();
  sees(coded("m1", "a", "A-01", { price: 700, hidden: true }));
  reads({ manageNumber: "m1", variantId: "a", merchantSkuId: "A-01", name: "新しい名前" });
  expect(row("A-01")).toMatchObject({ name: "新しい名前", price: 700, state: "倉庫", genreId: "100000" });
});

describe("a SKU without a code that tells it apart", () => {
  test("is refused, and told once for all of its kind", () => {
    const { sees, codes } = master();
    const { refusals } = sees(
      coded("m1", "a", "A-01"),
      coded("m1", "b", ""),
      ...["2", "3", "4", "5"].map((number) => coded(`m${number}`, "normal-inventory", " ")),
    );
    expect(codes()).toEqual(["A-01"]);
    expect(refusals[0]?.reason).toBe("商品コードに使う「システム連携用SKU番号」がありません。");
    expect(refusalSummaries(refusals)).toEqual([
      { kind: "noCode", count: 5, text: "商品コードがない（m1/b、m2、m3 ほか）" },
    ]);
  });

  test("is refused by the id that RMS puts everywhere", () => {
    const { sees, codes } = master({ codeField: "variantId" });
    const { refusals } = sees(listing("m1", "normal-inventory"), listing("m2", "normal-inventory"));
    expect(refusals.map(({ reason }) => reason.slice(0, 17))).toEqual([
      "このIDでは商品を区別できません。",
      "このIDでは商品を区別できません。",
    ]);
    expect(codes()).toEqual([]);
  });
});

describe("the same code on two SKUs", () => {
  const both = [coded("m1", "a", "X"), coded("m2", "b", "X")] as const;

  test("is named on one row, without stock, until it is allowed; then it is one product sold twice", () => {
    const { sees, row, stock, ticks } = master();
    sees(...both);
    expect(row("X")).toMatchObject({ state: "要確認", otherPairs: "m2/b（要確認）" });
    expect(row("X")?.question).toContain("m1/a、m2/b の商品コードが同じです。");
    expect([...stock.keys()]).toEqual([]);

    ticks("X");
    sees(...both);
    expect(row("X")).toMatchObject({ state: "", question: "", manageNumber: "m1", otherPairs: "m2/b" });
    expect(row("X")?.acknowledged).toContain("m1/a、m2/b の商品コードが同じです。");
    expect([...stock.keys()]).toEqual(["X"]);
  });

  test("stays named when only one of them is seen again", () => {
    const { sees, row } = master();
    sees(...both);
    sees(both[0]);
    expect(row("X")).toMatchObject({ state: "要確認", otherPairs: "m2/b（要確認）" });
  });

  test("leaves a known row and its stock as they are", () => {
    const { sees, row, stock } = master();
    sees(coded("m1", "a", "X", { name: "りんご" }));
    sees(coded("m2", "b", "X", { name: "みかん" }));
    expect(row("X")).toMatchObject({ name: "りんご", manageNumber: "m1", state: "要確認" });
    expect([...stock.keys()]).toEqual(["X"]);
  });

  test("asks again for a third, and a tick that was there before does not count for it", () => {
    const { sees, row, ticks } = master();
    sees(...both);
    ticks("X");
    sees(...both);
    sees(coded("m3", "c", "X"));
    expect(row("X")).toMatchObject({ state: "要確認", otherPairs: "m2/b\nm3/c（要確認）" });
    expect(row("X")?.question).toContain("一度外し");
    sees(coded("m3", "c", "X"));
    expect(row("X")?.state).toBe("要確認");

    ticks("X", false);
    sees(coded("m3", "c", "X"));
    expect(row("X")?.question).not.toContain("一度外し");
    ticks("X");
    sees(coded("m3", "c", "X"));
    expect(row("X")).toMatchObject({ state: "", otherPairs: "m2/b\nm3/c" });
  });

  test("asks no more once the shop tells them apart", () => {
    const { sees, row, codes, stock } = master();
    sees(...both);
    sees(coded("m2", "b", "Y"));
    expect(row("X")).toMatchObject({ state: "", question: "", otherPairs: "" });
    expect(codes()).toEqual(["X", "Y"]);
    expect(stock.has("Y")).toBe(true);
  });

  test("is found between the choices of one page, too", () => {
    const { reads, row, stock, ticks } = master({ codeField: "itemNumber" });
    const choices = ["48cm", "54cm", "59cm"].map((size) =>
      listing("m1", "", { itemNumber: "HAT", variation: `サイズ:${size}` }),
    );
    reads(...choices);
    expect(row("HAT")?.question).toContain("m1（サイズ:48cm）、m1（サイズ:54cm）、m1（サイズ:59cm）");
    expect(stock.size).toBe(0);
    ticks("HAT");
    reads(...choices);
    expect(row("HAT")).toMatchObject({ state: "", otherPairs: "m1/（サイズ:54cm）\nm1/（サイズ:59cm）" });
    expect(reads(...choices).changes).toEqual([]);
  });
});

describe("a SKU that took the place of another", () => {
  test.each(["sees", "reads"] as const)("keeps the row of its code (%s)", (how) => {
    const desk = master();
    desk.sees(coded("m1", "normal-inventory", "S1"));
    desk[how](coded("m1", "s", "S1"), coded("m1", "l", "S2"));
    expect(desk.row("S1")).toMatchObject({ state: "", manageNumber: "m1", variantId: "s", otherPairs: "" });
    expect(desk.row("S2")).toMatchObject({ state: "", variantId: "l" });
    expect(desk.stock).toEqual(
      new Map([
        ["S1", "S1"],
        ["S2", "S2"],
      ]),
    );
  });

  test("is looked at next where its page was not shown together with the one that lost its own", () => {
    const { sees, loses, row, known } = master();
    sees(coded("m1", "a", "X"));
    sees(coded("m2", "b", "X", { name: "別のページ" }));
    expect(dueItems(known().products)).toEqual([]);
    loses("m1");
    expect(row("X")).toMatchObject({ state: "", manageNumber: "m2", variantId: "b", updatedAt: null });
    expect(dueItems(known().products)).toEqual(["m2"]);
    sees(coded("m2", "b", "X", { name: "別のページ" }));
    expect(row("X")).toMatchObject({ name: "別のページ" });
    expect(dueItems(known().products)).toEqual([]);
  });

  test("is asked for as long as RMS told nothing of it, and no more once the shop has it no longer", () => {
    const { reads, loses, row, known } = master();
    reads(coded("m1", "a", "X", { updatedAt: null }));
    expect(row("X")).toMatchObject({ updatedAt: null });
    expect(dueItems(known().products)).toEqual(["m1"]);
    loses("m1");
    expect(row("X")).toMatchObject({ state: "廃止", updatedAt: null });
    expect(dueItems(known().products)).toEqual([]);
  });

  test("is the same SKU however RMS writes that a page sells one thing", () => {
    const { sees, reads, row } = master();
    reads(coded("M1", "", "S1"));
    sees(coded("m1", "normal-inventory", "S1"));
    expect(row("S1")).toMatchObject({ state: "", variantId: "normal-inventory", otherPairs: "" });
  });
});

describe("a changed product code", () => {
  test("is asked about, and moves the row and its stock when it is allowed", () => {
    const { sees, row, codes, stock, ticks } = master();
    sees(coded("m1", "a", "X"));
    sees(coded("m1", "a", "Y"));
    expect(codes()).toEqual(["X"]);
    expect(row("X")).toMatchObject({ state: "要確認", merchantSkuId: "Y" });
    expect(row("X")?.question).toContain("商品コードが X から Y に変わりました。");

    ticks("X");
    expect(sees(coded("m1", "a", "Y")).renames).toEqual([{ from: "X", to: "Y" }]);
    expect(row("Y")).toMatchObject({ state: "", question: "", manageNumber: "m1" });
    expect(stock).toEqual(new Map([["Y", "X"]]));
  });

  test("is asked about no more when the shop takes it back", () => {
    const { sees, row } = master();
    sees(coded("m1", "a", "X"));
    sees(coded("m1", "a", "Y"));
    sees(coded("m1", "a", "X"));
    expect(row("X")).toMatchObject({ state: "", question: "" });
  });

  test("cannot become that of another product by a tick", () => {
    const { sees, row, codes, ticks } = master();
    sees(coded("m1", "a", "X"), coded("m2", "b", "Y"));
    sees(coded("m1", "a", "Y"));
    ticks("X");
    expect(sees(coded("m1", "a", "Y")).renames).toEqual([]);
    expect(row("X")?.question).toContain("Y はほかの行にあります。");
    expect(row("Y")).toMatchObject({ state: "", otherPairs: "" });
    expect(codes()).toEqual(["X", "Y"]);
  });

  test("keeps everything else of that code away until it is settled", () => {
    const { sees, row, codes, ticks } = master();
    sees(coded("m1", "a", "X"));
    const { refusals } = sees(coded("m1", "a", "Y"), coded("m2", "b", "Y"));
    expect(refusals.map(({ kind }) => kind)).toEqual(["waiting"]);
    expect(sees(coded("m2", "b", "Y")).refusals.map(({ kind }) => kind)).toEqual(["waiting"]);
    expect(codes()).toEqual(["X"]);

    ticks("X");
    sees(coded("m1", "a", "Y"), coded("m2", "b", "Y"));
    expect(row("Y")).toMatchObject({ manageNumber: "m1", otherPairs: "m2/b（要確認）" });
  });

  test("of one of several pairs is asked about, and makes a product of its own when allowed", () => {
    const { sees, row, codes, ticks } = master();
    const both = [coded("m1", "a", "X"), coded("m2", "b", "X")] as const;
    sees(...both);
    ticks("X");
    sees(...both);
    ticks("X", false);
    sees(coded("m1", "a", "Y"));
    expect(row("X")?.question).toContain("m1/a の商品コードが Y に変わりました。");
    expect(codes()).toEqual(["X"]);
    ticks("X");
    sees(coded("m1", "a", "Y"));
    expect(row("X")).toMatchObject({
      state: "",
      manageNumber: "m2",
      variantId: "b",
      merchantSkuId: "X",
      otherPairs: "",
    });
    expect(row("Y")).toMatchObject({ state: "", manageNumber: "m1" });
  });

  test("leaves what only had the former one behind, as a product of its own", () => {
    const { sees, row, codes, stock, ticks } = master();
    sees(coded("m1", "a", "X"));
    sees(coded("m1", "a", "Y"), coded("m2", "b", "X"));
    expect(row("X")?.question).toBe(
      "商品コードが X から Y に変わりました。同じ商品なら、「確認済」にチェックを入れてください。商品マスタと在庫の行の商品コードを変更します。",
    );
    ticks("X");
    sees(coded("m1", "a", "Y"), coded("m2", "b", "X"));
    expect(codes()).toEqual(["X", "Y"]);
    expect(row("X")).toMatchObject({ state: "", manageNumber: "m2", otherPairs: "" });
    expect(row("Y")).toMatchObject({ state: "", manageNumber: "m1", otherPairs: "" });
    expect(stock.get("Y")).toBe("X");
  });

  test("of all pairs, seen one after the other, renames the row with all of them", () => {
    const { sees, row, codes, ticks } = master();
    const both = [coded("m1", "a", "X"), coded("m2", "b", "X")] as const;
    sees(...both);
    ticks("X");
    sees(...both);
    ticks("X", false);
    sees(coded("m1", "a", "Y"));
    sees(coded("m2", "b", "Y"));
    expect(row("X")?.question).toContain("商品コードが X から Y に変わりました。");
    ticks("X");
    sees(coded("m1", "a", "Y"));
    expect(codes()).toEqual(["Y"]);
    expect(row("Y")).toMatchObject({ state: "", manageNumber: "m1", otherPairs: "m2/b" });
  });
});

describe("what the shop has no more", () => {
  test("has given up what another row has by now", () => {
    const { sees, merge, row } = master();
    sees(coded("m1", "a", "X"), coded("m2", "b", "X"));
    const gone = ["m1", "m2"].map((manageNumber) => ({ manageNumber, units: [] }));
    merge({ listings: [], pages: gone, retires: true });
    sees(coded("m2", "b", "Y"));
    sees(coded("m2", "b", "X"));
    expect(row("X")?.state).toBe("廃止");
    expect(row("Y")?.question).toContain("商品コードが Y から X に変わりましたが、X はほかの行にあります。");
  });

  test("comes back with a SKU that was only asked about", () => {
    const { sees, loses, row } = master();
    sees(coded("m1", "a", "X"), coded("m2", "b", "X"));
    loses("m1");
    loses("m2");
    sees(coded("m2", "b", "X"));
    expect(row("X")).toMatchObject({ state: "", manageNumber: "m2", variantId: "b", otherPairs: "" });
  });

  test("is 廃止 with its row and stock kept, and no longer when it comes back", () => {
    const { sees, loses, row, stock } = master();
    sees(coded("m1", "a", "X"), coded("m1", "b", "Y"));
    sees(coded("m1", "a", "X"));
    expect(row("Y")).toMatchObject({ state: "廃止", manageNumber: "m1", variantId: "b" });
    loses("m1");
    expect(row("X")?.state).toBe("廃止");
    expect([...stock.keys()]).toEqual(["X", "Y"]);
    sees(coded("m1", "a", "X"), coded("m1", "b", "Y"));
    expect([row("X")?.state, row("Y")?.state]).toEqual(["", ""]);
  });

  test("is nothing that a file decides", () => {
    const { sees, reads, row } = master();
    sees(coded("m1", "a", "X"), coded("m1", "b", "Y"));
    reads(coded("m1", "a", "X"));
    expect(row("Y")?.state).toBe("");
  });

  test("leaves a product that is still sold elsewhere", () => {
    const { sees, loses, row, ticks } = master();
    const both = [coded("m1", "a", "X"), coded("m2", "b", "X")] as const;
    sees(...both);
    ticks("X");
    sees(...both);
    loses("m1");
    expect(row("X")).toMatchObject({ state: "", manageNumber: "m2", variantId: "b", otherPairs: "" });
  });

  test("makes way for the page that was made anew", () => {
    const { sees, loses, row } = master();
    sees(coded("m1", "a", "X"));
    loses("m1");
    sees(coded("m9", "a", "X"));
    expect(row("X")).toMatchObject({ state: "", manageNumber: "m9", otherPairs: "" });
  });
});

describe("a code that went through Excel", () => {
  test("is refused where it is a number in powers of ten", () => {
    const { reads, codes } = master();
    const { refusals } = reads(coded("m1", "a", "4.90E+12"), coded("m2", "b", "4.90E+12"));
    expect(refusals.map(({ kind }) => kind)).toEqual(["scientific", "scientific"]);
    expect(codes()).toEqual([]);
  });

  test.each([
    ["007", "7"],
    ["1-2", "2025/1/2"],
    ["1-2", "1月2日"],
    ["1.10", "1.1"],
    ["true", "TRUE"],
    ["12345678901234567", "12345678901234500"],
  ])("is refused where %s became %s, on a known SKU and on a new one", (code, broken) => {
    const { sees, reads, codes, row } = master();
    sees(coded("m1", "a", code));
    const { refusals } = reads(coded("m1", "a", broken), coded("m2", "b", broken));
    expect(refusals.map(({ reason }) => reason)).toEqual([
      `Excelで壊れた可能性（${code}?）`,
      `Excelで壊れた可能性（${code}?）`,
    ]);
    expect(codes()).toEqual([code]);
    expect(row(code)?.question).toBe("");
  });
});

test("a set has no row and no stock of its own", () => {
  const { sees, codes, stock } = master({ isSet: (code) => code === "SET-1" });
  expect(sees(coded("m1", "a", "SET-1"), coded("m2", "b", "A-01")).refusals.map(({ kind }) => kind)).toEqual(["set"]);
  expect([codes(), [...stock.keys()]]).toEqual([["A-01"], ["A-01"]]);
});

test("楽天在庫数 is blank where RMS does not count, and untouched where the source does not tell", () => {
  const { reads } = master();
  const { shopStock } = reads(
    coded("m1", "a", "A", { shopStock: 5 }),
    coded("m2", "a", "B", { shopStock: 0, stockControl: "none" }),
    coded("m3", "a", "C", { stockControl: "unlimited" }),
    coded("m4", "a", "D"),
  );
  expect(shopStock).toEqual([
    { productCode: "A", shopStock: 5 },
    { productCode: "B", shopStock: null },
    { productCode: "C", shopStock: null },
  ]);
});

test("a row that people typed takes the SKU of its code", () => {
  const { sees, rows, row } = master();
  sees(coded("m1", "a", "X"));
  const typed = { ...row("X"), productCode: "7", manageNumber: "", variantId: "", merchantSkuId: "", confirmed: false };
  rows.set("7", typed as never);
  sees(coded("m2", "b", "7"));
  expect(row("7")).toMatchObject({ state: "", manageNumber: "m2", variantId: "b" });
});
