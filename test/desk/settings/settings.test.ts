import { afterEach, expect, test } from "vitest";
import type { SaveResult, SettingsView } from "../../../src/desk/settings/rules/settings-form.ts";
import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import { STAFF } from "../../../workbench/workbench.ts";
import { type Desk, type DeskOptions, openDesk } from "../../support/desk.ts";

let desk: Desk;
const open = async (options: DeskOptions = {}): Promise<Desk> => {
  desk = await openDesk(options);
  return desk;
};
afterEach(() => desk.close());

const load = async (user?: string) => (await desk.run("loadSettings", user)).value as SettingsView;
const save = async (input: unknown, user?: string) =>
  (await desk.run("saveSettings", user, [input])).value as SaveResult;
const keys = { serviceSecret: "SP000000_anotherSecret", licenseKey: "SL000000_anotherLicense" };
const target = (code: string) =>
  desk.rows("支払方法マスタ").find((row) => row.決済コード === code)?.連携対象支払方法ステータス;

test("before anything is set, the panel has defaults and says what is missing", async () => {
  await open({ untouched: true });
  expect(await load()).toMatchObject({
    settings: { enabled: true, periodDays: 30, productCode: "manageNumber", productsSince: null, productsFrom: 1 },
    serviceSecret: null,
    licenseKey: null,
    operator: "",
    editable: true,
    targets: [],
    targetsMissing: expect.stringContaining("支払方法マスタ"),
    check: null,
    now: "2026-11-24T01:30:00.000Z",
  });
});

test("what is saved comes back; of a key only the last four characters do", async () => {
  await open({ untouched: true });
  const settings = {
    enabled: false,
    periodDays: 64,
    productCode: "jan",
    productsSince: "2026-11-01T09:00",
    productsFrom: 11,
    licenceExpiry: "2027-02-21",
  };
  expect(await save({ settings, keys })).toMatchObject({ saved: true });
  expect(await load()).toMatchObject({
    settings,
    serviceSecret: "cret",
    licenseKey: "ense",
    operator: "operator@example.com",
    licence: { expires: "2027-02-21T14:59:59.000Z", source: "typed" },
  });
});

test("what is left out of a save stays as it is", async () => {
  await open();
  await save({ settings: { periodDays: 5 } });
  await save({ settings: { productsFrom: 3 } });
  expect(await load()).toMatchObject({ settings: { periodDays: 5, productsFrom: 3 }, licenseKey: "ense" });
});

test("with one wrong field nothing is saved, neither on the sheet nor in the settings", async () => {
  await open();
  const before = [desk.workbench.host.documentProperties(), desk.grid("支払方法マスタ")];
  expect(await save({ settings: { periodDays: 65 }, targets: [{ key: "9", target: 100 }], keys })).toEqual({
    saved: false,
    errors: { periodDays: "64以下にしてください。" },
  });
  expect([desk.workbench.host.documentProperties(), desk.grid("支払方法マスタ")]).toEqual(before);
  expect(desk.workbench.host.userProperties("operator@example.com")).not.toMatchObject({ keys });
});

test("the panel and 支払方法マスタ show the same statuses, edited in either place", async () => {
  await open();
  await save({ targets: [{ key: "9", target: 200 }] });
  expect(target("9")).toBe("200 楽天処理中");
  desk.types("支払方法マスタ", "2", "連携対象支払方法ステータス", "100 注文確認待ち");
  const { targets } = await load();
  expect(targets.find(({ key }) => key === "2")?.target).toBe(100);
  expect(targets[0]).toMatchObject({ key: "デフォルト", target: 300, required: true });
});

test("an emptied status falls back to the default; the default itself cannot be emptied", async () => {
  await open();
  await save({ targets: [{ key: "9", target: 200 }] });
  await save({ targets: [{ key: "9", target: null }] });
  expect(target("9")).toBeUndefined();
  expect(await save({ targets: [{ key: "デフォルト", target: null }] })).toMatchObject({
    errors: { "target:デフォルト": "必ず選んでください。" },
  });
  expect(target("デフォルト")).toBe("300 発送待ち");
});

test("a status saved in the panel decides what the next import takes", async () => {
  await open({ orders: [{ orderNumber: "123456-20261123-0000000001", progress: 100 }] });
  await save({ targets: [{ key: "デフォルト", target: 100 }] });
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toHaveLength(1);
});

