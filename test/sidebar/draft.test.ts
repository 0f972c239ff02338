import { expect, test } from "vitest";
import { type Draft, draftErrors, draftOf, inputOf } from "../../sidebar/draft.ts";
import { defaultSettings } from "../../src/domain/settings.ts";
import { checkedInput, type SettingsView } from "../../src/domain/settings-form.ts";

const view = (change: Partial<SettingsView> = {}): SettingsView => ({
  settings: defaultSettings,
  serviceSecret: "cret",
  licenseKey: "ense",
  operator: "operator@example.com",
  who: "operator@example.com",
  editable: true,
  targets: [
    { key: "デフォルト", name: "", target: 300, required: true },
    { key: "9", name: "銀行振込", target: null, required: false },
    { key: "2", name: "代金引換", target: 200, required: false },
  ],
  targetsMissing: "",
  check: null,
  licence: { expires: null, source: null },
  now: "2026-11-24T01:30:00.000Z",
  ...change,
});

const draft = (change: Partial<Draft> = {}, from = view()): Draft => ({ ...draftOf(from), ...change });

test("the time from which products are taken is now in Japan, until it was set", () => {
  expect(draftOf(view()).productsSince).toBe("2026-11-24T10:30");
  const settings = { ...defaultSettings, productsSince: "2026-01-02T03:04" };
  expect(draftOf(view({ settings })).productsSince).toBe("2026-01-02T03:04");
});

test("what is shown and not touched can be saved as it is, and sends neither keys nor statuses", () => {
  const input = inputOf(draft(), view());
  expect(draftErrors(draft(), view())).toEqual({});
  expect(checkedInput(input)).toEqual({ input });
  expect(input).toMatchObject({ keys: {}, targets: [] });
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
  expect(inputOf(draft({ licenceExpiry: "" }), view()).settings.licenceExpiry).toBeNull();
  expect(draftErrors(draft({ licenceExpiry: "" }), view())).toEqual({});
});
