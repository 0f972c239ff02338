import { type Seller, sellers } from "../shop-levels.ts";
import type { Invariant } from "./invariant.ts";
import { untoldIn } from "./spoken-for.ts";

/** Once all is quiet RMS has of every product what the sheet says it is to have. */
export const levelsSet: Invariant = {
  name: "RMS has in stock what the sheet says",
  broken: (world) => {
    const untold = untoldIn(world);
    const isTold = ({ code }: Seller) => !untold.has(code) && !world.books.isRecoded(code);
    return world.isUpdating
      ? sellers(world)
          .filter(isTold)
          .flatMap(({ code, skus, target }) =>
            skus.flatMap(({ manageNumber, variantId }) => {
              const found = world.shop.stock(manageNumber, variantId)?.quantity;
              return target === undefined || found === target
                ? []
                : [`${manageNumber}/${variantId} (${code}) has ${found}, the sheet says ${target}`];
            }),
          )
      : [];
  },
};
