import { dateText, instantOf, type Serial, serialOf, wallTime } from "../../../core/jst.ts";
import { earliestOrder } from "../../../shop/order-number.ts";
import type { HeldRecord } from "./held.ts";
import type { Candidate, Refused } from "./judge.ts";
import { recordPlan } from "./record-plan.ts";
import type { ReportCells } from "./report-cells.ts";
import type { ReportRow } from "./report-row.ts";
import { isOpenReport } from "./report-standing.ts";
import { texts } from "./report-texts.ts";
import { type SentRecord, sentText } from "./sent-records.ts";

/** RMS's own layout (rms-api 10.4), and its limits (13). */
const COLUMNS = ["注文番号", "送付先ID", "発送明細ID", "お荷物伝票番号", "配送会社", "発送日"];
const MOST_ROWS = 5000;
const REACH = 180;

export interface CsvFile {
  readonly name: string;
  /** To be saved as CP932. */
  readonly text: string;
}

/** A row, what it says once the files are made, and which of them it is in. */
export interface FiledReport {
  readonly row: ReportRow;
  readonly report: ReportCells;
  readonly file: string;
}

export interface CsvPlan {
  readonly files: readonly CsvFile[];
  readonly filed: readonly FiledReport[];
  readonly refused: readonly Refused[];
}

interface Lines {
  readonly candidate: Candidate;
  readonly sent: readonly SentRecord[];
  readonly lines: readonly string[];
}

/**
 * Files for RMS's own screen, where RMS cannot be asked: what it holds is taken from the last import and from what was
 * sent since. `again`: the operator says that files made before were not uploaded.
 */
export function csvPlan(
  candidates: readonly Candidate[],
  { now, again }: { readonly now: Serial; readonly again: boolean },
): CsvPlan {
  const refused: Refused[] = [];
  const good: Lines[] = [];
  for (const candidate of candidates) {
    const made = linesFor(candidate, now, again);
    if (typeof made === "string") refused.push({ row: candidate.row, reason: made, held: false });
    else good.push(made);
  }
  const parts = partsOf(good);
  const stamp = wallTime(instantOf(now)).slice(0, 16).replace(/[-:]/g, "").replace("T", "_");
  const named = parts.map((part, at) => ({ part, name: `shipping_${stamp}_${at + 1}.csv` }));
  return {
    files: named.map(({ part, name }) => ({
      name,
      text: [COLUMNS.join(), ...part.flatMap(({ lines }) => lines), ""].join("\r\n"),
    })),
    filed: named.flatMap(({ part, name }) =>
      part.map(({ candidate: { row }, sent }) => ({ row, report: filedCells(name, sent, now), file: name })),
    ),
    refused,
  };
}

const filedCells = (name: string, sent: readonly SentRecord[], now: Serial): ReportCells => ({
  reportState: "CSV作成済",
  reportMessage: texts.inCsv(name),
  reportedAt: now,
  sentRecords: sentText(sent),
  reportBatch: "",
  reportRequest: "",
});

/** The lines of a row, or why it has none. */
function linesFor(candidate: Candidate, now: Serial, again: boolean): Lines | string {
  const { row, wanted, sent } = candidate;
  if (now - orderedAt(row) > REACH) return texts.tooOldForCsv;
  if (isOpenReport(row.report)) return texts.unknownForCsv;
  const isFiled = row.report.reportState === "CSV作成済";
  const known = sent.filter(({ detailId, over }) => detailId !== null && over === undefined);
  const ids = new Set(row.listed.map(({ detailId }) => detailId));
  const held: HeldRecord[] = [...row.listed, ...known.filter(({ detailId }) => !ids.has(detailId))];
  const plan = recordPlan(wanted, sent, held);
  if (plan.refusal !== undefined) return plan.refusal;
  if (plan.records.some(({ remove }) => remove)) return texts.removalForCsv;
  if (plan.records.length === 0) return texts.knownToCsv;
  if (isFiled && !again && plan.records.some(({ detailId }) => detailId === undefined)) return texts.filedBefore;
  return {
    candidate,
    sent: plan.sent,
    lines: plan.records.map(({ detailId, carrier, trackingNumber }) =>
      [
        row.orderNumber,
        row.basketId,
        detailId ?? "",
        trackingNumber ?? "",
        carrier ?? "",
        dateText(wanted.shippedOn).replace(/\//g, "-"),
      ].join(),
    ),
  };
}

/** The order's number begins with its day. */
const orderedAt = ({ orderedAt: at, orderNumber }: ReportRow): Serial => {
  if (at !== null) return at;
  const day = earliestOrder(orderNumber);
  return day === undefined ? 0 : serialOf(day);
};

/** As few files as RMS takes, none of which parts a row. */
function partsOf(rows: readonly Lines[]): Lines[][] {
  const parts: Lines[][] = [];
  let room = 0;
  for (const row of rows) {
    if (row.lines.length > room) {
      parts.push([]);
      room = MOST_ROWS;
    }
    parts[parts.length - 1]?.push(row);
    room -= row.lines.length;
  }
  return parts;
}
