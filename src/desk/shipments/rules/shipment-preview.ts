import { questionsOf, type Reason, reasonOf } from "./reasons.ts";
import type { Shipment } from "./shipment.ts";

export const previewKinds = ["新規", "変更", "取消"] as const;
export type PreviewKind = (typeof previewKinds)[number];

/** What an import would do to one row of 出荷リスト. */
export interface PreviewEntry {
  readonly kind: PreviewKind;
  readonly orderNumber: string;
  readonly basketId: string;
  /** Whose parcel it is, and what is in it. */
  readonly name: string;
  readonly goods: string;
  readonly state: string;
  /** Why the row would wait; nothing for one that would not. */
  readonly reasons: readonly Reason[];
  /** What would newly stand in 変更内容 or 確認事項, or else the columns that would change. */
  readonly detail: string;
}

/** What the dialog shows, or why it cannot. */
export type PreviewResult =
  | { readonly done: true; readonly preview: Preview }
  | { readonly done: false; readonly message: string };

export interface Preview {
  readonly entries: readonly PreviewEntry[];
  readonly skipped: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  /** False when the time was up before all orders were looked at. */
  readonly finished: boolean;
}

/** `changed`: headers of the columns in which the row would change. */
export function previewEntry(before: Shipment | undefined, after: Shipment, changed: readonly string[]): PreviewEntry {
  const { orderNumber, basketId, name, goods, state } = after;
  const reasons = state === "要確認" || state === "保留" ? questionsOf(after).map(reasonOf) : [];
  const row = { orderNumber, basketId, name, goods, state, reasons };
  if (before === undefined)
    return {
      kind: "新規",
      ...row,
      detail: [after.questions, after.warnings, after.changes].filter(Boolean).join("\n"),
    };
  const known = new Set(before.changes.split("\n"));
  const news = after.changes.split("\n").filter((change) => !known.has(change));
  const detail = [...news, ...(before.questions === after.questions ? [] : [after.questions])].filter(Boolean);
  const columns = `更新: ${changed.join("、")}`;
  const isCancelled = after.state === "取消" && before.state !== "取消";
  return { kind: isCancelled ? "取消" : "変更", ...row, detail: detail.join("\n") || columns };
}
