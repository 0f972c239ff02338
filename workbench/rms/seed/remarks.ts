import { DAY, jstDate, startOfDay, weekday } from "../shop/jst.ts";
import type { Random } from "./random.ts";

export const MEMOS = [
  "電話確認済み",
  "=至急\n午前中に出す",
  "0120 まで折返し",
  "@倉庫さん 同梱お願いします🙏",
] as const;

const NOTES = [
  "よろしくお願いします。",
  "=SUM(A1:A9) と書いたカードを入れてください",
  "+81 で始まる番号には掛けないでください",
  "-お急ぎ便でお願いします-",
  "@玄関 に置いてください",
  "0012号室です。\r\n呼び鈴は鳴らさないで下さい🙇‍♀️",
  "誕生日プレゼントです🎁\n\nメッセージカード:「おめでとう！」",
  "'引用符で始まる備考\tとタブ",
  '領収書は「見本商店」宛で\n但し書き: "お品代", 税込',
  "👨‍👩‍👧‍👦 家族で楽しみにしています",
  '=HYPERLINK("http://example.invalid","見本")',
] as const;

const TERM_TEXT: Readonly<Record<number, string>> = {
  1: "午前中",
  2: "午後",
  9: "その他",
  1214: "12:00〜14:00",
  1416: "14:00〜16:00",
  1618: "16:00〜18:00",
  1820: "18:00〜20:00",
  1921: "19:00〜21:00",
};

/** The date and time band that the buyer asked for. */
export interface DeliveryWish {
  readonly date: string | null;
  readonly term: number | null;
  readonly dateAt: number | null;
}

/** `from` is the day after which the parcel can be wished for; some wish for a day weeks ahead. */
export function drawWish(draw: Random, from: number): DeliveryWish {
  const dateAt = draw.chance(0.35) ? startOfDay(from) + draw.int(2, draw.pick([6, 6, 40])) * DAY : null;
  const term = draw.chance(0.4) ? draw.pick([1, 2, 1214, 1416, 1618, 1820, 1921, 9]) : draw.pick([0, null]);
  return { date: dateAt === null ? null : jstDate(dateAt), term, dateAt };
}

const WEEKDAYS = "日月火水木金土";

/** コメント as RMS composes it: the wish under its heading, then what the buyer wrote. */
export function drawRemarks(draw: Random, { date, term, dateAt }: DeliveryWish): string | null {
  const day = dateAt === null ? "" : `${date}(${WEEKDAYS[weekday(dateAt)]})`;
  const wished = `[配送日時指定:]\n${day}\n${TERM_TEXT[term ?? 0] ?? ""}\n\n`;
  if (draw.chance(0.6)) return day === "" && !term && draw.chance(0.5) ? null : wished;
  return `${wished}[ご要望:]\n${draw.pick(NOTES)}\n`;
}
