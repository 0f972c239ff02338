import type { OwnParcels } from "./expected-rows.ts";
import { cellIn } from "./goods.ts";
import type { Cell, View, ViewRow } from "./office.ts";

/** What people want RMS to hold of a parcel, by their own cells. */
export interface Parcel {
  /** RMS's code. */
  readonly carrier: string;
  readonly numbers: readonly string[];
  /** As a sheet stores it. */
  readonly day: number;
}

/** What a row wants RMS to hold; undefined while people have not written all of it, or something that cannot be. */
export function parcelIn(view: View, row: ViewRow): Parcel | undefined {
  const [carrier = ""] = /^\d{4}(?= )/.exec(String(cellIn(view, row, "配送会社"))) ?? [];
  const numbers = numbersIn(cellIn(view, row, "伝票番号"));
  const day = cellIn(view, row, "発送日");
  const isWhole = carrier !== "" && numbers.length > 0 && numbers.every((number) => /^\d{12}$/.test(number));
  return isWhole && typeof day === "number" && day > 40_000 ? { carrier, numbers, day } : undefined;
}

export const numbersIn = (cell: Cell): string[] => [...new Set(String(cell).split("\n").filter(Boolean))];

/** Whether the row itself lets anything of it go to the shop. */
export function mayGoOut(view: View, row: ViewRow): boolean {
  const cell = (header: string) => cellIn(view, row, header);
  if (cell("出荷ステータス") === "保留" || ["保留", "要確認"].includes(String(cell("連携状態")))) return false;
  return cell("連携状態") !== "取消" || isTicked(view, row);
}

/** A tick that came before what it would answer counts for nothing. */
export const isTicked = (view: View, row: ViewRow): boolean =>
  cellIn(view, row, "確認済") === true && !String(cellIn(view, row, "確認事項")).includes("のチェックは今回の");

/** A line of 送信した発送情報. */
export interface SentLine {
  readonly id: string;
  readonly carrier: string;
  readonly number: string;
  readonly day: string;
  /** Taken away or replaced by what was sent with it. */
  readonly isOver: boolean;
}

export const sentIn = (cell: (header: string) => Cell): SentLine[] =>
  String(cell("送信した発送情報"))
    .split("\n")
    .flatMap((line) => {
      const [, id, carrier, number, day, over] =
        /^(\d+|new) (\S+) (\S+) (\d{4}\/\d\d\/\d\d|-)( 以前| 削除)?$/.exec(line) ?? [];
      if (id === undefined || carrier === undefined || number === undefined || day === undefined) return [];
      return [{ id, carrier, number: number === "-" ? "" : number, day, isOver: over !== undefined }];
    });

/** What the row knows of its parcels: what people entered, and what RMS was told of it. */
export function ownParcels(cell: (header: string) => Cell): OwnParcels {
  const sent = sentIn(cell);
  const day = Number(cell("発送日"));
  return {
    numbers: [...numbersIn(cell("伝票番号")), ...sent.map(({ number }) => number)],
    days: [...(day > 0 ? [rmsDay(day).replaceAll("-", "/")] : []), ...sent.map((line) => line.day)],
  };
}

/** `2026-11-24`, as RMS writes it. */
export const rmsDay = (serial: number): string =>
  new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** Numbers with which parcels of the simulation go out, and no other record of the shop. */
export const OURS = /^39\d{10}$/;
