import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { runId } from "../../run/log.ts";
import { problemFrom } from "../../run/notice.ts";
import { orderNumberOf } from "../../shop/order-number.ts";
import type { Cells } from "../../workbook/cell.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import type { FoundOrder } from "./archive-store.ts";
import { usedStores } from "./archive-stores.ts";
import { findTexts, parcelText } from "./rules/find-texts.ts";

/** Asks for an order number and says where that order is, and what became of it. Writes nothing, and asks Rakuten nothing. */
export function findShipped(platform: Platform): void {
  const typed = platform.screen.ask(captions.findShipped, findTexts.question);
  if (typed === undefined) return;
  const number = orderNumberOf(typed);
  platform.screen.alert(captions.findShipped, number === undefined ? findTexts.noNumber : answerTo(platform, number));
}

function answerTo(platform: Platform, number: string): string {
  try {
    const listed = listedParcels(platform, number);
    if (listed.length > 0) return findTexts.listed(number, listed);
    const { found, unread } = inArchives(platform, number);
    return found === undefined
      ? findTexts.missing(number, unread)
      : findTexts.archived(number, found, parcelsOf(found));
  } catch (error) {
    return problemFrom(platform, error).message;
  }
}

function listedParcels(platform: Platform, number: string): string[] {
  const book = openBook({ ...platform, tables: [shipmentTable], run: runId(platform.clock.now()) });
  const list = book.state(shipmentTable);
  const columns = Object.keys(shipmentTable.columns);
  return [...list.rows.values()]
    .filter((row) => cellAt(list, row, "orderNumber") === number)
    .map((row) => {
      const cells: Cells = new Map(columns.map((name) => [name, cellAt(list, row, name)]));
      return `${findTexts.row(row.index + 1)} ${parcelText(cells)}`;
    });
}

/** In all that may have it; what cannot be looked into is told, since it may be there. */
function inArchives(
  platform: Platform,
  number: string,
): { readonly found: FoundOrder | undefined; readonly unread: readonly string[] } {
  const unread: string[] = [];
  const source = {
    ...platform,
    settings: storedSettings(platform),
    notes: platform.shared,
    now: () => platform.clock.now(),
    sleep: (milliseconds: number) => platform.clock.sleep(milliseconds),
  };
  for (const store of usedStores(source))
    try {
      const found = store.find(number);
      if (found !== undefined) return { found, unread };
    } catch (error) {
      unread.push(problemFrom(platform, error).message);
    }
  return { found: undefined, unread };
}

const parcelsOf = ({ rows }: FoundOrder): string[] =>
  rows.filter(({ table }) => table === "shipments").map(({ cells }) => parcelText(cells));
