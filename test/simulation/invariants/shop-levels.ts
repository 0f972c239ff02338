import { plain } from "../books.ts";
import { STOCK } from "../declared.ts";
import { cellIn } from "../goods.ts";
import { type Seller, sellers } from "../shop-levels.ts";
import type { Invariant } from "./invariant.ts";
import { untoldIn } from "./spoken-for.ts";

/** Once all is quiet RMS has of every product what the sheet says it is to have. */
export const levelsSet: Invariant = {
  name: "RMS has in stock what the sheet says, and the sheet knows",
  broken: (world) => {
    const { office, ledger, shop } = world;
    world.comparisons.note(STOCK, "楽天在庫数", ...(world.isUpdating ? ["楽天に登録する数"] : []));
    const untold = untoldIn(world);
    const isTold = ({ code }: Seller) => !untold.has(code) && !world.books.isRecoded(code);
    const view = office.view(STOCK);
    const told = sellers(world).filter(isTold);
    const cellOf = (code: string, header: string) => {
      const row = view.rows.find((each) => plain(ledger.keyOf(view, each)) === code);
      return row === undefined ? "" : cellIn(view, row, header);
    };
    return [
      ...told.flatMap(({ code, level }) => {
        const found = cellOf(code, "楽天在庫数");
        return found === level ? [] : [`${code} has 楽天在庫数 ${found}, RMS has ${level}`];
      }),
      ...(world.isUpdating ? told : []).flatMap(({ code, skus, target }) => [
        ...(target === undefined || skus.length === 0 || cellOf(code, "楽天に登録する数") === target
          ? []
          : [`${code} has 楽天に登録する数 ${cellOf(code, "楽天に登録する数")}, the sheet says ${target}`]),
        ...skus.flatMap(({ manageNumber, variantId }) => {
          const found = shop.stock(manageNumber, variantId)?.quantity;
          return target === undefined || found === target
            ? []
            : [`${manageNumber}/${variantId} (${code}) has ${found}, the sheet says ${target}`];
        }),
      ]),
    ];
  },
};
