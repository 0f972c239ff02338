import { Problem } from "../../core/problem.ts";
import { carrierOfLabel } from "../../shop/carrier.ts";
import { type DeliveryMasters, type DeliveryService, LEAD_DAYS } from "../../shop/delivery.ts";
import type { Payment } from "../../shop/order.ts";
import type { PaymentTargets } from "../../shop/payment-target.ts";
import type { Progress } from "../../shop/progress.ts";
import { termOfText } from "../../shop/wished-term.ts";
import type { Cell } from "../../workbook/cell.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { CellProblem } from "../../workbook/commit/cell-problem.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { columnOf, type Table } from "../../workbook/declare/table.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { STATUS_WANTED } from "../settings/rules/settings-texts.ts";
import { deliveryTable } from "./delivery-table.ts";
import { DEFAULT_PAYMENT, paymentTable } from "./payment-table.ts";
import { timeBandTable } from "./time-band-table.ts";

/** The masters as a job uses them. */
export interface Masters extends DeliveryMasters {
  readonly targets: PaymentTargets;
  /** Whether an order with this payment method was met before. */
  readonly hasSeen: (paymentCode: number) => boolean;
  /** Its name in the master, where it is there: that of RMS may change. */
  readonly paymentName: (payment: Payment) => string;
}

export const masterTables: readonly Table[] = [deliveryTable, timeBandTable, paymentTable];

/** Throws CellProblem that names sheet, row and column of all that cannot be used: a run does not half-work on masters. */
export function readMasters(book: Book): Masters {
  const faults: CellFault[] = [];
  const payments = readPayments(entriesOf(book.state(paymentTable), faults));
  const services = readServices(entriesOf(book.state(deliveryTable), faults));
  const bands = readBands(entriesOf(book.state(timeBandTable), faults));
  if (faults.length > 0) throw new CellProblem(faults);
  const { fallback, byCode, excluded, seen, names } = payments;
  if (!fallback) throw noDefault();
  return {
    targets: { default: fallback, byCode, excluded },
    hasSeen: (code) => seen.has(code),
    paymentName: ({ code, name }) => names.get(code) ?? name,
    delivery: (method) => services.get(keyOf(deliveryTable, { method })) ?? "unknown",
    band: (carrier, term) => bands.get(keyOf(timeBandTable, { carrier, term })) ?? "unknown",
  };
}

/** A row of a master. */
interface Entry {
  readonly key: string;
  readonly cell: (name: string) => Cell;
  readonly text: (name: string) => string;
  /** Undefined for what the column does not take. */
  readonly value: (name: string) => unknown;
  readonly fault: (column: string, reason: string) => void;
}

/** The rows of a master; those without a key of their own are faults. */
function entriesOf(state: SheetState, faults: CellFault[]): Entry[] {
  const { table } = state;
  const entryOf = (key: string, row: SheetRow): Entry => {
    const cell = (name: string) => cellAt(state, row, name);
    return {
      ...{ key, cell },
      text: (name) => String(cell(name) ?? "").trim(),
      value: (name) => columnOf(table, name).parse(cell(name)),
      fault: (column, reason) => void faults.push({ table, rowIndex: row.index, column, reason }),
    };
  };
  const keyColumn = table.key[0] as string;
  for (const row of state.doubles)
    entryOf("", row).fault(keyColumn, `${row.first + 1}行目と同じ内容です。どちらか1行を削除してください。`);
  for (const row of state.keyless) {
    const { text, fault } = entryOf("", row);
    // People's own columns are for their notes, and a checkbox that was pasted along says nothing.
    if (Object.keys(table.columns).some((name) => !/^(false)?$/.test(text(name))))
      fault(keyColumn, "空欄です。入力するか、この行を削除してください。");
  }
  return [...state.rows].map(([key, row]) => entryOf(key, row));
}

