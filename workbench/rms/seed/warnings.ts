import type { ShopOrder } from "../shop/order.ts";
import { random } from "./random.ts";

type Warnings = Pick<ShopOrder, "cautionDisplayType" | "cautionDisplayDetailType"> & { readonly confirming: boolean };

/** What Rakuten warns the shop of: 1 注意喚起, mostly with its reason, 2 キャンセル確定; and orders that it still checks. */
export function drawWarnings(seed: string, index: number, { confirmed }: ShopOrder["timeline"]): Warnings {
  // Of its own, so that the rest of the order is drawn as if there were no warnings.
  const draw = random(seed, "warnings", index);
  const cautionDisplayType = draw.weighted([
    [975, 0],
    [20, 1],
    [5, 2],
  ]);
  const detail = draw.pick([101, 102, 103, 104, 105, null]);
  return {
    cautionDisplayType,
    cautionDisplayDetailType: cautionDisplayType === 1 ? detail : null,
    confirming: confirmed === null && draw.chance(0.2),
  };
}
