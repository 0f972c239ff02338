import { instantOfWall, wallTime } from "../../../core/jst.ts";

const FORM = /^(?:(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})\s+)?(\d{1,2}):(\d{2})$/;

export const sessionTexts = {
  question:
    "いつの在庫として数えますか。日時を入力してください（例: 2026/11/24 18:00、今日なら 18:00）。空欄のままOKを押すと、いまの時刻になります。\n\n指定した日時より後に記録された出荷や入出庫は、数えた数に加減します。「在庫」の「棚卸数」は、記録してから空にします。",
  form: "日時として読めません。2026/11/24 18:00 の形で入力してください。",
  future: "これから先の日時は指定できません。",
} as const;

/** From when the counts of a session are, by what a person answered; a text says why it cannot be. */
export function sessionStart(answer: string, now: Date): Date | string {
  const typed = answer.normalize("NFKC").trim();
  if (typed === "") return now;
  const match = FORM.exec(typed);
  if (match === null) return sessionTexts.form;
  const today = wallTime(now);
  const [, year = today.slice(0, 4), month = today.slice(5, 7), day = today.slice(8, 10), hour = "", minute = ""] =
    match;
  const start = instantOfWall(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}`);
  if (start === undefined) return sessionTexts.form;
  return start > now ? sessionTexts.future : start;
}

const two = (digits: string): string => digits.padStart(2, "0");
