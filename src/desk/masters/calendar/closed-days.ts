import { closedBy, type DayRule, namedDays, weekdays } from "../../../shop/closed-day.ts";
import type { ShippingDays } from "../../../shop/ship-date.ts";
import { type Entry, toChoose } from "../entry.ts";

/** 休業日マスタ as a job uses it. */
export type ClosedDays = Pick<ShippingDays, "isClosed" | "unsure">;

export function readClosedDays(entries: readonly Entry[]): ClosedDays {
  const rules: DayRule[] = [];
  const shut: Entry[] = [];
  for (const entry of entries) {
    const { text, value, fault } = entry;
    const named = namedDays(text("day"));
    const closed = value("kind") as boolean | null | undefined;
    if (named === undefined) fault("day", "「日曜日」「祝日」「2026/12/29」「12/29～1/3」のように入力してください。");
    if (closed === undefined) fault("kind", toChoose("区分"));
    if (named === undefined || closed === undefined) continue;
    rules.push({ ...named, closed: closed ?? true });
    if (closed !== false && isWeekday(named.name)) shut.push(entry);
  }
  if (shut.length === weekdays.length)
    shut[0]?.fault("kind", "すべての曜日が休業です。出荷する曜日を「営業」にしてください。");
  const wrong = entries.map(({ unusable }) => unusable()).find(Boolean);
  return { isClosed: closedBy(rules), unsure: wrong };
}

const isWeekday = (name: string): boolean => (weekdays as readonly string[]).includes(name);
