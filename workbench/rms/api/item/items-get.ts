import type { Item } from "../../shop/item.ts";
import { errors, refuse } from "../answers.ts";
import { type Answer, type Call, isRecord, ok } from "../call.ts";

export const MAX_BULK_ITEMS = 50;

/** `GET /es/2.0/items/manage-numbers/{manageNumber}`; capitals are lowered. */
export function itemsGet({ shop, params }: Call): Answer {
  const manageNumber = (params.manageNumber ?? "").toLowerCase();
  const entry = shop.state.entries.get(manageNumber);
  if (entry && entry.deletedAt === undefined) return ok(entry.item);
  return errors(404, "GE0014", `No item found for inputs; manageNumber=${manageNumber}`);
}

/** `POST /es/2.0/items/bulk-get`: up to 50 items without their 商品属性; unknown ones are left out. */
export function itemsBulkGet({ shop, body }: Call): Answer {
  if (!isRecord(body)) return errors(400, "GE0011", "Request body is missing or is empty without any attributes.");
  const asked = body.manageNumbers;
  if (!Array.isArray(asked) || asked.length === 0) return refuse("IE0001", "manageNumbers is mandatory.");
  if (asked.length > MAX_BULK_ITEMS) refuse("IE1101", "manageNumbers exceeds the maximum number of entries allowed.");
  const numbers = asked.map((number) => String(number).toLowerCase());
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) refuse("IE1106", `There are multiple occurrences of the same manageNumber : ${twice}`);
  const found = numbers.flatMap((number) => {
    const entry = shop.state.entries.get(number);
    return entry && entry.deletedAt === undefined ? [withoutAttributes(entry.item)] : [];
  });
  return ok({ results: found });
}

const withoutAttributes = (item: Item): Item => ({
  ...item,
  variants: Object.fromEntries(
    Object.entries(item.variants).map(([id, { attributes: _attributes, ...variant }]) => [id, variant]),
  ),
});
