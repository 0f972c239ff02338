import { linesOf } from "../../../core/line-break.ts";

/** What a buyer wrote, by whom it concerns. */
export interface Remarks {
  readonly wish: string;
  readonly toShop: string;
  readonly giftMessage: string;
}

/** RMS puts each field of its order form under a line of its own: `[配送日時指定:]` (rms-api 3.4). */
const HEADING = /^\[(.+?)[:：]\](.*)$/;
const WISH = /日時|日付指定|時間指定|時間帯|希望日|お届け日|配達日/;
const GIFT_MESSAGE = /ギフトメッセージ|メッセージカード|のし文/;
const NOT_GIFT = /店舗|ショップ|クレジット/;
/** Headings that say no more than their place on the list does. */
const PLAIN = /^(配送日時指定|備考|その他|コメント|ご要望|連絡事項)$/;
const TIME = /^(午[前後]|その他$|\d{1,2}[:：時])/;

/** Every line under a heading lands somewhere, with its heading where that says more than its place. */
export function remarksOf(text: string): Remarks {
  const parts: Record<keyof Remarks, string[]> = { wish: [], toShop: [], giftMessage: [] };
  for (const { heading, part, lines } of blocksOf(text)) {
    const body = lines.join("\n").trim();
    if (body === "") continue;
    const isNamed = heading !== "" && part !== "giftMessage" && !PLAIN.test(heading);
    parts[part].push(isNamed ? `${heading}: ${body}` : body);
  }
  return {
    wish: parts.wish.join("\n"),
    toShop: parts.toShop.join("\n"),
    giftMessage: parts.giftMessage.join("\n"),
  };
}

function partOf(heading: string): keyof Remarks {
  if (WISH.test(heading)) return "wish";
  return GIFT_MESSAGE.test(heading) && !NOT_GIFT.test(heading) ? "giftMessage" : "toShop";
}

const block = (heading: string, ...lines: string[]) => ({ heading, part: partOf(heading), lines });

function blocksOf(text: string): ReturnType<typeof block>[] {
  let current = block("");
  const blocks = [current];
  const lines = linesOf(text);
  for (const [at, line] of lines.entries()) {
    const [, heading, rest = ""] = HEADING.exec(line.trim()) ?? [];
    const opened = heading ?? (endsWish(current, line, lines[at + 1]) ? "" : undefined);
    if (opened === undefined) current.lines.push(line);
    else {
      current = block(opened, rest);
      blocks.push(current);
    }
  }
  return blocks;
}

/** A blank line ends the wish; the free text of the order form follows. Where only a time is wished, the line of the day is blank. */
const endsWish = ({ part, lines }: ReturnType<typeof block>, line: string, next = ""): boolean =>
  part === "wish" && line.trim() === "" && !(lines.join("") === "" && TIME.test(next.trim()));
