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
  const now = [...before, ...personal, "備考", "日時指定", "店舗への連絡", "ギフトメッセージ", "注文者氏名"];
  expect(hidden().sort()).toEqual(now.sort());
  await desk.importShipments();
  await desk.run("setUp");
  expect(hidden().sort()).toEqual(now.sort());
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

test("個人情報を表示 brings the columns back, and none of the add-on's own", async () => {
  await run("showPersonal");
  expect(hidden().filter((header) => personal.includes(header))).toEqual([]);
  expect(hidden()).toContain("照合");
});
