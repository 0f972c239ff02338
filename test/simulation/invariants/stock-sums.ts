import { OPERATOR } from "../../../workbench/workbench.ts";
import { plain } from "../books.ts";
import { LEDGER, STOCK } from "../declared.ts";
import { cellIn } from "../goods.ts";
import { entriesIn, isBefore, lastCounts, onHandIn } from "../stock-book.ts";
import type { World } from "../world.ts";
import type { Invariant } from "./invariant.ts";

/** 帳簿在庫 and 実在庫 are the last count and everything since, as 入出庫 tells it. */
export const stockSums: Invariant = {
  name: "the stock is what the books sum to",
  broken: (world) => {
    world.comparisons.note(STOCK, "帳簿在庫", "棚卸日時");
    world.comparisons.note(LEDGER, "番号", "日時", "数量", "棚卸前", "元の番号", "実行者", "記録日時");
    return [...wrongSums(world), ...wrongTimes(world), ...wrongEntries(world)];
  },
};

/** Of each row of 在庫 whose figures differ from the books. */
export function wrongSums(world: World): string[] {
  const { office, ledger } = world;
  const entries = entriesIn(world);
  const onHand = onHandIn(entries);
  const view = office.view(STOCK);
  return view.rows.flatMap((row) => {
    const code = ledger.keyOf(view, row);
    const expected = onHand.get(plain(code)) ?? "";
    const found = cellIn(view, row, "帳簿在庫");
    return code === "" || found === expected ? [] : [`${code} has 帳簿在庫 ${found}, the books say ${expected}`];
  });
}

/** Of each row whose 棚卸日時 is not that of its last count in the books. */
function wrongTimes(world: World): string[] {
  const { office, ledger, books } = world;
  const counts = lastCounts(entriesIn(world));
  const view = office.view(STOCK);
  return view.rows.flatMap((row) => {
    const code = ledger.keyOf(view, row);
    const [found, count] = [cellIn(view, row, "棚卸日時"), counts.get(plain(code))];
    const isIt = count === undefined ? found === "" : Math.round(Number(found) * 86_400) === count.at;
    return code === "" || books.isRecoded(code) || isIt
      ? []
      : [`${code} has 棚卸日時 ${found}, the books say ${count === undefined ? "nothing" : count.at / 86_400}`];
  });
}

/** Entries that say something else of themselves than follows from the others. */
function wrongEntries(world: World): string[] {
  const entries = entriesIn(world);
  const counts = lastCounts(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [
    ...(byId.size < entries.length ? ["two entries have one number"] : []),
    ...entries.flatMap((entry) => {
      const said = `entry ${entry.id} (${entry.code} ${entry.kind} ${entry.quantity})`;
      const original = entry.takesBack === "" ? undefined : byId.get(Number(entry.takesBack));
      const isBack = entry.kind === "出荷取消" || entry.kind === "入力の取消";
      return [
        ...(entry.isBeforeCount !== isBefore(entry, counts.get(entry.code))
          ? [`${said} ${entry.isBeforeCount ? "says" : "does not say"} 棚卸前`]
          : []),
        ...(entry.takesBack !== "" && original === undefined ? [`${said} is about no entry`] : []),
        ...(isBack && original !== undefined && original.at !== entry.at
          ? [`${said} has another time than what it takes back`]
          : []),
        ...(entry.at > entry.recordedAt ? [`${said} happened after it was recorded`] : []),
        ...(entry.who === OPERATOR ? [] : [`${said} was written by ${entry.who}, who runs no such job`]),
      ];
    }),
  ];
}
