import type { Item, Variant } from "../../../workbench/rms/shop/item.ts";
import { PRODUCTS } from "../declared.ts";
import { cellIn, liveItems } from "../goods.ts";
import type { World } from "../world.ts";
import { cellRequest, placeText, typist } from "./people.ts";
import type { Step } from "./step.ts";

type Act = (world: World, item: Item, variantId: string, variant: Variant) => string | undefined;

const withVariant = (item: Item, variantId: string, variant: Variant): Item => ({
  ...item,
  variants: { ...item.variants, [variantId]: variant },
});

const withCode = (variant: Variant, code: string): Variant => ({ ...variant, merchantDefinedSkuId: code });

const reprice: Act = ({ shop, dice, token }, item, variantId, variant) => {
  const standardPrice = String(dice.int(1, 99) * 10);
  shop.putItem({ ...withVariant(item, variantId, { ...variant, standardPrice }), title: token("品") });
  return "gets another name and price";
};

const recode: Act = ({ shop, token }, item, variantId, variant) => {
  const code = token("C");
  shop.putItem(withVariant(item, variantId, withCode(variant, code)));
  return `gets the code ${code}`;
};

const share: Act = ({ shop, dice }, item, variantId, variant) => {
  const codes = liveItems(shop).flatMap(({ variants }) =>
    Object.values(variants).flatMap(({ merchantDefinedSkuId = "" }) => merchantDefinedSkuId || []),
  );
  if (codes.length === 0) return undefined;
  const code = dice.pick(codes);
  shop.putItem(withVariant(item, variantId, withCode(variant, code)));
  return `gets the code ${code}, which another may have`;
};

const uncode: Act = ({ shop }, item, variantId, { merchantDefinedSkuId, ...variant }) => {
  shop.putItem(withVariant(item, variantId, variant));
  return `loses its code ${merchantDefinedSkuId}`;
};

const add: Act = ({ shop, token }, item, _variantId, variant) => {
  const variantId = token("sku");
  shop.putItem(withVariant(item, variantId, withCode(variant, token("C"))));
  return `is joined by ${variantId}`;
};

const vanish: Act = ({ shop, goods }, item, variantId, variant) => {
  const { [variantId]: _gone, ...variants } = item.variants;
  if (Object.keys(variants).length === 0) return undefined;
  goods.lost.push({ manageNumber: item.manageNumber, variantId, variant });
  shop.putItem({ ...item, variants });
  return "is taken off its page";
};

const vanishWhole: Act = ({ shop }, { manageNumber }) => {
  if (liveItems(shop).length < 2) return undefined;
  shop.removeItem(manageNumber);
  return "goes with its page";
};

/** A page that is gone, or a SKU that is gone from its page. */
const comeBack: Act = ({ shop, dice, goods }) => {
  const gone = shop.items().filter(({ deletedAt }) => deletedAt !== undefined);
  if (gone.length > 0 && dice.chance(0.5)) {
    const { item } = dice.pick(gone);
    shop.putItem(item);
    return `sees ${item.manageNumber} come back`;
  }
  const at = goods.lost.findIndex(({ manageNumber }) =>
    liveItems(shop).some((item) => item.manageNumber === manageNumber),
  );
  const [back] = at === -1 ? [] : goods.lost.splice(at, 1);
  const page = liveItems(shop).find(({ manageNumber }) => manageNumber === back?.manageNumber);
  if (back === undefined || page === undefined) return undefined;
  shop.putItem(withVariant(page, back.variantId, back.variant));
  return `sees ${back.manageNumber}/${back.variantId} come back`;
};

const store: Act = ({ shop }, item) => {
  shop.putItem({ ...item, hideItem: !item.hideItem });
  return "goes to 倉庫, or comes from there";
};

export const changeGoods: Step = {
  name: "goods change",
  by: "shop",
  weight: 14,
  act(world) {
    const { dice, shop } = world;
    const item = dice.pick(liveItems(shop));
    const [variantId, variant] = dice.pick(Object.entries(item.variants));
    const act = dice.weighted<Act>([
      [4, reprice],
      [4, recode],
      [2, share],
      [1, uncode],
      [2, add],
      [2, vanish],
      [1, vanishWhole],
      [3, comeBack],
      [1, store],
    ]);
    const done = act(world, item, variantId, variant);
    return done === undefined ? undefined : `shop: ${item.manageNumber}/${variantId} ${done}`;
  },
};

/** Somebody reads what 商品マスタ asks, and ticks it, or takes an old tick away. */
export const answerProduct: Step = {
  name: "tick a product",
  by: "people",
  weight: 9,
  act(world) {
    const { dice, office, ledger, goods, windows } = world;
    const view = office.view(PRODUCTS);
    const asking = view.rows.filter((row) => cellIn(view, row, "確認事項") !== "");
    const column = view.headers.indexOf("確認済");
    if (asking.length === 0 || column === -1 || windows.areColumnsAstray()) return undefined;
    const row = dice.pick(asking);
    const value = row.cells[column] !== true;
    office.edit(typist(world, view, row.index, column), [cellRequest(view, row.index, column, value)]);
    ledger.typed(view, row, "確認済", value);
    if (value) goods.ticked(view, row);
    return `${placeText(world, view, row)}: 「確認済」 becomes ${value}`;
  },
};
