import type { ExpectedRow } from "./expected-rows.ts";

/** What the shop's people look for before they pack, in words of their own, and the orders that it is true of. */
interface Condition {
  readonly 項目: string;
  readonly 条件: string;
  readonly 値: string;
  readonly メッセージ: string;
  readonly fits: (row: ExpectedRow, lines: readonly ExpectedRow[]) => boolean;
}

export const CONDITIONS: readonly Condition[] = [
  {
    項目: "備考",
    条件: "含む",
    値: "ＩＭＰＯＲＴＤＡＴＡ",
    メッセージ: "備考に式のような文があります。",
    fits: (row) => String(row.備考).includes("IMPORTDATA"),
  },
  {
    項目: "個数",
    条件: "以上",
    値: "9",
    メッセージ: "箱が2つ要るかもしれません。",
    fits: (row) => Number(row.個数) >= 9,
  },
  {
    項目: "のし",
    条件: "空でない",
    値: "",
    メッセージ: "のしの表書きを見てください。",
    fits: (row) => row.のし !== "",
  },
  {
    項目: "数量",
    条件: "より大きい",
    値: "4",
    メッセージ: "同じ商品が5つ以上あります。",
    fits: (_row, lines) => lines.some(({ 数量 }) => Number(数量) > 4),
  },
  {
    項目: "都道府県",
    条件: "一致",
    値: "沖縄県",
    メッセージ: "航空便に載せられる商品か見てください。",
    fits: (row) => row.都道府県 === "沖縄県",
  },
];

/** What all spellings of a master's row have in common is here just what it says. */
export const isRowOf = (condition: Condition, cell: (header: string) => string): boolean =>
  cell("項目") === condition.項目 && cell("条件") === condition.条件 && cell("値") === condition.値;
