import type { Serial } from "../../../core/jst.ts";

/** How the report of a row stands to Rakuten. */
export const reportStates = [
  "送信待ち",
  "送信中",
  "確認中",
  "送信済",
  "一部送信済",
  "エラー",
  "期限切れ",
  "CSV作成済",
] as const;
export type ReportState = (typeof reportStates)[number];

/** What the job keeps of a row's report: all columns of the writer `report`. */
export interface ReportCells {
  readonly reportState: ReportState | "";
  /** Rakuten's message and the cure, one thing a line. */
  readonly reportMessage: string;
  /** When it was handed in last, or was about to be. */
  readonly reportedAt: Serial | null;
  /** `sentText` of what RMS may hold by reports of this row. */
  readonly sentRecords: string;
  /** Names the batch that it was committed with before it was sent. */
  readonly reportBatch: string;
  /** RMS's receipt; empty until it came. */
  readonly reportRequest: string;
}

export const NO_REPORT: ReportCells = {
  reportState: "",
  reportMessage: "",
  reportedAt: null,
  sentRecords: "",
  reportBatch: "",
  reportRequest: "",
};
