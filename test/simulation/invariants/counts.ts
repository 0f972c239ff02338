import { countOf, plain } from "../books.ts";
import { STOCK } from "../declared.ts";
import { cellIn } from "../goods.ts";
import { COUNT, type Entry, entriesIn } from "../stock-book.ts";
import type { World } from "../world.ts";
import type { Invariant } from "./invariant.ts";

/** What people counted is in the books as they counted it, no more often than they did, and never lost from the sheet before. */
export const countsRecorded: Invariant = {
  name: "each count is recorded once",
  broken: (world) => {
    const { office, ledger, books, comparisons } = world;
    comparisons.note(STOCK, "記録した棚卸数");
    const view = office.view(STOCK);
    const entries = entriesIn(world).filter(({ kind }) => kind === COUNT);
    return view.rows.flatMap((row) => {
      const code = ledger.keyOf(view, row);
      if (code === "" || books.isRecoded(code)) return [];
      const own = entries.filter((entry) => entry.code === plain(code));
      const cell = (header: string) => cellIn(view, row, header);
      return wrong(world, code, own, cell("棚卸数"), cell("記録した棚卸数")).map((text) => `${code} ${text}`);
    });
  },
};

function wrong({ books }: World, code: string, entries: readonly Entry[], cell: unknown, recorded: unknown): string[] {
  const typed = books.countsOf(code);
  const counts = typed.map(countOf).filter((count) => count !== undefined);
  const last = typed.at(-1) ?? "";
  const lastCount = last === "" ? undefined : countOf(last);
  const [newest] = [...entries].sort((a, b) => b.id - a.id);
  const isThere = cell === last || (cell === "" && entries.some(({ quantity }) => quantity === lastCount));
  // 棚卸を始める empties the cells that it read: what is typed in the very moment before is known to be lost.
  if (books.isAtRisk(code) && cell === "") return [];
  return [
    ...(isThere ? [] : [`was counted as ${last}, and 棚卸数 is ${cell}`]),
    ...(lastCount !== undefined && !entries.some(({ quantity }) => quantity === lastCount)
      ? [`was counted as ${lastCount}, and the books do not say so`]
      : []),
    ...(cell !== "" && lastCount !== undefined && recorded !== lastCount
      ? [`was counted as ${lastCount}, and 記録した棚卸数 is ${recorded}`]
      : []),
    ...(recorded !== "" && recorded !== newest?.quantity
      ? [`has 記録した棚卸数 ${recorded}, and the last count of the books is ${newest?.quantity}`]
      : []),
    ...(entries.length > counts.length
      ? [`was counted ${counts.length} times, and ${entries.length} are recorded`]
      : []),
    ...entries
      .filter(({ quantity }) => !counts.includes(quantity))
      .map(({ quantity }) => `was never counted as ${quantity}`),
  ];
}
