import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Notice } from "../../../src/run/notice.ts";
import { OPERATOR } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const ORDERS = 15;
const numberOf = (at: number): string => `123456-20261123-00000000${String(at).padStart(2, "0")}`;
const trackingOf = (at: number): string => `4257920000${String(at).padStart(2, "0")}`;

let desk: Desk;
afterEach(() => desk.close());

/** A list that staff have worked on. */
async function worked(): Promise<void> {
  desk = await openDesk({ orders: Array.from({ length: ORDERS }, (_, at) => ({ orderNumber: numberOf(at) })) });
  await desk.importShipments();
  for (let at = 0; at < ORDERS; at++) desk.types("出荷リスト", numberOf(at), "伝票番号", trackingOf(at));
}

interface Tab {
  readonly sheetId: number;
  readonly title: string;
}
const tabs = (): Tab[] => {
  const { sheets, spreadsheetId } = desk.workbench;
  const path = `/v4/spreadsheets/${spreadsheetId}?fields=sheets.properties(sheetId,title)`;
  const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
  return (body as { sheets: { properties: Tab }[] }).sheets.map(({ properties }) => properties);
};
const idOf = (title: string): number | undefined => tabs().find((tab) => tab.title === title)?.sheetId;
const does = (...requests: object[]): void => desk.batchUpdate(requests, OPERATOR);
const titled = (sheetId: number | undefined, title: string) => ({
  updateSheetProperties: { properties: { sheetId, title }, fields: "title" },
});
const columnAt = (sheetId: number, startIndex: number) => ({
  range: { sheetId, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 },
});
const everything = (): string => JSON.stringify(tabs().map(({ title }) => [title, desk.grid(title)]));
const setUp = async (): Promise<Notice> => (await desk.run("setUp")).value as Notice;

/** The accident's names are swapped by way of a third, as people swap them. */
function swaps(one: string, other: string): void {
  const [a, b] = [idOf(one), idOf(other)];
  does(titled(a, "仮"), titled(b, one), titled(a, other));
}
const sorts = (sheetId: number, startRowIndex: number, place: number, sortOrder = "ASCENDING") =>
  does({ sortRange: { range: { sheetId, startRowIndex }, sortSpecs: [{ dimensionIndex: place, sortOrder }] } });
const place = (sheet: string, header: string): number => desk.grid(sheet)[0]?.indexOf(header) ?? -1;

/** 初期設定 said what to do, and has touched nothing. */
async function refused(words: string | RegExp): Promise<void> {
  const before = everything();
  expect(await setUp()).toMatchObject({ remedy: "fix", message: expect.stringMatching(words) });
  expect(everything() === before).toBe(true);
}

/** Each order once, with the number that staff gave its parcel. */
function expectWhole(): void {
  const rows = desk.rows("出荷リスト").map((row) => [row.注文番号, row.伝票番号]);
  expect(rows.sort()).toEqual(Array.from({ length: ORDERS }, (_, at) => [numberOf(at), trackingOf(at)]));
}

test.each([
  ["出荷リスト", "出荷明細"],
  ["出荷リスト", "連携ログ"],
  ["商品マスタ", "在庫"],
])("the swapped names of 「%s」 and 「%s」 are swapped back, and nothing in them moves", async (one, other) => {
  await worked();
  const before = [desk.grid(one), desk.grid(other)];
  swaps(one, other);
  expect(await setUp()).toMatchObject({ remedy: "none" });
  expect([desk.grid(one), desk.grid(other)]).toEqual(before);
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added: 0 } } });
  expectWhole();
});

test.each([
  ["ascending", "ASCENDING"],
  ["descending", "DESCENDING"],
])("a header that was sorted into the data (%s) is looked for, and no order becomes the header", async (_, order) => {
  await worked();
  const sheetId = desk.sheetId("出荷リスト");
  // Orders from another shop's prefix would not sort beyond the header: the number alone decides.
  sorts(sheetId, 0, place("出荷リスト", "伝票番号"), order);
  if (desk.grid("出荷リスト")[0]?.includes("伝票番号")) sorts(sheetId, 0, 0, "ASCENDING");
  await refused(/見出し.*(行目|1行目)/);
});

test("a key column that was deleted is not made anew over rows that need it", async () => {
  await worked();
  does({ deleteDimension: columnAt(desk.sheetId("出荷リスト"), place("出荷リスト", "送付先ID")) });
  await refused(/「送付先ID」がなくなっている/);
  const { value } = await desk.run("importShipments");
  expect(value).toMatchObject({ remedy: "fix" });
  expect(desk.rows("出荷リスト")).toHaveLength(ORDERS);
});

test("a renamed tab with an empty one in its place is asked about", async () => {
  await worked();
  does(titled(idOf("出荷リスト"), "出荷リスト 旧"), { addSheet: { properties: { title: "出荷リスト" } } });
  await refused(/これまでの内容は「出荷リスト 旧」にあります/);
});

