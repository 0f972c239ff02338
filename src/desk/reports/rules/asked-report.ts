import { groupedBy } from "../../../core/grouped.ts";
import { dateText, type Serial } from "../../../core/jst.ts";

/** What a question that is one text tells of a preview. */
interface AskedReport {
  readonly orders: number;
  readonly parcels: number;
  readonly buyers: number;
  readonly blanks: number;
  readonly filled: number;
  readonly today: Serial;
  readonly rows: readonly {
    readonly kind: "new" | "changed" | "refused" | "held" | "waiting";
    readonly rowNumber: number;
    readonly reasons: readonly string[];
  }[];
}

const YES = "送信";
const TODAY = "今日";
const SHOWN = 5;

export const isYes = (answer: string): boolean => answer.normalize("NFKC").trim() === YES;

/** What is 出荷済 without a day left today. */
export const isToday = (answer: string): boolean => answer.normalize("NFKC").trim() === TODAY;

/** Outcomes of earlier reports are a reason to go on, too. */
const isThere = ({ orders, rows }: Pick<AskedReport, "orders" | "rows">): boolean =>
  orders > 0 || rows.some(({ kind }) => kind === "waiting");

/** Nothing to send, and nothing that an answer could bring to be sent. */
export const nothingToReport = (asked: AskedReport): boolean => !isThere(asked) && asked.blanks === 0;

export function askedReport(asked: AskedReport): string {
  const { rows } = asked;
  const waiting = rows.filter(({ kind }) => kind === "waiting").length;
  const refused = rows.filter(({ kind }) => kind === "refused" || kind === "held");
  return [
    summaryText(asked),
    ...(waiting > 0 ? [`前の送信の結果を待っている行が${waiting}行あります。`] : []),
    ...refusals(refused),
    ...(asked.blanks === 0 ? [] : [`${blanksText(asked)}そうするときは「${TODAY}」と入力してください。`]),
    ...(isThere(asked) ? [`続けるときは「${YES}」と入力してください。`] : []),
  ].join("\n\n");
}

/** Also said by the panel. */
export const summaryText = ({
  orders,
  parcels,
  buyers,
  filled,
  today,
}: Omit<AskedReport, "rows" | "blanks">): string =>
  orders === 0
    ? "送信する出荷実績はありません。"
    : `注文${orders}件、荷物${parcels}個を送信します。${filled === 0 ? "" : `発送日が空の${filled}行は、${dateText(today)}を発送日として送ります。`}楽天から購入者${buyers}名へ発送メールが送られます。まだ何も送信していません。`;

/** Also said by the panel, which has a button for it. */
export const blanksText = ({ blanks, today }: Pick<AskedReport, "blanks" | "today">): string =>
  `出荷ステータスが「出荷済」で、発送日が空の行が${blanks}行あります。今日（${dateText(today)}）を発送日として送れます。`;

function refusals(rows: AskedReport["rows"]): string[] {
  if (rows.length === 0) return [];
  const reasons = [...groupedBy(rows, ({ reasons: all }) => all.join(" "))];
  const shown = reasons.slice(0, SHOWN).map(
    ([reason, some]) =>
      `・${some
        .map(({ rowNumber }) => rowNumber)
        .slice(0, SHOWN)
        .join("、")}行目${some.length > SHOWN ? `ほか${some.length - SHOWN}行` : ""}: ${reason}`,
  );
  const more = reasons.length > SHOWN ? [`・ほか${reasons.length - SHOWN}種類の理由`] : [];
  return [[`送信できない行が${rows.length}行あります。`, ...shown, ...more].join("\n")];
}
