import { sellers } from "../shop-levels.ts";
import type { Invariant } from "./invariant.ts";

/** Once all is quiet RMS has of every product what the sheet says it is to have. */
export const levelsSet: Invariant = {
  name: "RMS has in stock what the sheet says",
  broken: (world) =>
    world.isUpdating
      ? sellers(world).flatMap(({ code, skus, target }) =>
          skus.flatMap(({ manageNumber, variantId }) => {
            const found = world.shop.stock(manageNumber, variantId)?.quantity;
            return target === undefined || found === target
              ? []
              : [`${manageNumber}/${variantId} (${code}) has ${found}, the sheet says ${target}`];
          }),
        )
      : [],
};
