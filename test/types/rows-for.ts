import type { Shipment } from "../../src/desk/shipments/rules/shipment.ts";
import { shipmentTable } from "../../src/desk/shipments/shipment-table.ts";
import { stockTable } from "../../src/desk/stock/stock-table.ts";
import { rowsFor, staffCells } from "../../src/workbook/commit/cells.ts";
import { text } from "../../src/workbook/declare/column.ts";
import { defineTable } from "../../src/workbook/declare/table.ts";

/** What does not compile, and what does: `npm run check` fails when a line marked here stops being an error. */
const counted = {
  productCode: "a",
  state: "",
  question: "",
  reserved: 3,
  unshipped: 1,
  reservedOrders: "",
  unshippedOrders: "",
};
declare const shipment: Shipment;

rowsFor(stockTable, "stock", [counted]);
rowsFor(stockTable, "products", [{ productCode: "a", name: "りんご", ledgerCodes: "" }]);
rowsFor(shipmentTable, "import", [shipment]);
staffCells(stockTable, new Map([["a", { onHand: 7 }]]));

// @ts-expect-error a row of a writer has all its columns
rowsFor(stockTable, "stock", [{ productCode: "a", reserved: 3 }]);

// @ts-expect-error and the key
rowsFor(stockTable, "products", [{ name: "りんご" }]);

// @ts-expect-error and no column of another writer
rowsFor(stockTable, "products", [{ productCode: "a", name: "りんご", reserved: 3 }]);

// @ts-expect-error also where the row is no literal
rowsFor(stockTable, "products", [{ ...counted, name: "りんご" }]);

// @ts-expect-error no column of people
rowsFor(stockTable, "stock", [{ ...counted, onHand: 7 }]);

// @ts-expect-error no cell that a formula fills
rowsFor(stockTable, "stock", [{ ...counted, sellable: 7 }]);

// @ts-expect-error no seal: it is made of the rest
rowsFor(stockTable, "stock", [{ ...counted, seal: "#" }]);

// @ts-expect-error a value is of its column's type
rowsFor(stockTable, "stock", [{ ...counted, reserved: "3" }]);

// @ts-expect-error a table knows who writes in it
rowsFor(stockTable, "report", [{ productCode: "a" }]);

// @ts-expect-error people's cells are nobody's rows
rowsFor(stockTable, "staff", [{ productCode: "a", onHand: 7, safetyStock: 1 }]);

// @ts-expect-error and cells of jobs are not people's
staffCells(stockTable, new Map([["a", { reserved: 3 }]]));

const wider = defineTable({
  sheet: "出荷リスト",
  key: shipmentTable.key,
  columns: { ...shipmentTable.columns, weather: text("天気", { note: "当日の天気", writer: "import" }) },
});

// @ts-expect-error a column of the import that Shipment lacks
rowsFor(wider, "import", [shipment]);

const { units: _, ...narrower } = shipmentTable.columns;

// @ts-expect-error a value of Shipment that no column takes
rowsFor(defineTable({ sheet: "出荷リスト", key: shipmentTable.key, columns: narrower }), "import", [shipment]);

// @ts-expect-error a key is made of columns
defineTable({ sheet: "天気", key: ["day"], columns: { weather: text("天気", { note: "", writer: "import" }) } });
