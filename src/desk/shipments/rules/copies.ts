import type { Shipment, ShipmentLine, ShipmentState } from "./shipment.ts";

/** Stands on the copy: people copy a row to split a parcel, and what the shop says next reaches one row of a key. */
const COPY =
  "同じ注文・送付先の行の写しです。荷物を分けるときは、元の行の「伝票番号」に番号を並べて入力し、この行は削除してください。";
const LINE_COPY = "同じ明細の行の写しです。二重に出荷しないよう、この行は削除してください。";

const OVER: readonly ShipmentState[] = ["取消", "出荷済"];

/** A copy follows its original, and asks for a person as long as there is something to do on it. */
export const copyOf = (row: Shipment): Shipment => ({
  ...row,
  state: OVER.includes(row.state) ? row.state : "要確認",
  questions: [COPY, row.questions].filter(Boolean).join("\n"),
});

export const copyOfLine = (line: ShipmentLine): ShipmentLine => ({ ...line, questions: LINE_COPY });
