import { expect, test } from "vitest";
import { type Draft, draftErrors, draftOf, inputOf, rebased, unsavedFields } from "../../../sidebar/settings/draft.ts";
import { isStatus, targetOptions } from "../../../sidebar/settings/target-options.ts";
import { defaultSettings } from "../../../src/desk/settings/rules/settings.ts";
import { checkedInput } from "../../../src/desk/settings/rules/settings-form.ts";
import { settingsView as view } from "./settings-view.ts";

const draft = (change: Partial<Draft> = {}, from = view()): Draft => ({ ...draftOf(from), ...change });

test("the time from which products are taken is now in Japan, until it was set", () => {
  expect(draftOf(view()).productsSince).toBe("2026-11-24T10:30");
  const settings = { ...defaultSettings, productsSince: "2026-01-02T03:04" };
  expect(draftOf(view({ settings })).productsSince).toBe("2026-01-02T03:04");
});

test("what is shown and not touched can be saved as it is, and sends nothing", () => {
  const input = inputOf(draft(), view());
  expect(draftErrors(draft(), view())).toEqual({});
  expect(checkedInput(input)).toEqual({ input });
  expect(input).toEqual({ settings: {}, keys: {}, targets: [] });
});

test("only the settings that were changed here are sent, so that what was set elsewhere meanwhile stays", () => {
  expect(inputOf(draft({ periodDays: "7" }), view()).settings).toEqual({ periodDays: 7 });
  expect(inputOf(draft({ enabled: false, productsSince: "2026-11-01T00:00" }), view()).settings).toEqual({
    enabled: false,
    productsSince: "2026-11-01T00:00",
  });
});

test("the update of the shop's stock is switched and limited like any other setting", () => {
  expect(draft()).toMatchObject({ stockUpdate: false, stopShare: "20", stopAmount: "100" });
  const changed = draft({ stockUpdate: true, stopShare: "35", stopAmount: "" });
  expect(inputOf(changed, view()).settings).toEqual({ stockUpdate: true, stopShare: 35, stopAmount: null });
  expect(draftErrors(changed, view())).toEqual({ stopAmount: "整数で入力してください。" });
});

test("when newer settings are shown, fields that nobody touched follow them, and what was typed stays", () => {
  const shown = draftOf(view());
  const typed = { ...shown, periodDays: "7", licenseKey: "SL1_a", targets: { ...shown.targets, 9: "100" } };
  const newer = view({
    settings: { ...defaultSettings, enabled: false, periodDays: 3 },
    targets: [...view().targets.slice(0, 2), { key: "21", name: "後払い決済", target: 100, required: false }],
    now: "2026-11-24T02:30:00.000Z",
  });
  const draft = rebased(typed, shown, draftOf(newer));
  expect(draft).toEqual({
    ...draftOf(newer),
    periodDays: "7",
    licenseKey: "SL1_a",
    targets: { デフォルト: "300", 9: "100", 21: "100" },
  });
  expect(inputOf(draft, newer)).toEqual({
    settings: { periodDays: 7 },
    keys: { licenseKey: "SL1_a" },
    targets: [{ key: "9", target: 100 }],
  });
});

test("a text in the sheet that is no status is shown as it is, stays unless another is chosen, and is in nobody's way", () => {
  const targets = [view().targets[0]!, { key: "9", name: "銀行振込", target: "発送まち", required: false }];
  const odd = view({ targets });
  expect(draftOf(odd).targets["9"]).toBe("発送まち");
  expect(isStatus("発送まち")).toBe(false);
  expect(targetOptions(targets[1]!, "発送まち").slice(0, 3)).toEqual([
    ["発送まち", "発送まち"],
    ["", "（デフォルトと同じ）"],
    ["100", "100 注文確認待ち"],
  ]);
  expect(targetOptions(targets[1]!, "300")[0]).toEqual(["", "（デフォルトと同じ）"]);
  expect(draftErrors(draft({ periodDays: "7" }, odd), odd)).toEqual({});
  expect(inputOf(draft({ periodDays: "7" }, odd), odd).targets).toEqual([]);
});

test("the default can be left empty only where it is", () => {
  const [fallback] = view().targets;
  expect(targetOptions(fallback!, "300")[0]).toEqual(["100", "100 注文確認待ち"]);
  expect(targetOptions({ ...fallback!, target: null }, "")[0]).toEqual(["", "選んでください"]);
});

test("only the statuses that were changed here are sent, so that edits in the sheet meanwhile stay", () => {
  const targets = { デフォルト: "300", 9: "100", 2: "" };
  expect(inputOf(draft({ targets }), view()).targets).toEqual([
    { key: "9", target: 100 },
    { key: "2", target: null },
  ]);
});

test("a blank key field keeps what is stored, also when it holds blanks", () => {
  expect(inputOf(draft({ serviceSecret: "  " }), view()).keys).toEqual({});
  expect(inputOf(draft({ licenseKey: "SL1_a" }), view()).keys).toEqual({ licenseKey: "SL1_a" });
});

test("the first connection needs both keys, a change of keys only one", () => {
  const one = draft({ licenseKey: "SL1_a" });
  expect(draftErrors(one, view())).toEqual({});
  expect(draftErrors(one, view({ serviceSecret: null, licenseKey: null }))).toEqual({
    serviceSecret: "入力してください。",
  });
});

test.each([
  [{ periodDays: "" }, "periodDays"],
  [{ periodDays: "3.5" }, "periodDays"],
  [{ productsFrom: "abc" }, "productsFrom"],
  [{ productsSince: "" }, "productsSince"],
  [{ licenceExpiry: "2027-02-30" }, "licenceExpiry"],
  [{ targets: { デフォルト: "", 9: "", 2: "" } }, "target:デフォルト"],
])("%o is refused before the server is asked, beside its field", (change, field) => {
  expect(Object.keys(draftErrors(draft(change as Partial<Draft>), view()))).toEqual([field]);
});

test("an empty end of the licence is fine: RMS may tell it", () => {
  const dated = view({ settings: { ...defaultSettings, licenceExpiry: "2027-02-21" } });
  expect(inputOf(draft({ licenceExpiry: "" }), dated).settings).toEqual({ licenceExpiry: null });
  expect(draftErrors(draft({ licenceExpiry: "" }), dated)).toEqual({});
});

test("the day to report and the use of the confirmation are sent where they were changed, and checked as the add-on does", () => {
  expect(inputOf(draft(), view()).settings).toEqual({});
  expect(inputOf(draft({ shippingDate: "today", confirmOrders: true }), view()).settings).toEqual({
    shippingDate: "today",
    confirmOrders: true,
  });
  expect(draftErrors(draft({ shippingDate: "tomorrow" }), view())).toEqual({
    shippingDate: "報告する発送日を選んでください。",
  });
});

test("a field is unsaved as long as it differs from what is stored, each by its own id", () => {
  expect(unsavedFields(draft(), view())).toEqual(new Set());
  const shown = draft();
  const changed = draft({
    serviceSecret: "SP1_a",
    periodDays: "7",
    targets: { ...shown.targets, 9: "100" },
    quiet: { from: "22:00", to: "" },
    weekdays: [1],
    schedule: { ...shown.schedule, "import-shipments": { how: "times", times: "09:00" } },
  });
  expect([...unsavedFields(changed, view())].sort()).toEqual(
    [
      "periodDays",
      "plan:import-shipments",
      "quiet:from",
      "serviceSecret",
      "target:9",
      "times:import-shipments",
      "weekdays",
    ].sort(),
  );
});
