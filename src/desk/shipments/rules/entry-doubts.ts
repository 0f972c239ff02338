import type { Shipment, ShipmentState } from "./shipment.ts";
import { withNote } from "./shipment-changes.ts";

/** Why nobody can say that what people entered on a row is the row's own. */
export interface EntryDoubt {
  readonly doubt: readonly [kind: "from" | "lost" | "pasted", what: string];
  /** Of the cells in question; none where those are all that people have there. */
  readonly headers: readonly string[];
}

/** What people typed over the key of a row, or of one of its lines. */
export interface OvertypedKey {
  /** The sheet, where it is not the row's own. */
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly typed: readonly string[];
}

/** What became of the entries of one row. */
export interface EntryFinding {
  readonly restored: boolean;
  readonly rekeyed: readonly OvertypedKey[];
  readonly doubts: readonly EntryDoubt[];
}

const START = "作業欄の入力";
const CURE =
  "伝票番号などを確かめて、この行の入力を直すか、「確認済」のチェックを入れる（入れ直す）と、次の取込で消えます。";

export function doubtText({ doubt: [kind, what], headers }: EntryDoubt): string {
  const entries = headers.length === 0 ? START : `${START}（${headers.join("・")}）`;
  if (kind === "from") return `${entries}が、${what === "" ? "別" : `「${what}」`}の行のものかもしれません。${CURE}`;
  if (kind === "lost") return `${entries}が、貼り付けや削除で失われたかもしれません。${CURE}`;
  return `${entries}のうち「${what}」が、隠れた照合列に貼り付けられました。正しい列に入力し直してください。${CURE}`;
}

const RESTORED = "作業欄の入力がほかの行へ移っていたため、この行に戻しました。";

const CLOSED: readonly ShipmentState[] = ["取消", "出荷済"];

function rekeyedText({ sheet, headers, typed }: OvertypedKey): string {
  const written = typed.filter((text) => text !== "").map((text) => `「${text.slice(0, 50)}」`);
  const done = written.length === 0 ? "消されて" : `${written.join("・")}に書き換えられて`;
  return `${sheet === "" ? "" : `「${sheet}」の`}${headers.join("・")}が${done}いたため、元に戻しました。`;
}

/** A row as it is to be written, with what is to be said of its entries: nothing may go out by them before a person has looked. */
export function withFinding(row: Shipment, { restored, rekeyed, doubts }: EntryFinding, now: Date): Shipment {
  const told = withoutDoubt(row);
  const notes = [...rekeyed.map(rekeyedText), ...(restored ? [RESTORED] : [])];
  const changes = notes.reduce((text, note) => withNote(text, now, note), told.changes);
  const changed: Shipment = {
    ...told,
    changes,
    ...(notes.length > 0 && told.state === "取込済" ? { state: "変更あり" } : {}),
  };
  if (doubts.length === 0) return changed;
  const questions = [changed.questions, ...doubts.map(doubtText)].filter(Boolean).join("\n");
  const stops = !CLOSED.includes(changed.state) && changed.state !== "保留";
  return { ...changed, questions, ...(stops ? { state: "要確認" } : {}) };
}

const withoutDoubt = (row: Shipment): Shipment => ({ ...row, questions: linesWithout(row.questions) });

const linesWithout = (questions: string): string =>
  questions
    .split("\n")
    .filter((line) => !line.startsWith(START))
    .join("\n");

/** The row says of its entries what is settled by now. */
export const asksOfEntries = ({ questions }: Pick<Shipment, "questions">): boolean =>
  questions.split("\n").some((line) => line.startsWith(START));
