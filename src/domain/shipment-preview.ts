import type { Shipment } from "./shipment.ts";

export const previewKinds = ["新規", "変更", "取消"] as const;
export type PreviewKind = (typeof previewKinds)[number];

/** What an import would do to one row of 出荷リスト. */
export interface PreviewEntry {
  readonly kind: PreviewKind;
  readonly orderNumber: string;
  readonly basketId: string;
  readonly state: string;
  /** What would newly stand in 変更内容 or 確認事項. */
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

/** Undefined when people would see no difference. */
export function previewEntry(before: Shipment | undefined, after: Shipment): PreviewEntry | undefined {
  const told = { orderNumber: after.orderNumber, basketId: after.basketId, state: after.state };
  if (before === undefined)
    return { kind: "新規", ...told, detail: [after.questions, after.changes].filter(Boolean).join("\n") };
  if (before.state === after.state && before.changes === after.changes && before.questions === after.questions)
    return undefined;
  const known = new Set(before.changes.split("\n"));
  const news = after.changes.split("\n").filter((change) => change !== "" && !known.has(change));
  const detail = [...news, ...(before.questions === after.questions ? [] : [after.questions])].filter(Boolean);
  return { kind: after.state === "取消" ? "取消" : "変更", ...told, detail: detail.join("\n") };
}
