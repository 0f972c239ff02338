import { type ArchiveKind, archiveChoices, MOST_ARCHIVE_DAYS } from "../../core/archive-choices.ts";
import { sheetNames } from "../../core/sheet-names.ts";
import type { Platform } from "../../platform/ports.ts";
import { type PastTarget, pastTargetChoices, targetLabels, targetOfLabel } from "../../shop/payment-target.ts";
import { type ProductCodeField, productCodeFields } from "../../shop/product-code.ts";
import { type ShippingDateRule, shippingDateChoices } from "../../shop/shipping-date.ts";
import { mayChange, responsible } from "../connection/operator.ts";
import { DEFAULT_PAYMENT } from "../masters/payment/payment-table.ts";
import { dialogTitles } from "./rules/dialog-titles.ts";
import { addressesIn } from "./rules/mail-list.ts";
import type { Settings } from "./rules/settings.ts";
import type { SaveResult } from "./rules/settings-form.ts";
import { fieldTexts, HISTORY_STAYS, onlyOperator, SHARED_ELSEWHERE } from "./rules/settings-texts.ts";
import { saveSettings } from "./save-settings.ts";
import { storedSettings } from "./stored-settings.ts";

/** One setting that is asked for in a line of text; what is typed is checked as the panel's input is. */
interface Dialog {
  readonly question: (settings: Settings) => string;
  readonly input: (answer: string) => object;
}

const setting = (value: Partial<Record<keyof Settings, unknown>>) => ({ settings: value });
const current = (value: string): string => `\n\n現在の値: ${value}`;
const codeFields = Object.keys(productCodeFields) as ProductCodeField[];
const pastTargets = Object.keys(pastTargetChoices) as PastTarget[];
const archiveKinds = Object.keys(archiveChoices) as ArchiveKind[];
const shippingDates = Object.keys(shippingDateChoices) as ShippingDateRule[];

/** Asks for one of a few by its number; what is no number of theirs is passed on for the schema to refuse. */
const chosen = <Name extends string>(names: readonly Name[], answer: string): string =>
  names[Number(answer) - 1] ?? answer;
const numbered = <Name extends string>(
  names: readonly Name[],
  texts: Readonly<Record<Name, string>>,
  now: Name,
): string =>
  `番号を入力してください。\n\n${names.map((name, at) => `${at + 1}: ${texts[name]}`).join("\n")}${current(texts[now])}`;

const onOrOff = (hint: string, now: boolean): string =>
  `${hint}「有効」または「無効」と入力してください。${current(now ? "有効" : "無効")}`;
const peopleAsked = (hint: string, now: readonly string[]): string =>
  `${hint}ここでは「,」で区切って並べます。空欄にすると、全員を外します。${current(now.join(", ") || "なし")}\n\n${SHARED_ELSEWHERE}`;
const switchOf = (answer: string): unknown => ({ 有効: true, 無効: false })[answer] ?? answer;

