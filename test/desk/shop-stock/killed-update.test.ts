import { expect, test } from "vitest";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import type { Desk } from "../../support/desk.ts";
import { guillotine, statesOf } from "../../support/guillotine.ts";
import { buy, openShop, said, shown, update } from "./shop-desk.ts";

const GOODS = {
  a: { counted: 7, shown: 5 },
  b: { counted: 2, shown: 9 },
  c: { counted: 4, shown: 4 },
  d: { shown: 3 },
};
/** What is free after two of each were sold. */
const FREE = { a: 5, b: 0, c: 2 };

/** A shop that shows too little, too much, what is right, and what nobody counted; something was sold of each. */
async function laidOut(gate: Gate): Promise<Desk> {
  const desk = await openShop(GOODS, { gate });
  for (const name of ["a", "b"]) buy(desk, name);
  await desk.passes(1);
  return desk;
}

/** After the run, one more of each is sold. */
const sellMore = (desk: Desk) => {
  for (const name of ["a", "b"]) buy(desk, name);
  buy(desk, "c", 2);
};

const shop = (desk: Desk) => ({ a: shown(desk, "a"), b: shown(desk, "b"), c: shown(desk, "c") });

async function undisturbed() {
  const desk = await laidOut(openGate);
  const { calls } = await desk.run("updateShopStock");
  sellMore(desk);
  const first = shop(desk);
  await desk.close();
  return { first, calls: calls.map(({ name }) => name) };
}

const expected = await undisturbed();
const moments = statesOf(expected.calls);

test("an undisturbed update leaves the shop with what is free, less what was sold since", () => {
  expect(expected.first).toEqual(FREE);
});

test.each(moments)(
  "what a killed update left is made good by the next, and no sale is written away: $when",
  async ({ index, after }) => {
    const blade = guillotine();
    const desk = await laidOut(blade.gate);
    blade.arm(index, after);
    const killed = await desk.run("updateShopStock");
    blade.disarm();
    expect(killed.outcome).toBe("killed");
    sellMore(desk);
    for (const [name, free] of Object.entries(FREE)) {
      const before = Math.max(0, GOODS[name as "a"].shown - 2);
      expect(shown(desk, name)).toBeLessThanOrEqual(Math.max(free, before));
    }
    await desk.passes(4);
    expect(await update(desk)).toMatchObject({ remedy: "none" });
    expect(shop(desk)).toEqual(FREE);
    expect([shown(desk, "d"), said(desk, "d")]).toEqual([3, "見送り: 未棚卸（棚卸数を入力してください）"]);
    await desk.close();
  },
);
