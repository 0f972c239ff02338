import * as z from "zod/mini";
import type { RowFault } from "../../core/problem.ts";
import type { Item } from "../../shop/item.ts";
import type { Rms } from "../client/client.ts";
import { type Breach, type Endpoint, none } from "../client/endpoint.ts";
import { RmsProblem } from "../client/rms-problem.ts";
import { readItem } from "./item-of.ts";
import { FIVE_A_SECOND } from "./items-search.ts";

/** rms-api 7.4 */
const LONGEST_NUMBER = 32;

export const itemsGet: Endpoint<string, unknown> = {
  name: "items.get",
  family: "item",
  method: "get",
  interval: FIVE_A_SECOND,
  repeatable: true,
  wire: (manageNumber) => ({ path: `/es/2.0/items/manage-numbers/${encodeURIComponent(manageNumber)}` }),
  breach: (manageNumber) => none("商品管理番号", manageNumber.length) ?? numberBreach(manageNumber),
  reply: z.record(z.string(), z.unknown()),
};

const numberBreach = (manageNumber: string): Breach | undefined =>
  /^[A-Za-z0-9_-]+$/.test(manageNumber) && manageNumber.length <= LONGEST_NUMBER
    ? undefined
    : {
        remedy: "fix",
        text: `商品管理番号は半角の英数字・ハイフン・アンダーバーで${LONGEST_NUMBER}文字までです。商品管理番号を確認してください。`,
      };

/** As it is now, without the delay of the search. Undefined when the shop has no such item. */
export function fetchItem(rms: Rms, manageNumber: string): Item | RowFault | undefined {
  try {
    return readItem(rms.call(itemsGet, manageNumber), manageNumber.toLowerCase());
  } catch (error) {
    if (error instanceof RmsProblem && error.status === 404 && error.code === "GE0014") return undefined;
    throw error;
  }
}
