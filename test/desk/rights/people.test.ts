import { afterEach, expect, test } from "vitest";
import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import { raiseInstead, serve, sheetsFailure } from "../../../workbench/apps-script/execution/gate.ts";
import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { type Desk, type DeskOptions, openDesk } from "../../support/desk.ts";

const PARTNER = "partner@example.com";
const LIST = "出荷リスト";
const A = "123456-20261123-0000000001";

let desk: Desk;
afterEach(() => desk.close());

/** A desk with one order on its list, whose file is shared with a partner as well. */
async function open(options: DeskOptions = {}): Promise<void> {
  desk = await openDesk({ orders: [{ orderNumber: A }], ...options });
  desk.workbench.sheets.share(desk.workbench.spreadsheetId, PARTNER, "writer");
  await desk.importShipments();
}

const save = async (settings: object, user = OPERATOR) => (await desk.run("saveSettings", user, [{ settings }])).value;
const sheetsCallsIn = ({ calls }: Execution): string[] =>
  calls.filter(({ name }) => name.startsWith("Sheets.")).map(({ name }) => name.replace("Sheets.Spreadsheets.", ""));
const sheetsCalls = async (fn: string, user = OPERATOR): Promise<string[]> => sheetsCallsIn(await desk.run(fn, user));
const mayWrite = (user: string): boolean => {
  try {
    desk.types(LIST, A, "番地・建物", "1-2-3", user);
    return true;
  } catch {
    return false;
  }
};
const line = () => desk.rows("ダッシュボード").find((row) => row.項目 === "シートの保護");

test("whom the settings name as operator may write everywhere at once, and no more once the name is gone", async () => {
  await open();
  expect([mayWrite(OPERATOR), mayWrite(PARTNER), mayWrite(STAFF)]).toEqual([true, false, false]);
  expect(await save({ operators: [PARTNER.toUpperCase()], staff: [STAFF] })).toMatchObject({ saved: true });
  expect([mayWrite(OPERATOR), mayWrite(PARTNER), mayWrite(STAFF)]).toEqual([true, true, false]);
  await desk.importShipments();
  expect(line()).toMatchObject({ 状態: "正常", 内容: expect.stringContaining("2人") });
  expect(await save({ operators: [] })).toMatchObject({ saved: true });
  expect([mayWrite(OPERATOR), mayWrite(PARTNER), mayWrite(STAFF)]).toEqual([true, false, false]);
  desk.types(LIST, A, "作業メモ", "電話済み", PARTNER);
});

test("names cost one read and one write, what did not change none, and runs cost what they did before", async () => {
  await open();
  const saved = await desk.run("saveSettings", OPERATOR, [{ settings: { operators: [PARTNER] } }]);
  // The second read is for the panel: it shows 支払方法マスタ.
  expect(sheetsCallsIn(saved)).toEqual(["get", "batchUpdate", "get"]);
  desk.batchUpdate([{ deleteProtectedRange: { protectedRangeId: lock().protectedRangeId } }]);
  await desk.passes(1);
  // The names of the list's rows, the list, and what changes there.
  expect(await sheetsCalls("importShipments")).toEqual(["get", "get", "batchUpdate"]);
  expect([mayWrite(PARTNER), mayWrite(STAFF)]).toEqual([true, false]);
});

interface Protection {
  readonly protectedRangeId: number;
  readonly warningOnly?: boolean;
  readonly editors: { readonly users: readonly string[] };
}

function lock(): Protection {
  const path = `/v4/spreadsheets/${desk.workbench.spreadsheetId}?fields=sheets(protectedRanges)`;
  const { body } = desk.workbench.sheets.handle({ method: "GET", path, user: OPERATOR });
  const [list] = (body as { sheets: { protectedRanges: Protection[] }[] }).sheets;
  return list?.protectedRanges.find(({ warningOnly }) => warningOnly !== true) as Protection;
}

test("whoever connects next is let through where the settings named them, and the owner of the file always is", async () => {
  await open();
  await save({ operators: [PARTNER] });
  await desk.run("deleteKeys", OPERATOR, [null]);
  expect(
    (await desk.run("saveSettings", PARTNER, [{ settings: { operators: [] }, keys: SANDBOX_KEYS }])).value,
  ).toMatchObject({ saved: true });
  await desk.importShipments(PARTNER);
  expect([...lock().editors.users].sort()).toEqual([OPERATOR, PARTNER].sort());
  expect((await desk.run("setUp", PARTNER)).value).toMatchObject({ remedy: "none" });
  expect((await desk.run("setUp", PARTNER)).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

test("nobody is operator and staff at once, and whoever connected cannot keep themselves out", async () => {
  await open();
  expect(await save({ operators: [PARTNER], staff: [PARTNER.toUpperCase()] })).toEqual({
    saved: false,
    errors: { staff: expect.stringContaining("どちらか一方だけ") },
  });
  expect(await save({ staff: [OPERATOR] })).toEqual({
    saved: false,
    errors: { staff: expect.stringContaining("キーを登録した人") },
  });
  expect((await desk.run("loadSettings")).value).toMatchObject({ settings: { operators: [], staff: [] } });
  expect(mayWrite(OPERATOR)).toBe(true);
});

test("an address that Google does not take is told beside its field, and nothing is saved", async () => {
  const google = { refuses: false };
  const failure = sheetsFailure("spreadsheets.batchUpdate", 400, "Invalid requests[1].addProtectedRange: no account.");
  const isRefused = (name: string) => google.refuses && name === "Sheets.Spreadsheets.batchUpdate";
  await open({ gate: { pass: ({ name }) => (isRefused(name) ? raiseInstead(failure) : serve) } });
  google.refuses = true;
  expect(await save({ operators: [PARTNER], periodDays: 10 })).toEqual({
    saved: false,
    errors: { operators: expect.stringContaining("Googleアカウントのものか確認") },
  });
  expect((await desk.run("loadSettings")).value).toMatchObject({ settings: { operators: [], periodDays: 30 } });
});

test("before 初期設定 the names are kept, and 初期設定 protects the sheets for them", async () => {
  await open({ untouched: true, orders: [] }).catch(() => undefined);
  expect(await save({ operators: [PARTNER] })).toMatchObject({ saved: true });
  await desk.run("setUp");
  expect([...lock().editors.users].sort()).toEqual([OPERATOR, PARTNER].sort());
});
