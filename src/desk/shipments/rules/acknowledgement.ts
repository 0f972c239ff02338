import { filledLines } from "../../../core/line-break.ts";
import { hasOldTick, isOldTickFor, withOldTick } from "./report-permission.ts";
import type { Shipment } from "./shipment.ts";
import type { StaffEntries } from "./staff-entries.ts";

type Listed = Shipment & StaffEntries;

/**
 * What a row asks people for can be settled by 確認済: its newest change, and the questions that only a person can answer
 * (`settleable`). A tick counts for what stood on the row before it was set, and is remembered in 確認した内容, as people may
 * take it away again. The next change brings everything up again: it was settled for the order as it was.
 */
export function acknowledged(row: Shipment, before: Listed, settleable: readonly string[]): Shipment {
  const hasNews = lastChange(row) !== "" && lastChange(row) !== lastChange(before);
  const counts = before.cancelConfirmed && !hasOldTick(before.questions);
  const known = new Set(hasNews ? [] : filledLines(before.acknowledged));
  if (counts && !hasNews) for (const line of [...filledLines(before.questions), lastChange(before)]) known.add(line);
  const settled = asks(row, settleable).filter((line) => known.has(line));
  const questions = filledLines(row.questions).filter((line) => !settled.includes(line));
  return {
    ...row,
    acknowledged: settled.join("\n"),
    questions: questions.join("\n"),
    state: row.state === "要確認" && questions.length === 0 ? "取込済" : row.state,
  };
}

/** A tick that cannot count for what the row still asks has to go, and says so. */
export function withTickAsked(row: Shipment, before: Listed, settleable: readonly string[] = []): Shipment {
  if (!before.cancelConfirmed || row.state === "出荷済") return row;
  if (row.state === "取消") return isOldTickFor(row, before) ? withOldTick({ ...row, questions: "" }, "取消") : row;
  const open = filledLines(row.questions).some((line) => settleable.includes(line));
  if (!open && !hasOpenChange(row)) return row;
  return withOldTick(row, hasOpenChange(row) ? "変更" : "確認事項");
}

/** What a row shows of what it asks. */
export type Asking = Pick<Shipment, "state" | "questions" | "changes" | "acknowledged">;

/** Whether there is something on a row that 確認済 may settle: while it is held, its reasons are none. */
export const asksForTick = (row: Asking): boolean =>
  row.state === "取消" ||
  (row.state !== "出荷済" && hasOpenChange(row)) ||
  (row.state !== "保留" && row.questions !== "");

/** A change that nobody has acknowledged. */
export const hasOpenChange = (row: Pick<Shipment, "changes" | "acknowledged">): boolean =>
  lastChange(row) !== "" && !filledLines(row.acknowledged).includes(lastChange(row));

const asks = (row: Shipment, settleable: readonly string[]): string[] => [
  ...filledLines(row.questions).filter((line) => settleable.includes(line)),
  ...(lastChange(row) === "" ? [] : [lastChange(row)]),
];

/** Stands for all before it. */
const lastChange = ({ changes }: Pick<Shipment, "changes">): string => filledLines(changes).pop() ?? "";