/** The settings of the panel for those whose browser cannot show it (several Google accounts, apps-script 5). */
const dialogs: Readonly<Record<keyof typeof dialogTitles, Dialog>> = {
  enabled: {
    question: ({ enabled }) => onOrOff(fieldTexts.enabled.hint, enabled),
    input: (answer) => setting({ enabled: switchOf(answer) }),
  },
  licenceExpiry: {
    question: ({ licenceExpiry }) =>
      `${fieldTexts.licenceExpiry.hint}（例: 2027/02/21。空欄にすると消去します）${current(licenceExpiry ?? "未入力")}`,
    input: (answer) => setting({ licenceExpiry: answer === "" ? null : isoDay(answer) }),
  },
  periodDays: {
    question: ({ periodDays }) => `${fieldTexts.periodDays.hint}${current(String(periodDays))}`,
    input: (answer) => setting({ periodDays: numberOf(answer) }),
  },
  refreshMinutes: {
    question: ({ refreshMinutes }) => `${fieldTexts.refreshMinutes.hint}${current(String(refreshMinutes))}`,
    input: (answer) => setting({ refreshMinutes: numberOf(answer) }),
  },
  defaultTarget: {
    question: () =>
      `${fieldTexts.targets.hint}3桁の番号を入力してください。支払方法ごとの設定は「${sheetNames.payments}」シートで変更できます。\n\n${targetLabels.join("\n")}`,
    input: (answer) => ({ targets: [{ key: DEFAULT_PAYMENT, target: targetOfLabel(answer) ?? Number(answer) }] }),
  },
  pastTarget: {
    question: ({ pastTarget }) => fieldTexts.pastTarget.hint + numbered(pastTargets, pastTargetChoices, pastTarget),
    input: (answer) => setting({ pastTarget: chosen(pastTargets, answer) }),
  },
  productCode: {
    question: ({ productCode }) => fieldTexts.productCode.hint + numbered(codeFields, productCodeFields, productCode),
    input: (answer) => setting({ productCode: chosen(codeFields, answer) }),
  },
  productsSince: {
    question: ({ productsSince }) =>
      `${fieldTexts.productsSince.hint}（例: 2026/11/24 10:30）${current(productsSince?.replace("T", " ") ?? "未入力")}`,
    input: (answer) => setting({ productsSince: isoMinute(answer) }),
  },
  productsFrom: {
    question: ({ productsFrom }) => `${fieldTexts.productsFrom.hint}${current(String(productsFrom))}`,
    input: (answer) => setting({ productsFrom: numberOf(answer) }),
  },
  shippingDate: {
    question: ({ shippingDate }) =>
      `${fieldTexts.shippingDate.hint}\n\n${numbered(shippingDates, shippingDateChoices, shippingDate)}`,
    input: (answer) => setting({ shippingDate: chosen(shippingDates, answer) }),
  },
  confirmOrders: {
    question: ({ confirmOrders }) => onOrOff(fieldTexts.confirmOrders.hint, confirmOrders),
    input: (answer) => setting({ confirmOrders: switchOf(answer) }),
  },
  stockUpdate: {
    question: ({ stockUpdate }) => onOrOff(fieldTexts.stockUpdate.hint, stockUpdate),
    input: (answer) => setting({ stockUpdate: switchOf(answer) }),
  },
  stopShare: {
    question: ({ stopShare }) => `${fieldTexts.stopShare.hint}${current(String(stopShare))}`,
    input: (answer) => setting({ stopShare: numberOf(answer) }),
  },
  stopAmount: {
    question: ({ stopAmount }) => `${fieldTexts.stopAmount.hint}${current(String(stopAmount))}`,
    input: (answer) => setting({ stopAmount: numberOf(answer) }),
  },
  noticeMail: {
    question: ({ noticeMail }) => onOrOff(fieldTexts.noticeMail.hint, noticeMail),
    input: (answer) => setting({ noticeMail: switchOf(answer) }),
  },
  closingTime: {
    question: ({ closingTime }) => `${fieldTexts.closingTime.hint}${current(closingTime)}`,
    input: (answer) => setting({ closingTime: answer.replace(/^(\d):/, "0$1:") }),
  },
  retentionDays: {
    question: ({ retentionDays }) =>
      `${fieldTexts.retentionDays.hint}${HISTORY_STAYS}${current(String(retentionDays))}`,
    input: (answer) => setting({ retentionDays: numberOf(answer) }),
  },
  archiveAfterDays: {
    question: ({ archiveAfterDays }) =>
      `${fieldTexts.archiveAfterDays.hint}1から${MOST_ARCHIVE_DAYS}までで入力してください。${current(archiveAfterDays === null ? "移さない" : String(archiveAfterDays))}`,
    input: (answer) => setting({ archiveAfterDays: answer === "" ? null : numberOf(answer) }),
  },
  archiveTo: {
    question: ({ archiveTo }) => `${fieldTexts.archiveTo.hint}\n\n${numbered(archiveKinds, archiveChoices, archiveTo)}`,
    input: (answer) => setting({ archiveTo: chosen(archiveKinds, answer) }),
  },
  bigQueryProject: {
    question: ({ bigQueryProject }) =>
      `${fieldTexts.bigQueryProject.hint}空欄にすると消去します。${current(bigQueryProject ?? "未入力")}`,
    input: (answer) => setting({ bigQueryProject: answer === "" ? null : answer }),
  },
  bigQueryDataset: {
    question: ({ bigQueryDataset }) => `${fieldTexts.bigQueryDataset.hint}${current(bigQueryDataset)}`,
    input: (answer) => setting({ bigQueryDataset: answer }),
  },
  operators: {
    question: ({ operators }) => peopleAsked(fieldTexts.operators.hint, operators),
    input: (answer) => setting({ operators: addressesIn(answer) }),
  },
  staff: {
    question: ({ staff }) => peopleAsked(fieldTexts.staff.hint, staff),
    input: (answer) => setting({ staff: addressesIn(answer) }),
  },
};

/** Digits and signs typed in full width mean what they mean in half width. */
export function askSetting(platform: Platform, name: keyof typeof dialogTitles): void {
  const title = dialogTitles[name];
  const { question, input } = dialogs[name];
  if (isClosed(platform, title)) return;
  const answer = platform.screen.ask(title, question(storedSettings(platform)));
  if (answer !== undefined)
    showResult(platform, title, saveSettings(platform, input(answer.normalize("NFKC").trim())), SAVED);
}

export const SAVED = "保存しました。";

/** Says so where somebody else connected the spreadsheet. */
export function isClosed(platform: Platform, title: string): boolean {
  if (mayChange(platform)) return false;
  platform.screen.alert(title, onlyOperator(responsible(platform)));
  return true;
}

export function showResult({ screen }: Platform, title: string, result: SaveResult, done: string): void {
  if (result.saved) screen.toast(done, title);
  else screen.alert(title, Object.values(result.errors).join("\n"));
}

/** What is no number is passed on as it is, for the schema to refuse. */
const numberOf = (answer: string): unknown => (/^\d+$/.test(answer) ? Number(answer) : answer);

const isoDay = (answer: string): string =>
  answer.replace(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (_, year, month, day) => `${year}-${two(month)}-${two(day)}`);

const isoMinute = (answer: string): string => {
  const [day = "", time = ""] = answer.split(/[\sT]+/);
  return `${isoDay(day)}T${time.replace(/^(\d):/, "0$1:")}`;
};

const two = (text: string): string => text.padStart(2, "0");
