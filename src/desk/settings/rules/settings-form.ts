import * as z from "zod/mini";
import { sheetNames } from "../../../core/sheet-names.ts";
import { type Keys, keyFields } from "../../../shop/keys.ts";
import { isTarget } from "../../../shop/payment-target.ts";
import type { Progress } from "../../../shop/progress.ts";
import type { ConnectionCheck } from "../../connection/rules/connection.ts";
import type { LicenceState } from "../../licence/rules/licence.ts";
import { type WebhookKind, webhookAddress } from "../../notices/rules/webhook.ts";
import type { AutomationView } from "../../schedule/rules/automation-view.ts";
import { type Settings, settingFields } from "./settings.ts";
import { STATUS_WANTED } from "./settings-texts.ts";

/** One payment method with the status at which its orders become shipments: a row of 支払方法マスタ. */
export interface Target {
  readonly key: string;
  readonly name: string;
  /** Null stands for the default; a text is what the cell holds instead of a status. */
  readonly target: Progress | string | null;
  /** The default may not be left empty. */
  readonly required: boolean;
}

/** What the panel shows. A key itself never leaves the store: only its last four characters do. */
export interface SettingsView {
  readonly spreadsheetId: string;
  readonly settings: Settings;
  readonly serviceSecret: string | null;
  readonly licenseKey: string | null;
  /** Who connected this spreadsheet; empty while nobody has. */
  readonly operator: string;
  readonly who: string;
  /** Whether the person may save here. */
  readonly editable: boolean;
  readonly targets: readonly Target[];
  /** Why 支払方法マスタ cannot be shown; empty when it can. */
  readonly targetsMissing: string;
  readonly check: ConnectionCheck | null;
  readonly licence: Pick<LicenceState, "expires" | "source">;
  readonly automation: AutomationView;
  /** Of the operator's own webhook; its address never leaves the store, only the last four characters do. */
  readonly webhook: { readonly kind: WebhookKind; readonly end: string } | null;
  /** ISO 8601, of the server's clock. */
  readonly now: string;
}

/** By field: a setting, a key, `target:` with a payment method's code, or `form`. */
export type Errors = Readonly<Record<string, string>>;

export type SaveResult =
  | { readonly saved: true; readonly view: SettingsView }
  | { readonly saved: false; readonly errors: Errors };

/** What is left out stays as it is. Made when it is called for: the panel, which never does, is spared its code. */
const saveSchema = () =>
  z.object({
    settings: z.optional(z.partial(z.object(settingFields))),
    keys: z.optional(z.partial(z.object(keyFields))),
    webhook: z.optional(z.nullable(webhookAddress)),
    targets: z.optional(z.array(z.object({ key: z.string(), target: z.nullable(z.number()) }))),
  });

export interface SaveInput {
  readonly settings?: Partial<Settings>;
  readonly keys?: Partial<Keys>;
  /** Null deletes it. */
  readonly webhook?: string | null;
  readonly targets?: readonly TargetChange[];
}

/** Null stands for the default. */
export interface TargetChange {
  readonly key: string;
  readonly target: number | null;
}

/** For what no panel of ours sends: the schema has words of its own for all that people can enter. */
const unreadable = { error: () => "入力内容を読み取れませんでした。画面を開き直してください。" };

/** The input, or what is wrong with it beside its field. */
export function checkedInput(raw: unknown): { readonly input: SaveInput } | { readonly errors: Errors } {
  const parsed = z.safeParse(saveSchema(), raw, unreadable);
  // What was not sent is not in the output either, which the schema's own type does not tell.
  return parsed.success ? { input: parsed.data as SaveInput } : { errors: errorsOf(parsed.error.issues) };
}

/** What the add-on would find wrong with fields of the panel, by the same schemas. */
export const fieldErrors = ({ settings = {}, keys = {}, webhook = null }: Unchecked): Errors => ({
  ...complaints(settingFields, settings),
  ...complaints(keyFields, keys),
  ...(webhook === null ? {} : complaints({ webhook: webhookAddress }, { webhook })),
});

interface Unchecked extends Readonly<Partial<Record<"settings" | "keys", Readonly<Record<string, unknown>>>>> {
  readonly webhook?: unknown;
}

/** Both keys are needed for any call, so one alone is not stored. */
export const keyErrors = (keys: Partial<Keys>): Errors =>
  complaints(keyFields, { serviceSecret: keys.serviceSecret, licenseKey: keys.licenseKey });

/** The first complaint of each field counts. */
function complaints(
  schemas: Readonly<Record<string, z.ZodMiniType>>,
  values: Readonly<Record<string, unknown>>,
): Errors {
  const found = Object.entries(values).map(([name, value]) => {
    const parsed = schemas[name] && z.safeParse(schemas[name], value);
    return [name, parsed?.error?.issues[0]?.message ?? ""];
  });
  return Object.fromEntries(found.filter(([, message]) => message !== ""));
}

/** An unknown payment method or status and an empty default cannot be saved; without targets there is nothing to look at. */
export function targetErrors(known: readonly Target[], changes: readonly TargetChange[] | undefined): Errors {
  if (changes === undefined) return {};
  const wanted = new Map(changes.map(({ key, target }) => [key, target]));
  const keys = new Set(known.map(({ key }) => key));
  const empty = known.filter(
    ({ key, target, required }) => required && typeof (wanted.has(key) ? wanted.get(key) : target) !== "number",
  );
  return Object.fromEntries([
    ...empty.map(({ key }) => [targetField(key), "必ず選んでください。"]),
    ...changes.flatMap(({ key, target }) => {
      if (!keys.has(key))
        return [[targetField(key), `この支払方法は「${sheetNames.payments}」にありません。開き直してください。`]];
      const known = target === null || isTarget(target);
      return known ? [] : [[targetField(key), STATUS_WANTED]];
    }),
  ]);
}

export const targetField = (key: string): string => `target:${key}`;

/** The first complaint of each field counts. */
const errorsOf = (issues: readonly z.core.$ZodIssue[]): Errors =>
  Object.fromEntries(issues.map(({ path, message }) => [String(path[1] ?? path[0] ?? "form"), message]).reverse());
