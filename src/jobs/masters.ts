import { carrierOfLabel } from "../domain/carrier.ts";
import type { DeliveryMasters, DeliveryService } from "../domain/delivery.ts";
import type { Payment } from "../domain/order.ts";
import type { PaymentTargets } from "../domain/payment-target.ts";
import { Problem } from "../domain/problem.ts";
import type { Progress } from "../domain/progress.ts";
import type { Book } from "../workbook/book.ts";
import type { CellFault } from "../workbook/mark.ts";
import { cellAt, type SheetRow, type SheetState } from "../workbook/snapshot.ts";
import { columnOf, type Table } from "../workbook/table.ts";
import { deliveryTable } from "../workbook/tables/delivery-table.ts";
import { DEFAULT_PAYMENT, paymentTable } from "../workbook/tables/payment-table.ts";
import { timeBandTable } from "../workbook/tables/time-band-table.ts";

/** The masters as a job uses them. */
export interface Masters extends DeliveryMasters {
  readonly targets: PaymentTargets;
  /** Whether an order with this payment method was met before. */
  readonly hasSeen: (paymentCode: number) => boolean;
  /** Its name in the master, where it is there: that of RMS may change. */
  readonly paymentName: (payment: Payment) => string;
}

export const masterTables: readonly Table[] = [deliveryTable, timeBandTable, paymentTable];

/** People have to mend cells of a master first; a run does not half-work on them. */
export class MasterProblem extends Problem {
  readonly cellFaults: readonly CellFault[];
  constructor(cellFaults: readonly CellFault[]) {
    super("fix", cellFaults.map(told).join("\n"));
    this.cellFaults = cellFaults;
  }
}

const SHOWN = 10;

const told = ({ table, rowIndex, column, reason }: CellFault): string =>
  `「${table.sheet}」${rowIndex + 1}行目「${columnOf(table, column).header}」: ${reason}`;

/** Throws MasterProblem that names sheet, row and column of all that cannot be used. */
export function readMasters(book: Book): Masters {
  const faults: CellFault[] = [];
  const states = masterTables.map((table) => book.state(table));
  for (const state of states) faults.push(...doubles(state));
  const payments = readPayments(book.state(paymentTable), faults);
  const services = readServices(book.state(deliveryTable), faults);
  const bands = readBands(book.state(timeBandTable), faults);
  if (faults.length > 0) throw new MasterProblem(faults.slice(0, SHOWN));
  return {
    targets: payments.targets,
    hasSeen: (code) => payments.seen.has(code),
    paymentName: ({ code, name }) => payments.names.get(code) ?? name,
    delivery: (method) => services.get(method.trim()) ?? "unknown",
    band: (carrier, term) => bands.get(`${carrier}/${term}`) ?? "unknown",
  };
}

const doubles = (state: SheetState): CellFault[] =>
  state.doubles.map(({ index, first }) => ({
    table: state.table,
    rowIndex: index,
    column: state.table.key[0] as string,
    reason: `${first + 1}行目と同じ内容です。どちらか1行を削除してください。`,
  }));

interface Payments {
  readonly targets: PaymentTargets;
  readonly names: ReadonlyMap<number, string>;
  readonly seen: ReadonlySet<number>;
}

function readPayments(state: SheetState, faults: CellFault[]): Payments {
  const byCode = new Map<number, Progress>();
  const excluded = new Set<number>();
  const names = new Map<number, string>();
  const seen = new Set<number>();
  let fallback: Progress | null | undefined = null;
  for (const row of state.rows.values()) {
    const target = columnOf(paymentTable, "target").parse(cellAt(state, row, "target")) as Progress | null | undefined;
    const isExcluded = columnOf(paymentTable, "excluded").parse(cellAt(state, row, "excluded"));
    const code = textAt(state, row, "code");
    const fault = (column: string, reason: string) =>
      faults.push({ table: paymentTable, rowIndex: row.index, column, reason });
    if (target === undefined) fault("target", "「300 発送待ち」のような楽天のステータスを選んでください。");
    if (isExcluded === undefined) fault("excluded", "チェックを入れるか、空欄にしてください。");
    if (code === DEFAULT_PAYMENT) {
      fallback = target;
      if (target === null) fault("target", `「${DEFAULT_PAYMENT}」は必須です。ステータスを選んでください。`);
      if (isExcluded) fault("excluded", `「${DEFAULT_PAYMENT}」は対象外にできません。チェックを外してください。`);
    } else {
      names.set(Number(code), textAt(state, row, "name"));
      if (textAt(state, row, "firstSeenAt") !== "") seen.add(Number(code));
      if (target) byCode.set(Number(code), target);
      if (isExcluded) excluded.add(Number(code));
    }
  }
  if (fallback === null && faults.length === 0) throw noDefault();
  return { targets: { default: fallback ?? 300, byCode, excluded }, names, seen };
}

const noDefault = (): Problem =>
  new Problem(
    "fix",
    `「${paymentTable.sheet}」に「${DEFAULT_PAYMENT}」の行がありません。メニュー「API連携登録」→「初期設定」を実行し、「${columnOf(paymentTable, "target").header}」を選んでください。`,
  );

function readServices(state: SheetState, faults: CellFault[]): Map<string, DeliveryService | "unmapped"> {
  const services = new Map<string, DeliveryService | "unmapped">();
  for (const row of state.rows.values()) {
    const fault = (column: string, reason: string) =>
      faults.push({ table: deliveryTable, rowIndex: row.index, column, reason });
    const label = textAt(state, row, "carrier");
    const carrier = carrierOfLabel(label);
    const days = columnOf(deliveryTable, "leadDays").parse(cellAt(state, row, "leadDays")) as number | null | undefined;
    if (label !== "" && carrier === undefined) fault("carrier", "一覧から配送会社を選んでください。");
    if (days === undefined || (days !== null && (days < 0 || days > 30 || !Number.isInteger(days))))
      fault("leadDays", "0～30の整数を入力してください。");
    const service = textAt(state, row, "service") || label.replace(/^\d{4} /, "");
    services.set(
      textAt(state, row, "method"),
      carrier === undefined
        ? "unmapped"
        : { carrier, service, temperature: textAt(state, row, "temperature") || "常温", leadDays: days ?? 1 },
    );
  }
  return services;
}

function readBands(state: SheetState, faults: CellFault[]): Map<string, string | "unmapped"> {
  const bands = new Map<string, string>();
  for (const row of state.rows.values()) {
    const carrier = carrierOfLabel(textAt(state, row, "carrier"));
    if (carrier === undefined)
      faults.push({
        table: timeBandTable,
        rowIndex: row.index,
        column: "carrier",
        reason: "一覧から配送会社を選んでください。",
      });
    const code = textAt(state, row, "code");
    bands.set(`${carrier}/${textAt(state, row, "term")}`, code === "" ? "unmapped" : code === NO_BAND ? "" : code);
  }
  return bands;
}

/** What people write where a carrier has no such band: the parcel goes without a time. */
const NO_BAND = "なし";

const textAt = (state: SheetState, row: SheetRow, name: string): string =>
  String(cellAt(state, row, name) ?? "").trim();
