import * as z from "zod/mini";
import { type ArchiveKind, archiveChoices, MOST_ARCHIVE_DAYS } from "../../../core/archive-choices.ts";
import { instantOfWall } from "../../../core/jst.ts";
import { captions, inMenu } from "../../../core/menu-texts.ts";
import { Problem } from "../../../core/problem.ts";
import { type PastTarget, pastTargetChoices } from "../../../shop/payment-target.ts";
import { type ProductCodeField, productCodeFields } from "../../../shop/product-code.ts";
import { MOST_PERIOD_DAYS } from "../../../shop/search-window.ts";
import { type ShippingDateRule, shippingDateChoices } from "../../../shop/shipping-date.ts";
import { type Quiet, quietError, type Schedule, scheduleError, weekdaysError } from "../../schedule/rules/schedule.ts";
import { FRESH_MINUTES, MOST_REFRESH_MINUTES } from "../../shipments/rules/refresh-minutes.ts";
import { DEFAULT_DATASET, datasetName, projectName } from "./bigquery-names.ts";
import { mailList } from "./mail-list.ts";

/** Ten years: longer than any law asks a shop to keep addresses. */
export const MOST_RETENTION_DAYS = 3650;

const TIME = "時刻を「17:00」のように入力してください。";
const INTEGER = "整数で入力してください。";
const between = (least: number, most: number) =>
  z
    .number(INTEGER)
    .check(
      z.refine(Number.isInteger, INTEGER),
      z.minimum(least, `${least}以上にしてください。`),
      z.maximum(most, `${most}以下にしてください。`),
    );
const positive = (most: number) => between(1, most);

const oneOf = <Name extends string>(choices: Readonly<Record<Name, string>>, error: string) =>
  z.enum(Object.keys(choices) as [Name, ...Name[]], error);

/**
 * What the operator sets; the target status lies in 支払方法マスタ. One schema a field serves the panel and the add-on:
 * what takes them together as an object would be a tenth of the panel.
 */
export const settingFields = {
  /** The switch of the whole connection: while it is off no job starts. */
  enabled: z.boolean("有効か無効かを選んでください。"),
  /** 出荷指示取得期間: orders of this many days back are taken. */
  periodDays: positive(MOST_PERIOD_DAYS),
  /** 注文を確認し直す間隔: so many minutes old what the list says of an order that is not shipped yet may become. */
  refreshMinutes: between(FRESH_MINUTES, MOST_REFRESH_MINUTES),
  /** 対象ステータスを過ぎた注文. */
  pastTarget: oneOf<PastTarget>(pastTargetChoices, "取り込むか取り込まないかを選んでください。"),
  productCode: oneOf<ProductCodeField>(productCodeFields, "商品コードに使う項目を選んでください。"),
  /** 商品マスタ最終取得期間, `2026-11-24T10:30` in Japan: products changed since are taken. Null until it was set. */
  productsSince: z.nullable(wall("日付と時刻", /^20\d\d-\d\d-\d\dT\d\d:\d\d$/)),
  /** 商品マスタ取得開始位置: the first product of a fetch, counted from 1. */
  productsFrom: positive(999_999),
  /** Which day a report tells as 発送日. */
  shippingDate: oneOf<ShippingDateRule>(shippingDateChoices, "報告する発送日を選んでください。"),
  /** Whether 「注文を確認済みにする」 may be used. */
  confirmOrders: z.boolean("有効か無効かを選んでください。"),
  /** Whether 楽天の在庫を更新 may write to the shop. */
  stockUpdate: z.boolean("有効か無効かを選んでください。"),
  /** 更新を止める割合: of the SKUs, in per cent. */
  stopShare: positive(100),
  /** 大きな変化とみなす数: of units of one SKU. */
  stopAmount: positive(99_999),
  /** When each job runs by itself. */
  schedule: told<Schedule>(scheduleError),
  /** On which days of the week, 0 for Sunday. */
  weekdays: told<readonly number[]>(weekdaysError),
  /** In which part of the day none of them does. */
  quiet: told<Quiet | null>(quietError),
  /** 個人情報の保存日数: so long after shipping it stays in the spreadsheet and its archives. */
  retentionDays: positive(MOST_RETENTION_DAYS),
  /** 保管までの日数: days after shipping from which on orders leave the list for an archive. Null: never. */
  archiveAfterDays: z.nullable(positive(MOST_ARCHIVE_DAYS)),
  /** Where to. */
  archiveTo: oneOf<ArchiveKind>(archiveChoices, "保管先を選んでください。"),
  /** Of Google Cloud, for archives in BigQuery. */
  bigQueryProject: projectName(),
  bigQueryDataset: datasetName(),
  /** Who may change everything in the sheets, beside the owner of the file and the one who connected it. */
  operators: mailList(),
  /** Who works in the sheets: what is no operator's is all theirs. */
  staff: mailList(),
  /** Last day of the licence key, `2026-11-24`, where RMS does not tell it. */
  licenceExpiry: z.nullable(wall("日付", /^20\d\d-\d\d-\d\d$/)),
  /** Whether notices go to the operator by mail. */
  noticeMail: z.boolean("有効か無効かを選んでください。"),
  /** 締め時刻, `17:00` in Japan: what should have left by then and did not is told. */
  closingTime: z.string(TIME).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME)),
};

/** A year that is still being typed (`0026`) is no year of this shop. */
function wall(what: string, form: RegExp) {
  const real = (text: string) => form.test(text) && instantOfWall(text) !== undefined;
  return z.string(`${what}を入力してください。`).check(z.refine(real, `正しい${what}を入力してください。`));
}

/** What a function of ours checks and puts into words: a schema for it would be a tenth of the panel. */
function told<Value>(errorOf: (value: unknown) => string) {
  return z.custom<Value>((value) => errorOf(value) === "", { error: ({ input }) => errorOf(input) });
}

export type Settings = { readonly [Name in keyof typeof settingFields]: z.infer<(typeof settingFields)[Name]> };

export const defaultSettings: Settings = {
  enabled: true,
  periodDays: 30,
  refreshMinutes: 30,
  pastTarget: "taken",
  productCode: "manageNumber",
  productsSince: null,
  productsFrom: 1,
  shippingDate: "entered",
  confirmOrders: false,
  stockUpdate: false,
  stopShare: 20,
  stopAmount: 100,
  schedule: { "import-shipments": { every: 30, times: [] } },
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  quiet: null,
  retentionDays: 60,
  archiveAfterDays: null,
  archiveTo: "sheets",
  bigQueryProject: null,
  bigQueryDataset: DEFAULT_DATASET,
  operators: [],
  staff: [],
  licenceExpiry: null,
  noticeMail: true,
  closingTime: "17:00",
};

/** Why no job may start, or undefined when it may. */
export const enabledOrProblem = ({ enabled }: Settings): Problem | undefined =>
  enabled
    ? undefined
    : new Problem(
        "fix",
        `楽天との連携は無効になっています。再開するときは、${inMenu(captions.showSettings)}で「楽天と連携する」を有効にして保存してください。`,
      );
