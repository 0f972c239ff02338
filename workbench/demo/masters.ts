import { sheetNames } from "../../src/core/sheet-names.ts";
import { columnName } from "../sheets/book/column-name.ts";
import { OPERATOR, type Workbench } from "../workbench.ts";

type Cell = string | number;
/** What stands under a header, by the first cell of its row. */
type Filled = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

/** What the operator of the sandbox's shop in 東京 ships with; what is left out stays to be filled in. */
const FILLED: Readonly<Record<string, Filled>> = {
  [sheetNames.deliveries]: {
    配送会社: {
      宅配便: "1001 ヤマト運輸",
      小型宅配便: "1001 ヤマト運輸",
      大型宅配便: "1002 佐川急便",
      クール便: "1001 ヤマト運輸",
      メール便: "1003 日本郵便",
    },
    温度帯: { クール便: "冷蔵" },
    配送日数: { メール便: 3 },
  },
  [sheetNames.leadTimes]: {
    配送日数: {
      ...{ 北海道: 2, 山口県: 2, 福岡県: 2, 佐賀県: 2, 長崎県: 2, 熊本県: 2, 大分県: 2, 宮崎県: 2, 鹿児島県: 2 },
      ...{ 沖縄県: 3, 離島: 4 },
    },
  },
  [sheetNames.closedDays]: { 区分: { 日曜日: "休業", 祝日: "休業" } },
};

/** Rows of its own, beneath those that are there. */
const ADDED: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>> = {
  [sheetNames.sets]: [
    { セット商品コード: "mihon-0040", 部品の商品コード: "mihon-0010", 数量: 2 },
    { セット商品コード: "mihon-0040", 部品の商品コード: "mihon-0013", 数量: 1 },
    { セット商品コード: "mihon-0096", 部品の商品コード: "mihon-0040", 数量: 1, 備考: "セットを含むセット" },
    { セット商品コード: "mihon-0096", 部品の商品コード: "mihon-0017", 数量: 3 },
  ],
  [sheetNames.leadTimes]: [
    { 都道府県: "東京都小笠原村", 配送日数: 8, 備考: "おがさわら丸の出港日を確認" },
    { 都道府県: "北海道稚内市", 配送日数: 3 },
  ],
  [sheetNames.closedDays]: [{ 日: "12/31～1/3", 区分: "休業", 備考: "年末年始" }],
  [sheetNames.conditions]: [
    { 項目: "備考", 条件: "含む", 値: "領収書", メッセージ: "領収書の希望があります。", 有効: "有効" },
    {
      項目: "請求金額",
      条件: "以上",
      値: "100000",
      メッセージ: "高額の注文です。内容を確認してください。",
      有効: "有効",
    },
    { 項目: "のし", 条件: "空でない", メッセージ: "のしの表書きを確認してください。", 有効: "停止" },
  ],
};

/** Fills in the masters of a fresh workbook as its operator would, so that its orders arrive ready to ship. */
export function fillMasters({ sheets, spreadsheetId }: Pick<Workbench, "sheets" | "spreadsheetId">): void {
  const call = (method: string, path: string, body?: unknown): unknown =>
    sheets.handle({ method, path: `/v4/spreadsheets/${spreadsheetId}/values${path}`, body, user: OPERATOR }).body;
  const gridOf = (sheet: string): Cell[][] =>
    (call("GET", `/${encodeURIComponent(`'${sheet}'`)}`) as { values: Cell[][] }).values;
  const data = [...new Set([...Object.keys(FILLED), ...Object.keys(ADDED)])].flatMap((sheet) => {
    const [headers = [], ...rows] = gridOf(sheet);
    const cell = (header: string, below: number, value: Cell) => ({
      range: `'${sheet}'!${columnName(headers.indexOf(header))}${below + 2}`,
      values: [[value]],
    });
    const filled = Object.entries(FILLED[sheet] ?? {}).flatMap(([header, values]) =>
      rows.flatMap(([first = ""], below) => {
        const value = values[first];
        return value === undefined ? [] : [cell(header, below, value)];
      }),
    );
    const added = (ADDED[sheet] ?? []).flatMap((row, at) =>
      Object.entries(row).map(([header, value]) => cell(header, rows.length + at, value)),
    );
    return [...filled, ...added];
  });
  call("POST", ":batchUpdate", { valueInputOption: "RAW", data });
}
