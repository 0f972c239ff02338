/** What a buyer wrote, by whom it concerns. */
export interface Remarks {
  readonly wish: string;
  readonly toShop: string;
  readonly giftMessage: string;
}

/** RMS puts each field of its order form on a line of its own: `[配送日時指定:]` (rms-api 3.4). */
const HEADING = /^\[(.+?)[:：]\]$/;
/** Headings that say no more than that a text follows. */
const PLAIN = /^(備考|その他|コメント|ご要望|連絡事項)$/;

export function remarksOf(text: string): Remarks {
  const parts: Record<keyof Remarks, string[]> = { wish: [], toShop: [], giftMessage: [] };
  for (const { heading, body } of blocksOf(text)) {
    if (body === "") continue;
    const part = partOf(heading);
    const named = part === "toShop" && heading !== "" && !PLAIN.test(heading);
    parts[part].push(named ? `${heading}: ${body}` : body);
  }
  return {
    wish: parts.wish.join("\n"),
    toShop: parts.toShop.join("\n"),
    giftMessage: parts.giftMessage.join("\n"),
  };
}

function partOf(heading: string): keyof Remarks {
  if (/日時|日付指定|時間指定|時間帯/.test(heading)) return "wish";
  return /ギフト|メッセージ|カード/.test(heading) ? "giftMessage" : "toShop";
}

function blocksOf(text: string): { heading: string; body: string }[] {
  const blocks = [{ heading: "", lines: [] as string[] }];
  for (const line of text.split(/\r\n?|\n/)) {
    const heading = HEADING.exec(line.trim())?.[1];
    if (heading === undefined) blocks[blocks.length - 1]?.lines.push(line);
    else blocks.push({ heading, lines: [] });
  }
  return blocks.map(({ heading, lines }) => ({ heading, body: lines.join("\n").trim() }));
}
