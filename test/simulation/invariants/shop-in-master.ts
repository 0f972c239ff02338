import { GENRES } from "../../../workbench/rms/seed/genres.ts";
import type { Item, Variant } from "../../../workbench/rms/shop/item.ts";
import { plain } from "../books.ts";
import { same, show } from "../comparisons.ts";
import { PRODUCTS, STOCK } from "../declared.ts";
import { cellIn, codeOf, liveItems, type Pair, pairsOf, skuOf } from "../goods.ts";
import type { Cell, View, ViewRow } from "../office.ts";
import type { World } from "../world.ts";
import type { Invariant } from "./invariant.ts";

/** 商品マスタ says of every SKU what the shop says, or asks; nothing lost, nothing doubled, nothing merged or renamed by itself. */
export const shopInMaster: Invariant = {
  name: "商品マスタ and the shop agree",
  broken: (world) => {
    const identity = ["商品コード", "商品管理番号", "SKU管理番号", "同じコードのSKU", "確認事項"];
    world.comparisons.note(PRODUCTS, ...identity, ...Object.keys(skusOf(world)[0]?.facts ?? {}));
    world.comparisons.note(STOCK, "商品コード", "商品名");
    return differences(world);
  },
};

/** Pages that the shop deleted show by no date: what was sold there is known when the whole shop was gone through. */
export function differences(world: World, deleted: readonly string[] = []): string[] {
  const rows = productRows(world);
  const skus = skusOf(world);
  const isKnown = ({ pairs }: Row) => !pairs.some(({ sku }) => deleted.includes(sku.split("/")[0] as string));
  return [
    ...doubled(rows.map(({ code }) => code)).map((code) => `${code} is in ${PRODUCTS} more than once`),
    ...doubled(rows.flatMap(({ pairs }) => pairs.map(({ sku }) => sku))).map((pair) => `${pair} is on two rows`),
    ...skus.flatMap((sku) => placed(sku, rows)),
    ...rows.flatMap((row) => [...(isKnown(row) ? standing(row, skus) : []), ...settled(row, world)]),
    ...stocked(world, rows),
  ];
}

interface Row {
  readonly code: string;
  readonly state: string;
  readonly question: string;
  readonly pairs: readonly Pair[];
  readonly cell: (header: string) => Cell;
}

interface Sku {
  readonly name: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, Cell>>;
}

const skusOf = ({ shop, goods }: World): Sku[] =>
  liveItems(shop).flatMap((item) =>
    Object.entries(item.variants).map(([variantId, variant]) => ({
      name: skuOf(item.manageNumber, variantId),
      code: codeOf(goods, item, variant),
      facts: {
        商品名: item.title,
        バリエーション: variationOf(item, variant),
        商品番号: item.itemNumber ?? "",
        販売価格: variant.standardPrice === undefined ? "" : Number(variant.standardPrice),
        システム連携用SKU番号: variant.merchantDefinedSkuId ?? "",
        JAN: "value" in variant.articleNumber ? variant.articleNumber.value : "",
        ジャンルID: item.genreId,
        ジャンル名: genreName(Number(item.genreId)),
        在庫管理: item.itemType === "BUYING_CLUB" ? "頒布会" : item.unlimitedInventoryFlag ? "無制限" : "通常",
        楽天更新日時: Date.parse(`${item.updated.slice(0, 19)}Z`) / 86_400_000 + 25_569,
        状態: item.hideItem || variant.hidden ? "倉庫" : "",
      },
    })),
  );

const variationOf = ({ variantSelectors = [] }: Item, { selectorValues = {} }: Variant): string =>
  Object.entries(selectorValues)
    .map(([key, value]) => `${variantSelectors.find((one) => one.key === key)?.displayName ?? key}:${value}`)
    .join("\n");

/** One that was merged into another has the name of that. */
function genreName(id: number): string {
  const genre = GENRES.get(id);
  return genre?.mergedInto === undefined ? (genre?.name ?? "（不明なジャンル）") : genreName(genre.mergedInto);
}

function productRows({ office, ledger }: World): Row[] {
  const view = office.view(PRODUCTS);
  return view.rows.flatMap((row) => {
    const code = ledger.keyOf(view, row);
    return code === "" ? [] : [rowOf(view, row, code)];
  });
}