interface Payments {
  readonly fallback: Progress | null | undefined;
  readonly byCode: ReadonlyMap<number, Progress>;
  readonly excluded: ReadonlySet<number>;
  readonly names: ReadonlyMap<number, string>;
  readonly seen: ReadonlySet<number>;
}

function readPayments(entries: readonly Entry[]): Payments {
  const byCode = new Map<number, Progress>();
  const excluded = new Set<number>();
  const names = new Map<number, string>();
  const seen = new Set<number>();
  let fallback: Progress | null | undefined;
  for (const { key, text, value, fault } of entries) {
    const target = value("target") as Progress | null | undefined;
    const isExcluded = value("excluded");
    if (target === undefined) fault("target", STATUS_WANTED);
    if (isExcluded === undefined) fault("excluded", "チェックを入れるか、空欄にしてください。");
    if (key === DEFAULT_PAYMENT) {
      fallback = target;
      if (target === null) fault("target", `「${DEFAULT_PAYMENT}」は必須です。ステータスを選んでください。`);
      if (isExcluded) fault("excluded", `「${DEFAULT_PAYMENT}」は対象外にできません。チェックを外してください。`);
      continue;
    }
    const code = Number(key);
    if (!/^\d+$/.test(key)) fault("code", `楽天の決済コード（数字）か「${DEFAULT_PAYMENT}」を入力してください。`);
    names.set(code, text("name"));
    if (text("firstSeenAt") !== "") seen.add(code);
    if (target) byCode.set(code, target);
    if (isExcluded) excluded.add(code);
  }
  return { fallback, byCode, excluded, names, seen };
}

export const noDefault = (): Problem =>
  new Problem(
    "fix",
    `「${paymentTable.sheet}」に「${DEFAULT_PAYMENT}」の行がありません。メニュー「API連携登録」→「初期設定」を実行し、「${columnOf(paymentTable, "target").header}」を選んでください。`,
  );

const chosen = (header: string): string => `一覧から${header}を選んでください。`;

function readServices(entries: readonly Entry[]): Map<string, DeliveryService | "unmapped"> {
  const services = new Map<string, DeliveryService | "unmapped">();
  for (const { key, text, value, fault } of entries) {
    const label = text("carrier");
    const carrier = carrierOfLabel(label);
    const days = value("leadDays") as number | null | undefined;
    if (label !== "" && carrier === undefined) fault("carrier", chosen("配送会社"));
    for (const name of ["temperature", "labelFormat"]) {
      const { header, choices } = columnOf(deliveryTable, name);
      if (text(name) !== "" && !choices?.includes(text(name))) fault(name, chosen(header));
    }
    if (days === undefined || (days !== null && (days < 0 || days > 30 || !Number.isInteger(days))))
      fault("leadDays", "0～30の整数を入力してください。");
    const service = text("service") || label.replace(/^\d{4} /, "");
    services.set(
      key,
      carrier === undefined
        ? "unmapped"
        : { carrier, service, temperature: text("temperature"), leadDays: days ?? LEAD_DAYS },
    );
  }
  return services;
}

function readBands(entries: readonly Entry[]): Map<string, string | "unmapped"> {
  const bands = new Map<string, string>();
  for (const { key, cell, text, fault } of entries) {
    if (carrierOfLabel(text("carrier")) === undefined) fault("carrier", chosen("配送会社"));
    if (termOfText(text("term")) === undefined) fault("term", "「14時～16時」「午前」のように入力してください。");
    // Who pasted 0812 as a number lost its zero, and nobody can tell whether there was one.
    if (typeof cell("code") === "number") fault("code", "数値です。「'0812」のように「'」を付けて入力してください。");
    const code = text("code").normalize("NFKC");
    bands.set(key, code === "" ? "unmapped" : code === NO_BAND ? "" : code);
  }
  return bands;
}

/** What people write where a carrier has no such band: the parcel goes without a time. */
const NO_BAND = "なし";
