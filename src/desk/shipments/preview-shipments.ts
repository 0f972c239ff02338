import type { Platform } from "../../platform/ports.ts";
import { counted, ifAny } from "../../run/report.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { columnOf } from "../../workbook/declare/table.ts";
import { archiveTexts } from "../archive/rules/archive-texts.ts";
import { lookUp, lookUpFailure } from "../look-up.ts";
import { type Preview, type PreviewEntry, type PreviewResult, previewEntry } from "./rules/shipment-preview.ts";
import { type ShipmentSource, shipmentBasis, shipmentTables } from "./shipment-basis.ts";
import { type ShipmentImport, shipmentImport } from "./shipment-import.ts";
import type { ShipmentStep } from "./shipment-steps.ts";
import { shipmentTable } from "./shipment-table.ts";

/** What 出荷指示を取得 would write now. Nothing is written. */
export function previewShipments(platform: Platform): PreviewResult {
  try {
    return { done: true, preview: lookUp(platform, shipmentTables, previewOf) };
  } catch (error) {
    return { done: false, message: lookUpFailure(platform, error) };
  }
}

function previewOf(source: ShipmentSource): Preview {
  const basis = shipmentBasis(source);
  const planned = shipmentImport(source, basis);
  const entries = new Map<string, PreviewEntry | undefined>();
  const faults = [...planned.list.faults, ...basis.faults].map(({ reason }) => reason);
  let skipped: Readonly<Record<string, number>> = {};
  let archived = 0;
  let finished = false;
  for (const step of planned.steps) {
    // What waits is judged first from what the sheet holds: the shop's answer may say more of the row.
    for (const [key, entry] of entriesOf(source.book, planned, step)) entries.set(key, entry);
    faults.push(...step.faults.map(({ subject, reason }) => `${subject}: ${reason}`));
    skipped = counted(skipped, step.skipped);
    archived = step.archived;
    finished = !step.more;
    if (source.now() >= source.deadline) break;
  }
  const shown = [...entries.values()].flatMap((entry) => entry ?? []);
  return { entries: shown, skipped: { ...ifAny(archiveTexts.skipped, archived), ...skipped }, faults, finished };
}

/** The rows of a step by their keys, with the difference that people would see; undefined where there is none. */
function entriesOf(
  book: Book,
  { list }: ShipmentImport,
  { shipments, rows }: ShipmentStep,
): [key: string, entry: PreviewEntry | undefined][] {
  const changes = book.plan(rows).changes.get(shipmentTable);
  return shipments.map((after) => {
    const key = keyOf(shipmentTable, after);
    const changed = [...(changes?.updated.get(key) ?? changes?.added.get(key) ?? [])]
      .map(([name]) => columnOf(shipmentTable, name))
      .filter(({ seal }) => !seal);
    if (changed.length === 0) return [key, undefined];
    const known = list.order(after.orderNumber).shipments.find(({ shipment }) => shipment.basketId === after.basketId);
    const headers = changed.map(({ header }) => header);
    return [key, previewEntry(known?.shipment, after, headers)];
  });
}
