import { wallTime } from "../../src/core/jst.ts";
import type { Quiet, Schedule } from "../../src/desk/schedule/rules/schedule.ts";
import { addressesIn } from "../../src/desk/settings/rules/mail-list.ts";
import type { Settings } from "../../src/desk/settings/rules/settings.ts";
import {
  type Errors,
  fieldErrors,
  keyErrors,
  type SettingsView,
  targetErrors,
} from "../../src/desk/settings/rules/settings-form.ts";

/** What stands in the fields, as typed. */
export interface Draft {
  readonly enabled: boolean;
  readonly serviceSecret: string;
  readonly licenseKey: string;
  readonly licenceExpiry: string;
  readonly periodDays: string;
  readonly pastTarget: string;
  readonly productCode: string;
  readonly productsSince: string;
  readonly productsFrom: string;
  readonly shippingDate: string;
  readonly confirmOrders: boolean;
  readonly stockUpdate: boolean;
  readonly stopShare: string;
  readonly stopAmount: string;
  readonly noticeMail: boolean;
  readonly closingTime: string;
  /** Empty keeps what is stored, as with the keys. */
  readonly webhook: string;
  readonly schedule: Schedule;
  readonly weekdays: readonly number[];
  readonly quiet: Quiet | null;
  readonly retentionDays: string;
  readonly archiveAfterDays: string;
  readonly archiveTo: string;
  readonly bigQueryProject: string;
  readonly bigQueryDataset: string;
  readonly operators: string;
  readonly staff: string;
  /** By payment method; empty stands for the default. */
  readonly targets: Readonly<Record<string, string>>;
}

export function draftOf({ settings, targets, now }: SettingsView): Draft {
  return {
    enabled: settings.enabled,
    serviceSecret: "",
    licenseKey: "",
    licenceExpiry: settings.licenceExpiry ?? "",
    periodDays: String(settings.periodDays),
    pastTarget: settings.pastTarget,
    productCode: settings.productCode,
    productsSince: settings.productsSince ?? wallTime(new Date(now)).slice(0, 16),
    productsFrom: String(settings.productsFrom),
    shippingDate: settings.shippingDate,
    confirmOrders: settings.confirmOrders,
    stockUpdate: settings.stockUpdate,
    stopShare: String(settings.stopShare),
    stopAmount: String(settings.stopAmount),
    noticeMail: settings.noticeMail,
    closingTime: settings.closingTime,
    webhook: "",
    schedule: settings.schedule,
    weekdays: settings.weekdays,
    quiet: settings.quiet,
    retentionDays: String(settings.retentionDays),
    archiveAfterDays: String(settings.archiveAfterDays ?? ""),
    archiveTo: settings.archiveTo,
    bigQueryProject: settings.bigQueryProject ?? "",
    bigQueryDataset: settings.bigQueryDataset,
    operators: settings.operators.join("\n"),
    staff: settings.staff.join("\n"),
    targets: Object.fromEntries(targets.map(({ key, target }) => [key, String(target ?? "")])),
  };
}

/**
 * The draft for a newer view: fields that still are as in `shown` follow it, what was typed since stays. So no load of the
 * stored settings costs people what they typed, and none that they left alone grows old.
 */
export const rebased = (typed: Draft, shown: Draft, next: Draft): Draft => ({
  ...followed(typed, shown, next),
  targets: followed(typed.targets, shown.targets, next.targets),
});

const followed = <Fields extends object>(typed: Fields, shown: Fields, next: Fields): Fields =>
  Object.fromEntries(
    Object.entries(next).map(([name, value]) => {
      const own = typed[name as keyof Fields];
      return [name, own === shown[name as keyof Fields] ? value : own];
    }),
  ) as Fields;

/**
 * What is sent: only what was changed here, so that what the menu, another window or an import changed meanwhile stays.
 * An empty key field keeps what is stored.
 */
export function inputOf(draft: Draft, view: SettingsView) {
  const { serviceSecret, licenseKey } = draft;
  const shown = draftOf(view);
  const settings = Object.entries(settingsOf(draft)).filter(
    ([name]) => draft[name as keyof Settings] !== shown[name as keyof Settings],
  );
  const changed = view.targets.filter(({ key }) => draft.targets[key] !== shown.targets[key]);
  return {
    settings: Object.fromEntries(settings),
    ...(draft.webhook.trim() && { webhook: draft.webhook }),
    keys: { ...(serviceSecret.trim() && { serviceSecret }), ...(licenseKey.trim() && { licenseKey }) },
    targets: changed.map(({ key }) => ({ key, target: numberOf(draft.targets[key] ?? "") })),
  };
}

/** A field that holds no number is sent as null, which the schema refuses in its own words. */
const settingsOf = (draft: Draft): Record<keyof Settings, unknown> => ({
  enabled: draft.enabled,
  periodDays: numberOf(draft.periodDays),
  pastTarget: draft.pastTarget,
  productCode: draft.productCode,
  productsSince: draft.productsSince,
  productsFrom: numberOf(draft.productsFrom),
  shippingDate: draft.shippingDate,
  confirmOrders: draft.confirmOrders,
  stockUpdate: draft.stockUpdate,
  stopShare: numberOf(draft.stopShare),
  stopAmount: numberOf(draft.stopAmount),
  schedule: draft.schedule,
  weekdays: draft.weekdays,
  quiet: draft.quiet,
  retentionDays: numberOf(draft.retentionDays),
  archiveAfterDays: numberOf(draft.archiveAfterDays),
  archiveTo: draft.archiveTo,
  bigQueryProject: draft.bigQueryProject.trim() || null,
  bigQueryDataset: draft.bigQueryDataset.trim(),
  operators: addressesIn(draft.operators),
  staff: addressesIn(draft.staff),
  noticeMail: draft.noticeMail,
  closingTime: draft.closingTime,
  licenceExpiry: draft.licenceExpiry === "" ? null : draft.licenceExpiry,
});

const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** What the server would refuse, known before it is asked. */
export function draftErrors(draft: Draft, view: SettingsView): Errors {
  const input = inputOf(draft, view);
  const entered = Object.keys(input.keys).length > 0;
  const connected = view.serviceSecret !== null && view.licenseKey !== null;
  return {
    ...(entered && !connected ? keyErrors(input.keys) : {}),
    ...targetErrors(view.targets, input.targets),
    ...fieldErrors(input),
  };
}
