import { afterEach, expect, test } from "vitest";
import { dialogTitles } from "../../../src/desk/settings/rules/dialog-titles.ts";
import type { SettingsView } from "../../../src/desk/settings/rules/settings-form.ts";
import type { Menu } from "../../../workbench/apps-script/ui.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** Opens a desk whose person answers each prompt with the next of these; null presses キャンセル. */
async function answering(fn: string, answers: (string | null)[], untouched = false) {
  const left = [...answers];
  desk = await openDesk({
    untouched,
    answer: ({ buttons }) => {
      const text = buttons === "OK" ? "" : (left.shift() ?? null);
      return text === null ? { button: buttons === "OK" ? "OK" : "CANCEL", text: "" } : { button: "OK", text };
    },
  });
  await desk.run(fn);
  return (await desk.run("loadSettings")).value as SettingsView;
}

const last = () => desk.ui.shown.at(-1);

test.each([
  ["askPeriodDays", "45", { periodDays: 45 }],
  ["askEnabled", "無効", { enabled: false }],
  ["askPastTarget", "2", { pastTarget: "left" }],
  ["askProductCode", "4", { productCode: "merchantSkuId" }],
  ["askProductsSince", "2026/11/1 9:05", { productsSince: "2026-11-01T09:05" }],
  ["askProductsFrom", " 12 ", { productsFrom: 12 }],
  ["askLicenceExpiry", "2027/2/21", { licenceExpiry: "2027-02-21" }],
  ["askShippingDate", "3", { shippingDate: "nextBusinessDay" }],
  ["askConfirmOrders", "有効", { confirmOrders: true }],
  ["askStockUpdate", "有効", { stockUpdate: true }],
  ["askStopShare", "35", { stopShare: 35 }],
  ["askNoticeMail", "無効", { noticeMail: false }],
  ["askClosingTime", "９:３０", { closingTime: "09:30" }],
  ["askStopAmount", "１０００", { stopAmount: 1000 }],
  ["askBigQueryProject", "shop-archive", { bigQueryProject: "shop-archive" }],
  ["askBigQueryProject", "", { bigQueryProject: null }],
  ["askBigQueryDataset", "ａｒｃｈｉｖｅ＿１", { bigQueryDataset: "archive_1" }],
  ["askOperators", "a@example.com, B@Example.com、A@EXAMPLE.COM", { operators: ["a@example.com", "B@Example.com"] }],
  ["askStaff", "ｐａｃｋｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ", { staff: ["packer@example.com"] }],
  ["askPeriodDays", "３０", { periodDays: 30 }],
  ["askProductCode", "４", { productCode: "merchantSkuId" }],
  ["askProductsSince", "２０２６／１１／１　９：０５", { productsSince: "2026-11-01T09:05" }],
  ["askLicenceExpiry", "２０２７／２／２１", { licenceExpiry: "2027-02-21" }],
])("%s takes %s", async (fn, answer, settings) => {
  expect((await answering(fn, [answer])).settings).toMatchObject(settings);
  expect(last()).toMatchObject({ kind: "toast", message: "保存しました。" });
});

test.each([
  ["askPeriodDays", "100日", "整数で"],
  ["askPeriodDays", "65", "64以下"],
  ["askEnabled", "はい", "有効か無効か"],
  ["askPastTarget", "3", "取り込むか取り込まないか"],
  ["askProductCode", "6", "項目を選んで"],
  ["askShippingDate", "4", "発送日を選んで"],
  ["askConfirmOrders", "はい", "有効か無効か"],
  ["askProductsSince", "昨日", "正しい日付と時刻"],
  ["askProductsFrom", "-1", "整数で"],
  ["askLicenceExpiry", "2027/2/30", "正しい日付"],
  ["askStockUpdate", "はい", "有効か無効か"],
  ["askStopShare", "101", "100以下"],
  ["askNoticeMail", "はい", "有効か無効か"],
  ["askClosingTime", "24:00", "「17:00」のように"],
  ["askStopAmount", "0", "1以上"],
  ["askBigQueryProject", "出荷の保管", "プロジェクトID"],
  ["askBigQueryDataset", "shukka-sheet", "半角の英数字と「_」"],
  ["askOperators", "山田", "メールアドレスとして読み取れません: 山田"],
  ["askDefaultTarget", "301", "「300 発送待ち」のいずれか"],
  ["askDefaultTarget", "500", "「300 発送待ち」のいずれか"],
])("%s refuses %s and says why", async (fn, answer, message) => {
  const before = await answering("loadSettings", []);
  await desk.close();
  expect((await answering(fn, [answer])).settings).toEqual(before.settings);
  expect(last()).toMatchObject({ kind: "alert", prompt: expect.stringContaining(message) });
});