function rowOf(view: View, row: ViewRow, code: string): Row {
  const cell = (header: string) => cellIn(view, row, header);
  const state = String(cell("状態"));
  // A retired row asks nobody about what once waited to join it.
  const pairs = pairsOf(view, row).filter(({ asked }) => state !== "廃止" || !asked);
  return { code, state, question: String(cell("確認事項")), pairs, cell };
}

const doubled = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

/** On the row of its code, or on one that asks about it, or kept back until such a row is settled. */
function placed({ name, code }: Sku, rows: readonly Row[]): string[] {
  if (code === "") return [];
  const row = rows.find(({ pairs }) => pairs.some(({ sku }) => sku === name));
  if (row?.code === code || rows.some(({ question }) => question.includes(code))) return [];
  return [`${name} has the code ${code}, and ${row === undefined ? "no row" : `is on the row ${row.code}`}`];
}

/** What the shop has no more is 廃止, and all else says what the shop says. */
function standing({ code, state, question, pairs, cell }: Row, skus: readonly Sku[]): string[] {
  const [first] = pairs;
  const live = skus.filter(({ name }) => pairs.some(({ sku }) => sku === name));
  const sku = live.find(({ name }) => name === first?.sku);
  if (live.length === 0 || sku === undefined)
    return state === "廃止" ? [] : [`${code} is sold nowhere and says ${state || "nothing"}`];
  const gone = live.length < pairs.length ? [`${code} names a SKU that is gone`] : [];
  if (sku.code === "") return gone;
  const expected = { ...sku.facts, ...(question === "" ? {} : { 状態: "要確認" }) };
  return [
    ...gone,
    ...Object.entries(expected).flatMap(([header, value]) =>
      same(cell(header), value) ? [] : [`${code} 「${header}」 is ${show(cell(header))}, the shop says ${show(value)}`],
    ),
  ];
}

/** Several SKUs are one product where people said so, and nowhere else. */
function settled({ code, state, question, pairs }: Row, { goods }: World): string[] {
  const merged = pairs.filter(({ asked }) => !asked).length > 1 && !goods.isAllowed(code);
  const unasked = pairs.some(({ asked }) => asked) && question === "" && state !== "廃止";
  return [
    ...(merged ? [`${code} has several SKUs that nobody allowed`] : []),
    ...(unasked ? [`${code} has a SKU to be asked about, and asks nothing`] : []),
  ];
}

/** Every product without a question has one row in 在庫, and a row there without its product is one that orders brought. */
function stocked({ office, ledger, shelf, goods, cookbook }: World, rows: readonly Row[]): string[] {
  const view = office.view(STOCK);
  const codes = view.rows.map((row) => ledger.keyOf(view, row)).filter((code) => code !== "");
  const known = new Set(rows.map(({ code }) => code));
  const parts = cookbook.all.flatMap((recipes) =>
    [...recipes.values()].flatMap((recipe) => (recipe === "refused" ? [] : recipe.map(({ code }) => plain(code)))),
  );
  const sold = new Set([...shelf.soldCodes(goods), ...parts]);
  return [
    ...doubled(codes).map((code) => `${code} is in ${STOCK} more than once`),
    ...rows.flatMap(({ code, state }) =>
      ["要確認", "廃止"].includes(state) || codes.includes(code) ? [] : [`${code} has no row in ${STOCK}`],
    ),
    ...view.rows.flatMap((row) => {
      const product = rows.find(({ code }) => code !== "" && code === ledger.keyOf(view, row));
      const [name, expected] = [cellIn(view, row, "商品名"), product?.cell("商品名")];
      // What a product is that asks nobody says to 在庫, where orders may have brought its row.
      const isUntold = name === "" && product?.question !== "";
      return product === undefined || name === expected || isUntold
        ? []
        : [`${product.code} is ${show(name)} in ${STOCK}, and ${show(expected ?? "")} in ${PRODUCTS}`];
    }),
    ...codes
      .filter((code) => !known.has(code) && !sold.has(plain(code)))
      .map((code) => `${code} is in ${STOCK}, and neither in ${PRODUCTS} nor sold`),
  ];
}
