import { describe, expect, test } from "vitest";
import { type Preview, previewOf } from "../../../sidebar/products/preview.ts";
import { readFile } from "../../../sidebar/products/read-file.ts";
import { type Progress, type Sending, sendImport } from "../../../sidebar/products/send-import.ts";
import { sentText } from "../../../sidebar/products/sent-text.ts";
import { importPart, type PartAnswer } from "../../../src/desk/products/rules/csv/import-wire.ts";
import type { KnownProduct } from "../../../src/desk/products/rules/product.ts";
import { emptyProduct } from "../../../src/desk/products/rules/product.ts";
import { csvFile } from "../../support/csv.ts";

const HEADER = ["商品管理番号", "SKU管理番号", "システム連携用SKU番号", "在庫数"];
const counts = { added: 1, updated: 2, asked: 0, retired: 0 };
const done: PartAnswer = { done: true, counts, left: false };
const known = (productCode: string, manageNumber: string): KnownProduct => ({
  ...emptyProduct(productCode),
  manageNumber,
  variantId: "a",
  confirmed: false,
});

async function preview(rows: number, products: readonly KnownProduct[] = []): Promise<Preview> {
  const file = csvFile(
    HEADER,
    Array.from({ length: rows }, (_, at) => ({
      商品管理番号: `m${at}`,
      SKU管理番号: "a",
      システム連携用SKU番号: `A-${at}`,
      在庫数: at === 7 ? "多数" : "",
    })),
  );
  const chosen = { name: "all.csv", file, read: await readFile(file, 0) };
  const sheets = { products, stocked: [], sets: [], headers: {} };
  return (await previewOf([chosen], sheets, "merchantSkuId", new AbortController().signal)) as Preview;
}

/** Sends to somebody who answers each call in turn as told, and keeps what arrived. */
async function sent(shown: Preview, answers: readonly (PartAnswer | Error)[] = [], given: Partial<Sending> = {}) {
  const parts: NonNullable<ReturnType<typeof importPart>>[] = [];
  const pauses: number[] = [];
  const told: Progress[] = [];
  const stop = new AbortController();
  const result = await sendImport({
    preview: shown,
    retires: false,
    run: "2026-11-24T01:30:00.000Z",
    signal: stop.signal,
    onProgress: (progress) => told.push(progress),
    pause: async (seconds) => void pauses.push(seconds),
    send: async (text) => {
      const part = importPart(text);
      if (part === undefined) throw new Error("no part");
      parts.push(part);
      const answer = answers[parts.length - 1] ?? done;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    ...given,
  });
  return { result, parts, pauses, told };
}

const busy: PartAnswer = { done: false, wait: true, message: "ただいま実行中です。" };

test("an import goes in numbered parts, the first a small one, and the last says what the add-on never hears of", async () => {
  const { result, parts, told } = await sent(await preview(3500));
  expect(parts.map(({ part, listings, next, refused }) => [part, listings.length, next, refused])).toEqual([
    [0, 300, "more", {}],
    [1, 3000, "more", {}],
    [2, 199, "end", { 読み取れない行: 1 }],
  ]);
  expect(told.map((progress) => progress.done)).toEqual([0, 300, 3300]);
  expect(sentText(result)).toBe("取り込みました。追加 1件、更新 2件。");
});

test("what the files do not have is sent last, and by the operator's word alone", async () => {
  const shown = await preview(3, [known("GONE", "gone"), known("A-1", "m1")]);
  expect((await sent(shown)).parts.map(({ retires }) => retires)).toEqual([false]);
  const { parts } = await sent(shown, [], { retires: true });
  expect(parts.map(({ retires, pages, listings }) => [retires, pages, listings.length])).toEqual([
    [false, [{ manageNumber: "m1", units: ["a"] }], 3],
    [true, [{ manageNumber: "gone", units: [] }], 0],
  ]);
});

describe("a part is sent again", () => {
  test("while others are at work, saying whom it waits for", async () => {
    const { result, parts, pauses, told } = await sent(await preview(3), [busy, busy, done]);
    expect([result.how, parts.map(({ part }) => part), pauses]).toEqual(["done", [0, 0, 0], [10, 10]]);
    expect(told.map(({ waiting }) => waiting)).toContain("ただいま実行中です。");
  });

  test("where its answer was lost", async () => {
    const { result, parts } = await sent(await preview(3), [new Error("通信に失敗しました。"), done]);
    expect([result.how, parts.map(({ part }) => part)]).toEqual(["done", [0, 0]]);
  });

  test("where the add-on had no time for all of it", async () => {
    const { parts } = await sent(await preview(400), [{ ...done, left: true }, done, done]);
    expect(parts.map(({ part }) => part)).toEqual([0, 0, 1]);
  });

  test("not for ever: then it says what is in the sheets", async () => {
    const lost = new Error("通信に失敗しました。");
    const { result } = await sent(await preview(400), [done, lost, lost, lost, lost]);
    expect(result).toMatchObject({ how: "failed", done: 300, total: 399 });
    expect(sentText(result)).toBe(
      "通信に失敗しました。\n399件中300件まで取り込み済みです（追加 1件、更新 2件）。もう一度取り込むと続きを処理します。",
    );
  });
});

test("an answer that is no use to repeat ends the import with its own words", async () => {
  const refused: PartAnswer = { done: false, wait: false, message: "「在庫」シートがありません。" };
  const { result, parts } = await sent(await preview(400), [refused]);
  expect([result.how, result.message, parts.length]).toEqual(["failed", "「在庫」シートがありません。", 1]);
});

test.each([
  ["between two parts", [done], 300],
  ["while it waits for others", [done, busy], 300],
  ["before anything is done", [busy], 0],
])("cancelled %s, it tells the add-on and counts what is in the sheets", async (_, answers, committed) => {
  const stop = new AbortController();
  const heard: string[] = [];
  const { result } = await sent(await preview(3500), [], {
    signal: stop.signal,
    send: async (text) => {
      heard.push(importPart(text)!.next);
      if (heard.length === answers.length) stop.abort();
      return answers[heard.length - 1] ?? done;
    },
  });
  expect(result).toMatchObject({ how: "cancelled", done: committed, total: 3499 });
  expect(heard).toEqual([...answers.map(() => "more"), "cancelled"]);
  expect(sentText(result)).toContain(`中止しました。3,499件中${committed}件まで`);
});
