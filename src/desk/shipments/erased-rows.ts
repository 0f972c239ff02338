import { personalColumns, type Table } from "../../workbook/declare/table.ts";
import { keepingOldTick } from "./rules/report-permission.ts";
import type { Shipment, ShipmentLine } from "./rules/shipment.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import type { ShipmentList } from "./shipment-list.ts";
import { shipmentTable } from "./shipment-table.ts";

/** A row as it is once its personal data is erased. What a tick of an earlier day may not do yet is no such data, and stays. */
export const withoutPersonal = (row: Shipment): Shipment => ({
  ...blanked(shipmentTable, row),
  questions: keepingOldTick("", row.questions).trim(),
});

export const lineWithoutPersonal = (line: ShipmentLine): ShipmentLine => blanked(shipmentLineTable, line);

/** All columns with personal data hold text. */
const blanked = <Row extends object>(table: Table, row: Row): Row => {
  const names = personalColumns(table).filter((name) => name in row);
  return { ...row, ...Object.fromEntries(names.map((name) => [name, ""])) };
};

const REOPENED =
  "個人情報を消去したあとで、楽天のステータスが発送済より前に戻りました。お届け先はRMSで確認してください。";

/**
 * Rows as an import wants them, but for those whose personal data was erased: they follow the shop in everything else, and
 * neither take that back nor tell of changes that nobody can check any more.
 */
export const keepingErased = ({ isErased }: Pick<ShipmentList, "isErased">) => ({
  shipment: (row: Shipment): Shipment => (isErased(row) ? bare(row) : row),
  line: (line: ShipmentLine): ShipmentLine => (isErased(line) ? lineWithoutPersonal(line) : line),
});

function bare(row: Shipment): Shipment {
  const blank = withoutPersonal(row);
  const isOver = row.state === "出荷済" || row.state === "取消";
  return isOver ? blank : { ...blank, state: "要確認", questions: REOPENED };
}
