import { captions } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";
import type { Pair } from "../../products/rules/pair.ts";
import { type ProductState, stockControlLabels } from "../../products/rules/product.ts";
import type { Figure } from "../../stock/rules/figures.ts";
import type { Limits } from "./limits.ts";

/** What 商品マスタ says of a product, as far as the update asks. */
export interface ShopProduct {
  readonly state: ProductState;
  /** As `stockControlLabels` has it; empty where no source told. */
  readonly stockControl: string;
  readonly pairs: readonly Pair[];
  /** Undefined where people have to mend their cells. */
  readonly limits: Limits | undefined;
}

const { none, unlimited, club } = stockControlLabels;

/** What RMS does not count: a number written there would come to nothing, or to harm. */
const UNCOUNTED: Readonly<Record<string, string>> = {
  [none]: "楽天で在庫を管理していない商品",
  [unlimited]: "楽天の在庫が無制限の商品",
  [club]: "頒布会の商品",
};

const ASKED = `「${sheetNames.products}」の確認事項が済んでいない商品`;
const UNFETCHED = `「${captions.importProducts}」で取得してください`;

/** Why nothing of a row is sent to the shop; undefined where its SKUs may be. In words that can be counted. */
export function rowSkip(figure: Figure | undefined, product: ShopProduct | undefined): string | undefined {
  if (product === undefined) return `「${sheetNames.products}」にない商品コード（${UNFETCHED}）`;
  if (product.state === "廃止") return "楽天にない商品（廃止）";
  if (product.state === "要確認") return ASKED;
  const uncounted = UNCOUNTED[product.stockControl];
  if (uncounted !== undefined) return uncounted;
  if (product.pairs.length === 0) return `楽天のどの商品か分からない行（${UNFETCHED}）`;
  if (figure === undefined || figure.onHand === null) return "未棚卸（棚卸数を入力してください）";
  if (figure.question !== "") return `「${sheetNames.stock}」の確認事項が済んでいない商品`;
  if (figure.sellable === null) return "引当可能数を計算できない商品（安全在庫を確認してください）";
  if (product.limits === undefined)
    return `「${sheetNames.products}」の入力に確認が必要な商品（赤いセルと「${sheetNames.log}」を確認してください）`;
  return undefined;
}

/** Why nothing is sent for one SKU of a row. `level` is what the shop answered, `isShared` that another row names it too. */
export function pairSkip(pair: Pair, level: number | undefined, isShared: boolean): string | undefined {
  if (pair.asked || pair.movedTo !== "") return ASKED;
  if (!isWritable(pair)) return `SKU管理番号のない商品（${UNFETCHED}）`;
  if (isShared) return `2つの商品コードが指しているSKU（「${sheetNames.products}」を修正してください）`;
  return level === undefined ? UNKNOWN_TO_SHOP : undefined;
}

/** RMS takes a pair that it does not know without a word, and drops it a day later (rms-api 8.2). */
export const UNKNOWN_TO_SHOP = "楽天に在庫の登録がないSKU（RMSで商品を確認してください）";

/** Whether RMS knows the SKU by its numbers alone: a choice in brackets is no SKU管理番号. */
export const isWritable = ({ unit }: Pick<Pair, "unit">): boolean => unit !== "" && !unit.startsWith("（");

/** As RMS names it. */
export const skuOf = ({ manageNumber, unit }: Pair): { readonly manageNumber: string; readonly variantId: string } => ({
  manageNumber,
  variantId: unit,
});

/** For rows whose last update may still take effect. */
export const HELD = "直前に送った結果を確かめている商品（3分ほどおいて、もう一度実行してください）";
