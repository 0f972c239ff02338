import type { Book } from "../../workbook/commit/book.ts";
import { cellAt, intactFor, type SheetRow } from "../../workbook/read/snapshot.ts";
import { hasLeft } from "../shipments/rules/staff-entries.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { type LinesOf, type ListedPackage, type PackedLine, packageKey } from "./rules/bookings.ts";

/** 出荷リスト as the ledger has to know it. */
export function listedPackages(book: Pick<Book, "state" | "repair">): ListedPackage[] {
  const list = book.state(shipmentTable);
  const { doubts } = book.repair(shipmentTable);
  return [...list.rows].map(([key, row]) => {
    const text = (name: string) => String(cellAt(list, row, name) ?? "");
    const state = text("state");
    const shippedOn = cellAt(list, row, "shippedOn");
    const isOut = hasLeft({ shippingStatus: text("shippingStatus") });
    return {
      orderNumber: text("orderNumber"),
      basketId: text("basketId"),
      shipped: state === "出荷済" ? (isOut ? "status" : "rms") : doubts.has(key) ? "doubted" : isOut ? "status" : "no",
      cancelled: state === "取消",
      shippedOn: typeof shippedOn === "number" && !doubts.has(key) ? shippedOn : null,
    };
  });
}

/** 出荷明細 by package, looked up when the first one is asked for. */
export function packedLines(book: Pick<Book, "state">): LinesOf {
  const lines = book.state(shipmentLineTable);
  const isIntact = intactFor(lines, "import");
  let byPackage: Map<string, SheetRow[]> | undefined;
  const indexed = () => {
    const rows = new Map<string, SheetRow[]>();
    for (const row of lines.rows.values()) {
      const [orderNumber = "", basketId = ""] = ["orderNumber", "basketId"].map((name) =>
        String(cellAt(lines, row, name) ?? ""),
      );
      const key = packageKey({ orderNumber, basketId });
      const known = rows.get(key);
      if (known === undefined) rows.set(key, [row]);
      else known.push(row);
    }
    return rows;
  };
  return (key) => {
    byPackage ??= indexed();
    const rows = byPackage.get(key) ?? [];
    if (!rows.every(isIntact)) return "changed";
    return rows.map((row): PackedLine => {
      const units = cellAt(lines, row, "units");
      return { productCode: String(cellAt(lines, row, "productCode") ?? "").trim(), units: Number(units ?? 0) };
    });
  };
}
