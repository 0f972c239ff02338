import { expect, test } from "vitest";
import { draftOf } from "../../../sidebar/settings/draft.ts";
import { keepDraft, keptDraft, type TabStore } from "../../../sidebar/settings/kept-draft.ts";
import { defaultSettings } from "../../../src/desk/settings/rules/settings.ts";
import { settingsView as view } from "./settings-view.ts";

function tab() {
  const items = new Map<string, string>();
  const store: TabStore = {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
  };
  return { store, items };
}

test("what was typed and not saved is there when the panel opens again, in the same spreadsheet", () => {
  const { store } = tab();
  const typed = { ...draftOf(view()), periodDays: "7", staff: "a@example.com", weekdays: [1, 2] };
  keepDraft(view(), typed, store);
  expect(keptDraft(view(), store)).toEqual(typed);
  expect(keptDraft(view({ spreadsheetId: "other" }), store)).toBeUndefined();
});

test("keys and the webhook are not kept", () => {
  const { store, items } = tab();
  const secrets = { serviceSecret: "SP1_a", licenseKey: "SL1_b", webhook: "https://example.com/hook" };
  keepDraft(view(), { ...draftOf(view()), ...secrets }, store);
  expect([...items]).toEqual([]);
  keepDraft(view(), { ...draftOf(view()), ...secrets, periodDays: "7" }, store);
  for (const secret of Object.values(secrets)) expect([...items.values()].join()).not.toContain(secret);
  expect(keptDraft(view(), store)).toMatchObject({ serviceSecret: "", licenseKey: "", webhook: "", periodDays: "7" });
});

test("once everything is saved or taken back, nothing is kept", () => {
  const { store, items } = tab();
  keepDraft(view(), { ...draftOf(view()), periodDays: "7" }, store);
  keepDraft(view(), draftOf(view()), store);
  expect(items.size).toBe(0);
});

test("a field that somebody changed meanwhile shows what is stored, and the others what was typed", () => {
  const { store } = tab();
  const { targets, ...others } = draftOf(view());
  const typed = { ...others, targets: { ...targets, 9: "100" }, periodDays: "7", productsFrom: "9" };
  keepDraft(view(), typed, store);
  const settings = { ...defaultSettings, periodDays: 5 };
  expect(keptDraft(view({ settings }), store)).toMatchObject({
    periodDays: "5",
    productsFrom: "9",
    targets: { 9: "100", デフォルト: "300" },
  });
});

test.each(["{", "null", "7", '{"open":7}', '{"open":{"periodDays":7,"weekdays":["x"],"targets":[]},"shown":{}}'])(
  "%s in the store is nothing that anybody typed",
  (text) => {
    const { store } = tab();
    store.setItem("settings-draft:sheet", text);
    expect(keptDraft(view(), store)).toBeUndefined();
  },
);

test("a browser that keeps nothing for the panel stands in nobody's way", () => {
  const refuses = () => {
    throw new Error("SecurityError");
  };
  const store = { getItem: refuses, setItem: refuses, removeItem: refuses };
  expect(() => keepDraft(view(), { ...draftOf(view()), periodDays: "7" }, store)).not.toThrow();
  expect(keptDraft(view(), store)).toBeUndefined();
  expect(keptDraft(view(), undefined)).toBeUndefined();
});
