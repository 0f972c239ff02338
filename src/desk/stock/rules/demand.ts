import { resolve, type Sets } from "../../sets/rules/sets.ts";
import type { Claim } from "./claim.ts";

/** So many units of a product code, as an order or the list has it. */
export interface SoldLine {
  readonly code: string;
  readonly units: number;
}

/** Units by order number. */
export type UnitsByOrder = ReadonlyMap<string, number>;

/** What orders speak for of one product code. */
export type Demand = { readonly [One in Claim]: UnitsByOrder };

export const NO_DEMAND: Demand = { reserved: new Map(), unshipped: new Map() };

/** Adds up what orders speak for. */
export interface DemandTally {
  readonly add: (claim: Claim, orderNumber: string, lines: readonly SoldLine[]) => void;
  /** By the names that product codes have in 在庫. */
  readonly byCode: ReadonlyMap<string, Demand>;
  /** Lines that nobody can count, as they have no product code. */
  readonly codeless: () => number;
}

/** Sets count as their parts; of a set that is refused nobody knows them. `nameOf` tells how 在庫 spells a code. */
export function openDemand(sets: Sets, nameOf: (code: string) => string): DemandTally {
  const byCode = new Map<string, { readonly [One in Claim]: Map<string, number> }>();
  let codeless = 0;
  function addPart(claim: Claim, orderNumber: string, code: string, units: number): void {
    const name = nameOf(code);
    let demand = byCode.get(name);
    if (demand === undefined) {
      demand = { reserved: new Map(), unshipped: new Map() };
      byCode.set(name, demand);
    }
    demand[claim].set(orderNumber, (demand[claim].get(orderNumber) ?? 0) + units);
  }
  return {
    byCode,
    codeless: () => codeless,
    add(claim, orderNumber, lines) {
      for (const { code, units } of lines) {
        if (units === 0) continue;
        if (code === "") {
          codeless++;
          continue;
        }
        const parts = resolve(sets, code, units);
        if (parts !== "refused") for (const part of parts) addPart(claim, orderNumber, part.code, part.units);
      }
    },
  };
}

export function unitsOf(orders: UnitsByOrder): number {
  let units = 0;
  for (const some of orders.values()) units += some;
  return units;
}
