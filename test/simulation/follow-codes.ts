import type { World } from "./world.ts";

/** Rows that got their new code, as people allowed, take along what people wrote on them, and the history of their stock. */
export function followCodes({ goods, office, ledger, books }: World): void {
  const renames = goods.renames(office, ledger);
  if (renames.size === 0) return;
  ledger.recoded(renames);
  books.recoded(renames);
}
