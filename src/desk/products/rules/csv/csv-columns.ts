/** The columns that are read, each with every header that RMS gave it over the years; the order of columns is the operator's. */
const headers = {
  manageNumber: ["商品管理番号（商品URL）", "商品管理番号"],
  itemNumber: ["商品番号"],
  name: ["商品名"],
  genreId: ["ジャンルID", "全商品ディレクトリID"],
  hidden: ["倉庫指定"],
  price: ["通常購入販売価格", "販売価格"],
  catalogueId: ["カタログID"],
  shopStock: ["在庫数"],
  optionType: ["選択肢タイプ"],
  // Since the SKU project.
  variantId: ["SKU管理番号"],
  merchantSkuId: ["システム連携用SKU番号"],
  variantHidden: ["SKU倉庫指定"],
  club: ["頒布会設定"],
  selectorKeys: ["バリエーション項目キー定義"],
  selectorNames: ["バリエーション項目名定義"],
  selectorKey1: ["バリエーション項目キー1"],
  selectorKey2: ["バリエーション項目キー2"],
  selectorKey3: ["バリエーション項目キー3"],
  selectorKey4: ["バリエーション項目キー4"],
  selectorKey5: ["バリエーション項目キー5"],
  selectorKey6: ["バリエーション項目キー6"],
  selectorValue1: ["バリエーション項目選択肢1"],
  selectorValue2: ["バリエーション項目選択肢2"],
  selectorValue3: ["バリエーション項目選択肢3"],
  selectorValue4: ["バリエーション項目選択肢4"],
  selectorValue5: ["バリエーション項目選択肢5"],
  selectorValue6: ["バリエーション項目選択肢6"],
  // Before it.
  control: ["コントロールカラム", "項目選択肢用コントロールカラム"],
  stockType: ["在庫タイプ"],
  acrossName: ["項目選択肢別在庫用横軸項目名"],
  downName: ["項目選択肢別在庫用縦軸項目名"],
  across: ["項目選択肢別在庫用横軸選択肢"],
  acrossId: ["項目選択肢別在庫用横軸選択肢子番号"],
  down: ["項目選択肢別在庫用縦軸選択肢"],
  downId: ["項目選択肢別在庫用縦軸選択肢子番号"],
  choiceStock: ["項目選択肢別在庫用在庫数"],
} as const;

export type CsvColumn = keyof typeof headers;

/** Brackets and letters in full width and in half width are one spelling. */
const plain = (header: string): string => header.normalize("NFKC").trim();

const columnByHeader: ReadonlyMap<string, CsvColumn> = new Map(
  Object.entries(headers).flatMap(([column, names]) =>
    names.map((name) => [plain(name), column as CsvColumn] as const),
  ),
);

/** Where in a record each column stands that the file has; of two with one header the first counts. */
export function placesIn(header: readonly string[]): ReadonlyMap<CsvColumn, number> {
  const places = new Map<CsvColumn, number>();
  header.forEach((text, at) => {
    const column = columnByHeader.get(plain(text));
    if (column !== undefined && !places.has(column)) places.set(column, at);
  });
  return places;
}

/** How RMS names a column today. */
export const headerOf = (column: CsvColumn): string => headers[column][0];