test("once connected, only the operator saves, deletes and checks; staff see who that is", async () => {
  await open();
  const before = desk.workbench.host.documentProperties();
  expect(await load(STAFF)).toMatchObject({ editable: false, operator: "operator@example.com", licenseKey: null });
  for (const [fn, args] of [
    ["saveSettings", [{ settings: { periodDays: 1 } }]],
    ["saveSettings", [{ keys }]],
    ["deleteKeys", []],
    ["checkConnection", []],
  ] as const)
    expect(JSON.stringify((await desk.run(fn, STAFF, [...args])).value)).toContain("operator@example.com さん");
  expect(desk.workbench.host.documentProperties()).toEqual(before);
  expect(desk.workbench.host.userProperties(STAFF)).toEqual({});
});

test("staff who open the dialogs of the menu are asked nothing, and told whom to ask", async () => {
  await open();
  await desk.run("askKeys", STAFF);
  await desk.run("askPeriodDays", STAFF);
  const shown = desk.ui.shown.filter(({ user }) => user === STAFF);
  const prompt =
    "設定を変更できるのは、楽天のキーを登録した operator@example.com さんだけです。変更はその方に依頼してください。";
  expect(shown).toMatchObject(Array(2).fill({ kind: "alert", prompt }));
});

test("after the keys are deleted, nothing of them is left and another operator may connect", async () => {
  await open();
  await save({ settings: { operators: [STAFF] } });
  await desk.run("checkConnection");
  expect(await desk.run("deleteKeys")).toMatchObject({
    value: { saved: true, view: { licenseKey: null, operator: "" } },
  });
  expect(desk.workbench.host.userProperties("operator@example.com")).toEqual({});
  expect(Object.keys(desk.workbench.host.documentProperties())).toEqual(["settings", "set-up"]);
  expect(await save({ keys: SANDBOX_KEYS }, STAFF)).toMatchObject({ saved: true, view: { operator: STAFF } });
});

test("the date typed for a key goes with the key: a new one, or none; a new service secret leaves it", async () => {
  await open();
  const typed = { settings: { licenceExpiry: "2027-02-21" } };
  const stored = async () => (await load()).settings.licenceExpiry;
  await save(typed);
  await save({ keys: { serviceSecret: keys.serviceSecret } });
  expect(await stored()).toBe("2027-02-21");
  await save({ keys });
  expect(await stored()).toBeNull();
  await save({ keys: SANDBOX_KEYS, ...typed });
  expect(await stored()).toBe("2027-02-21");
  await desk.run("deleteKeys");
  expect(await stored()).toBeNull();
});

test("after a new key by menu, a good import says nothing of the old one's end, and no mail comes twice", async () => {
  await open();
  desk.shop.disable("license.expiryDate.get");
  await save({ settings: { licenceExpiry: "2026-11-23" } });
  expect((await desk.importShipments()).message).toContain("切れました");
  desk.shop.changeKeys(keys);
  await save({ keys });
  expect((await desk.importShipments()).message).not.toContain("切れました");
  expect(desk.rows("ダッシュボード")).toContainEqual(expect.objectContaining({ 項目: "ライセンスキー", 状態: "不明" }));
  expect(desk.workbench.host.mail()).toHaveLength(1);
});

test("new keys make the last check and the known expiry of the old ones void", async () => {
  await open();
  await desk.run("checkConnection");
  expect(await load()).toMatchObject({ check: { results: expect.any(Array) }, licence: { source: "rms" } });
  await save({ keys });
  expect(await load()).toMatchObject({ check: null, licence: { expires: null, source: null } });
});

test.each([[undefined], [null], ["x"], [7], [[1]], [{ settings: 3 }], [{ keys: { licenseKey: 1 } }]])(
  "an endpoint that is called with %j answers with a refusal, or saves nothing",
  async (raw) => {
    await open();
    const before = desk.workbench.host.userProperties("operator@example.com");
    const execution = await desk.run("saveSettings", undefined, [raw]);
    expect(execution.outcome).toBe("completed");
    expect(desk.workbench.host.userProperties("operator@example.com")).toEqual(before);
  },
);
