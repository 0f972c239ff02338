import { type Column, date, dateTime, text } from "../../workbook/declare/column.ts";
import { isHidden, type Table } from "../../workbook/declare/table.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";

export const ARCHIVE = "archive";

export type ArchiveTableName = "shipments" | "lines";

/** As they are on the sheet that people work on, but for what is made for work: choices, checks, boxes, hidden marks. */
const keptColumns = (table: Table): Record<string, Column<unknown>> =>
  Object.fromEntries(
    Object.entries(table.columns)
      .filter(([, column]) => !isHidden(column) && column.formula === undefined)
      .map(([name, { choices: _, checkbox: __, distinct: ___, validation: ____, ...column }]) => [
        name,
        { ...column, writer: ARCHIVE },
      ]),
  );

/** What an archive has beside the columns of the sheet. */
export const ownColumns = {
  /** What people wrote in columns that they added. */
  others: text("その他の列", {
    note: "追加された列の内容（見出し: 値）",
    width: 200,
    personal: "mentions",
    writer: ARCHIVE,
  }),
  shippedDay: date("保管の基準日", { note: "発送日。この月のスプレッドシートに保管します。", writer: ARCHIVE }),
  batch: text("保管番号", { note: "一緒に移した注文の番号", width: 160, writer: ARCHIVE }),
  archivedAt: dateTime("保管日時", { note: "移した日時", writer: ARCHIVE }),
  erasedAt: dateTime("個人情報の消去", { note: "氏名・住所などを消去した日時", writer: ARCHIVE }),
};

const archived = ({ sheet, key, tabColor, ...table }: Table): Table => ({
  sheet,
  key,
  ours: true,
  ...(tabColor === undefined ? {} : { tabColor }),
  columns: { ...keptColumns({ sheet, key, ...table }), ...ownColumns },
});

/** 出荷リスト and 出荷明細 as an archive keeps them: layout and types of every store follow from these. */
export const archiveTables: Readonly<Record<ArchiveTableName, Table>> = {
  shipments: archived(shipmentTable),
  lines: archived(shipmentLineTable),
};
