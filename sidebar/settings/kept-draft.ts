import type { SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import { type Draft, draftOf, unsavedFields } from "./draft.ts";

/** The storage of the browser's tab, as far as this needs it. */
export type TabStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Secrets are typed again. */
const SECRET = { serviceSecret: "", licenseKey: "", webhook: "" } as const;

const nameOf = ({ spreadsheetId }: SettingsView): string => `settings-draft:${spreadsheetId}`;

/**
 * Input that is not saved outlives its panel: Google closes one without asking anybody. It stays in the tab in which it was typed,
 * and without the secrets.
 */
export function keepDraft(view: SettingsView, draft: Draft, store = tabStore()): void {
  const open = { ...draft, ...SECRET };
  withStore(store, (tab) =>
    unsavedFields(open, view).size === 0
      ? tab.removeItem(nameOf(view))
      : tab.setItem(nameOf(view), JSON.stringify({ shown: draftOf(view), open })),
  );
}

/** The fields as they are stored, or as they were left; undefined where nothing was. Fields that were changed elsewhere since are as stored. */
export function keptDraft(view: SettingsView, store = tabStore()): Draft | undefined {
  const text = withStore(store, (tab) => tab.getItem(nameOf(view))) ?? null;
  if (text === null) return undefined;
  const stored = draftOf(view);
  const { shown, open } = parsed(text);
  const left = { ...merged(open, stored, shown), ...SECRET };
  return unsavedFields(left, view).size === 0 ? undefined : left;
}

function parsed(text: string): { readonly shown?: unknown; readonly open?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** What was typed, where it was and has the form of what is stored, and nobody changed the same since. */
function merged<Value>(typed: unknown, stored: Value, shown: unknown): Value {
  if (isRecord(stored))
    return Object.fromEntries(
      Object.entries(stored).map(([name, value]) => [name, merged(partOf(typed, name), value, partOf(shown, name))]),
    ) as Value;
  const alike = Array.isArray(stored) ? areNumbers(typed) : typeof typed === typeof stored;
  const changed = JSON.stringify(typed) !== JSON.stringify(shown);
  const moved = JSON.stringify(stored) !== JSON.stringify(shown);
  return alike && changed && !moved ? (typed as Value) : stored;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const partOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

const areNumbers = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === "number");

/** Undefined where the browser keeps nothing for the panel. */
function tabStore(): TabStore | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

/** A browser may refuse to keep something at any time: then it is lost, as without a store. */
function withStore<Result>(store: TabStore | undefined, use: (store: TabStore) => Result): Result | undefined {
  try {
    return store && use(store);
  } catch {
    return undefined;
  }
}