test("a copy of a tab beside it changes nothing, and one in its place is put right by its name", async () => {
  await worked();
  does({ duplicateSheet: { sourceSheetId: idOf("出荷リスト"), newSheetName: "出荷リスト のコピー" } });
  expect(await setUp()).toMatchObject({ remedy: "none" });
  expectWhole();
});

test.each([
  ["出荷明細", "出荷リスト"],
  ["配送サービスマスタ", "支払方法マスタ"],
])("cells pasted over 「%s」 from 「%s」 are not taken for its own", async (over, from) => {
  await worked();
  const range = (title: string) => ({ sheetId: desk.sheetId(title), startRowIndex: 0, startColumnIndex: 0 });
  const endColumnIndex = Math.min(...[over, from].map((title) => desk.grid(title)[0]?.length ?? 0));
  does({ copyPaste: { source: { ...range(from), endRowIndex: 40, endColumnIndex }, destination: range(over) } });
  await refused(`「${over}」シートの見出しは「${from}」のものです`);
});

/** What goes wrong on the sheets of orders, by one number of each: which tab, which column, which way. */
const accidents: readonly ((n: number) => void)[] = [
  () => idOf("出荷リスト") !== undefined && idOf("出荷明細") !== undefined && swaps("出荷リスト", "出荷明細"),
  (n) => does(titled(tabs()[n % tabs().length]?.sheetId, `控え${n}`)),
  (n) => does({ addSheet: { properties: { title: `メモ${n}` } } }),
  (n) => idOf("出荷明細") === undefined && does({ addSheet: { properties: { title: "出荷明細", sheetId: 5000 + n } } }),
  (n) => onList((sheetId, width) => does({ insertDimension: columnAt(sheetId, n % width) })),
  (n) =>
    onList((sheetId, width) =>
      does({ moveDimension: { source: columnAt(sheetId, n % width).range, destinationIndex: 0 } }),
    ),
  (n) => onList((sheetId, width) => does({ deleteDimension: columnAt(sheetId, n % width) })),
  (n) => onList((sheetId, width) => typesHeader(sheetId, n % width, `見出し${n}`)),
  (n) => onList((sheetId, width) => sorts(sheetId, 1, n % width)),
  (n) => onList((sheetId, width) => sorts(sheetId, 0, n % width, n % 2 === 0 ? "ASCENDING" : "DESCENDING")),
  () =>
    onList((sheetId) =>
      does({ insertDimension: { range: { sheetId, dimension: "ROWS", startIndex: 0, endIndex: 1 } } }),
    ),
  (n) => onList((sheetId) => does({ duplicateSheet: { sourceSheetId: sheetId, newSheetName: `写し${n}` } })),
];

function onList(accident: (sheetId: number, width: number) => void): void {
  const tab = tabs().find(({ title }) => title === "出荷リスト");
  if (tab !== undefined) accident(tab.sheetId, Math.max(...desk.grid(tab.title).map((row) => row.length), 1));
}

function typesHeader(sheetId: number, columnIndex: number, stringValue: string): void {
  const rows = [{ values: [{ userEnteredValue: { stringValue } }] }];
  does({ updateCells: { start: { sheetId, rowIndex: 0, columnIndex }, rows, fields: "userEnteredValue" } });
}

/** What Google does not let people do has not happened: a name that is taken, a column that is gone. */
function unlessRefused(accident: () => unknown): void {
  try {
    accident();
  } catch (error) {
    if (!String(error).includes("INVALID_ARGUMENT")) throw error;
  }
}

/** How often each number of a parcel stands anywhere in the spreadsheet. */
function parcels(): Map<string, number> {
  const cells = tabs().flatMap(({ title }) => desk.grid(title).flat().map(String));
  return new Map(
    Array.from({ length: ORDERS }, (_, at) => [trackingOf(at), cells.filter((cell) => cell === trackingOf(at)).length]),
  );
}

test("after any twenty accidents 初期設定 and an import lose no cell of staff and double no shipment, or say what to do", async () => {
  const some = fc.array(fc.tuple(fc.nat(accidents.length - 1), fc.nat(60)), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(some, async (happened) => {
      await worked();
      try {
        for (const [which, n] of happened) unlessRefused(() => accidents[which]?.(n + 1));
        const [before, cells] = [parcels(), everything()];
        const { remedy, message } = await setUp();
        for (const [number, count] of parcels()) expect(count).toBeGreaterThanOrEqual(before.get(number) ?? 0);
        if (remedy !== "none") {
          expect({ remedy, message }).toEqual({ remedy: "fix", message: expect.stringMatching(/「.+」/) });
          expect(everything() === cells).toBe(true);
          return;
        }
        const { value } = await desk.run("importShipments");
        for (const [number, count] of parcels()) expect(count).toBeGreaterThanOrEqual(before.get(number) ?? 0);
        if ((value as Notice).remedy === "fix") return;
        const keys = desk.rows("出荷リスト").map((row) => `${row.注文番号}/${row.送付先ID}`);
        expect(new Set(keys).size).toBe(keys.length);
      } finally {
        await desk.close();
      }
    }),
    { numRuns: Number(process.env.ACCIDENTS ?? 8) },
  );
});
