import { wallTime } from "../../src/core/jst.ts";
import {
  OFF,
  type Quiet,
  type Schedule,
  type ScheduledJob,
  scheduledNames,
} from "../../src/desk/schedule/rules/schedule.ts";
import { timesIn, twoDigits } from "../../src/desk/schedule/rules/schedule-texts.ts";
import { addressesIn } from "../../src/desk/settings/rules/mail-list.ts";
import type { Settings } from "../../src/desk/settings/rules/settings.ts";
import {
  type Errors,
  fieldErrors,
  keyErrors,
  type SettingsView,
  targetErrors,
  targetField,
} from "../../src/desk/settings/rules/settings-form.ts";

/** What stands in the fields, as typed. */
export interface Draft {
  readonly enabled: boolean;
  readonly serviceSecret: string;
  readonly licenseKey: string;
  readonly licenceExpiry: string;
  readonly periodDays: string;
  readonly refreshMinutes: string;
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
  readonly schedule: Readonly<Record<ScheduledJob, PlanDraft>>;
  /** 0 for Sunday, in order. */
  readonly weekdays: readonly number[];
  /** Both empty: none. */
  readonly quiet: Quiet;
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

/** How often: in minutes, `off`, or `times` with the times as typed. */
export interface PlanDraft {
  readonly how: string;
  readonly times: string;
}

export function draftOf({ settings, targets, now }: SettingsView): Draft {
  return {
    enabled: settings.enabled,
    serviceSecret: "",
    licenseKey: "",
    licenceExpiry: settings.licenceExpiry ?? "",
    periodDays: String(settings.periodDays),
    refreshMinutes: String(settings.refreshMinutes),
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
    schedule: planDrafts(settings.schedule),
    weekdays: [...settings.weekdays].sort(),
    quiet: settings.quiet ?? NO_QUIET,
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

const NO_QUIET: Quiet = { from: "", to: "" };

const planDrafts = (schedule: Schedule): Draft["schedule"] =>
  Object.fromEntries(
    scheduledNames.map((job) => {
      const { every, times } = schedule[job] ?? OFF;
      return [
        job,
        { how: every === null ? (times.length === 0 ? "off" : "times") : String(every), times: times.join(" ") },
      ];
    }),
  ) as Draft["schedule"];

/** Times that nobody typed are sent as one that is none, for the schema to ask for it. */
const planOf = ({ how, times }: PlanDraft) =>
  how === "times"
    ? { every: null, times: timesIn(times).length === 0 ? [""] : timesIn(times) }
    : { every: how === "off" ? null : Number(how), times: [] };

/** What a draft asks for, whether or not the schema takes it. */
export const scheduleOf = (draft: Pick<Draft, "schedule">): Schedule =>
  Object.fromEntries(scheduledNames.map((job) => [job, planOf(draft.schedule[job])])) as Schedule;

export const quietOf = ({ quiet: { from, to } }: Pick<Draft, "quiet">): Quiet | null =>
  from === "" && to === "" ? null : { from: twoDigits(from), to: twoDigits(to) };

/** Fields are texts, switches, or small lists and records of them. */
const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

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
      return [name, same(own, shown[name as keyof Fields]) ? value : own];
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
    ([name]) => !same(draft[name as keyof Settings], shown[name as keyof Settings]),
  );
  const changed = view.targets.filter(({ key }) => draft.targets[key] !== shown.targets[key]);
  return {
    settings: Object.fromEntries(settings),
    ...(draft.webhook.trim() && { webhook: draft.webhook }),
    keys: { ...(serviceSecret.trim() && { serviceSecret }), ...(licenseKey.trim() && { licenseKey }) },
    targets: changed.map(({ key }) => ({ key, target: numberOf(draft.targets[key] ?? "") })),
  };
}

/** The ids of the fields whose input is not saved yet. */
export function unsavedFields(draft: Draft, view: SettingsView): ReadonlySet<string> {
  const shown = draftOf(view);
  const { targets, schedule, quiet, ...plain } = draft;
  return new Set([
    ...differing(plain, shown),
    ...differing(targets, shown.targets).map(targetField),
    ...scheduledNames.flatMap((job) => [
      ...(schedule[job].how === shown.schedule[job].how ? [] : [`plan:${job}`]),
      ...(schedule[job].times === shown.schedule[job].times ? [] : [`times:${job}`]),
    ]),
    ...differing(quiet, shown.quiet).map((end) => `quiet:${end}`),
  ]);
}

const differing = (fields: object, others: object): string[] =>
  Object.entries(fields).flatMap(([name, value]) => (same(value, others[name as keyof typeof others]) ? [] : [name]));

/** A field that holds no number is sent as null, which the schema refuses in its own words. */
const settingsOf = (draft: Draft): Record<keyof Settings, unknown> => ({
  enabled: draft.enabled,
  periodDays: numberOf(draft.periodDays),
  refreshMinutes: numberOf(draft.refreshMinutes),
  pastTarget: draft.pastTarget,
  productCode: draft.productCode,
  productsSince: draft.productsSince,
  productsFrom: numberOf(draft.productsFrom),
  shippingDate: draft.shippingDate,
  confirmOrders: draft.confirmOrders,
  stockUpdate: draft.stockUpdate,
  stopShare: numberOf(draft.stopShare),
  stopAmount: numberOf(draft.stopAmount),
  schedule: scheduleOf(draft),
  weekdays: draft.weekdays,
  quiet: quietOf(draft),
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
