import { afterAll, beforeAll, expect, test } from "vitest";
import type { Notice } from "../../../src/run/notice.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const A = "123456-20261123-0000000001";
const LIST = "出荷リスト";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
});
afterAll(() => desk.close());

/** The headers of the columns that nobody sees. */
function hidden(sheet = LIST): string[] {
  const fields = "sheets(properties.title,data.columnMetadata.hiddenByUser)";
  const path = `/v4/spreadsheets/${desk.workbench.spreadsheetId}?fields=${fields}&includeGridData=true`;
  const { body } = desk.workbench.sheets.handle({ method: "GET", path, user: OPERATOR });
  const { sheets } = body as {
    sheets: { properties: { title: string }; data: { columnMetadata: { hiddenByUser?: boolean }[] }[] }[];
  };
  const columns = sheets.find(({ properties }) => properties.title === sheet)?.data[0]?.columnMetadata ?? [];
  const headers = desk.grid(sheet)[0] ?? [];
  return columns.flatMap(({ hiddenByUser }, at) => (hiddenByUser ? [String(headers[at])] : []));
}

const run = async (fn: string, user?: string) => (await desk.run(fn, user)).value as Notice;
const personal = ["お届け先氏名", "フリガナ", "郵便番号", "都道府県", "市区町村", "番地・建物", "電話番号"];

test("names, addresses, numbers and remarks go out of sight, what people work with stays; runs and 初期設定 leave it so", async () => {
  const before = hidden();
  const { calls } = await desk.run("hidePersonal");
  expect(calls.filter(({ service }) => service.startsWith("Sheets"))).toHaveLength(2);
  const others = ["備考", "日時指定", "店舗への連絡", "ギフトメッセージ", "注文者氏名"];
  const now = [...new Set([...before, ...personal, ...others])];
  expect(hidden().sort()).toEqual(now.sort());
  await desk.importShipments();
  await desk.run("setUp");
  expect(hidden().sort()).toEqual(now.sort());
});

test("a group that is opened shows what was hidden in it, and closed again comes with it", async () => {
  const group = (collapsed: boolean) => {
    const place = (header: string) => desk.grid(LIST)[0]?.indexOf(header) ?? -1;
    const range = {
      sheetId: desk.sheetId(LIST),
      dimension: "COLUMNS",
      startIndex: place("郵便番号"),
      endIndex: place("個人情報の消去") + 1,
    };
    desk.batchUpdate([
      { updateDimensionGroup: { dimensionGroup: { range, depth: 1, collapsed }, fields: "collapsed" } },
    ]);
  };
  group(false);
  expect(hidden()).not.toContain("番地・建物");
  group(true);
  expect(hidden()).toContain("番地・建物");
});

test("the person is told that hiding is no secrecy, and where such data may still stand", async () => {
  await run("hidePersonal");
  expect(desk.ui.shown.at(-1)).toMatchObject({
    kind: "alert",
    prompt: expect.stringMatching(/秘密を守ることではありません[\s\S]*「変更内容」[\s\S]*個人情報を表示/),
  });
});

test("staff neither hide nor show what everybody sees", async () => {
  const before = hidden();
  expect(await run("showPersonal", STAFF)).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("シート全体を変更できる人だけ"),
  });
  expect(hidden()).toEqual(before);
});

test("個人情報を表示 brings the columns back, but for groups that are closed, and none of the add-on's own", async () => {
  await run("showPersonal");
  expect(hidden()).not.toContain("お届け先氏名");
  expect(hidden()).not.toContain("都道府県");
  expect(hidden()).toEqual(expect.arrayContaining(["番地・建物", "照合"]));
});