test("the licence's date is cleared by an empty answer, and by the new key that it does not belong to", async () => {
  const { licenceExpiry } = (await answering("askLicenceExpiry", ["2027/2/21", "", "2027/2/21", "", "SL000000_new"]))
    .settings;
  const stored = async () => ((await desk.run("loadSettings")).value as SettingsView).settings.licenceExpiry;
  expect(licenceExpiry).toBe("2027-02-21");
  await desk.run("askLicenceExpiry");
  expect(await stored()).toBeNull();
  await desk.run("askLicenceExpiry");
  expect(await stored()).toBe("2027-02-21");
  await desk.run("askKeys");
  expect(await stored()).toBeNull();
});

test("the default status goes to the master", async () => {
  expect((await answering("askDefaultTarget", ["200"])).targets[0]).toMatchObject({ key: "デフォルト", target: 200 });
});

test("キャンセル changes nothing and says nothing", async () => {
  expect((await answering("askPeriodDays", [null])).settings.periodDays).toBe(30);
  expect(last()).toMatchObject({ kind: "prompt" });
});

test("both keys are asked for, and the connection stands", async () => {
  const keys = ["SP000000_sandboxSecret", " SL000000_sandboxLicense "];
  const view = await answering("askKeys", keys, true);
  expect(view).toMatchObject({ serviceSecret: "cret", licenseKey: "ense", operator: "operator@example.com" });
});

test("a key that can be none is asked for again with the reason; mended and tried, it says so in the end", async () => {
  const typed = ["SL000000_sandboxLicense", "ＳＰ000000_sandboxSecret", "SL000000_sandboxLicense"];
  expect(await answering("askKeys", typed, true)).toMatchObject({ serviceSecret: "cret", licenseKey: "ense" });
  const asked = desk.ui.shown.flatMap((shown) => (shown.kind === "prompt" ? [shown.prompt] : []));
  expect(asked.map((prompt) => prompt.includes("逆です。"))).toEqual([false, true, false]);
  expect(last()).toMatchObject({ kind: "alert", prompt: expect.stringContaining("全角の文字を半角に直しました。") });
  expect(last()).toMatchObject({ prompt: expect.stringContaining("すべての機能を利用できます。") });
});

test("one key is replaced where the other is left empty", async () => {
  expect(await answering("askKeys", ["", "SL000000_renewed"])).toMatchObject({
    serviceSecret: "cret",
    licenseKey: "ewed",
  });
});

test("keys are deleted only for the word that says so", async () => {
  expect(await answering("askToDeleteKeys", ["はい"])).toMatchObject({ licenseKey: "ense" });
  await desk.close();
  expect(await answering("askToDeleteKeys", ["削除"])).toMatchObject({ licenseKey: null, operator: "" });
});

test("every setting of the panel has its dialog in the menu", async () => {
  desk = await openDesk();
  const [menu] = await desk.workbench.host.open("operator@example.com");
  const part = (of: Menu | undefined, name: string): Menu | undefined =>
    of?.entries.flatMap((entry) => (entry.kind === "menu" ? [entry.menu] : [])).find(({ caption }) => caption === name);
  const entries = part(part(menu, "設定"), "パネルを使わない場合")?.entries ?? [];
  const items = entries.map((entry) => ("caption" in entry ? entry.caption : ""));
  expect(items).toEqual(expect.arrayContaining(Object.values(dialogTitles)));
});
