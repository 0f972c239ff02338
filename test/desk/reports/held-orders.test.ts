import { expect, test } from "vitest";
import { heldOrders } from "../../../src/desk/reports/course.ts";
import { numbered } from "../../support/report-desk.ts";
import { openRms } from "../../support/rms-port.ts";

test.each([
  [0, 0],
  [1, 1],
  [99, 1],
  [100, 1],
  [101, 2],
  [200, 2],
  [201, 3],
])("what RMS holds of %i orders is read with %i calls, the last one's too", (count, calls) => {
  const { rms, shop } = openRms();
  const numbers = Array.from({ length: count }, (_, at) => numbered(at + 1));
  for (const orderNumber of numbers) shop.add({ orderNumber });
  const held = heldOrders({ rms }, numbers);
  expect([...held.keys()].sort()).toEqual(numbers);
  expect(rms.calls()).toBe(calls);
});
