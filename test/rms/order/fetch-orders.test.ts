import { expect, test } from "vitest";
import { fetchOrders } from "../../../src/rms/order/orders.ts";
import { openRms, portOf } from "../../support/rms-port.ts";

const numberOf = (at: number): string => `123456-20261124-000000000${at}`;

/** RMS answers for `asked` as it would for all of `given`. */
function answered(asked: string[], given: (body: string) => string) {
  const { sandbox, shop, client } = openRms();
  for (const orderNumber of [numberOf(1), numberOf(2)]) shop.add({ orderNumber });
  const port = portOf(sandbox);
  const rms = client({
    http: {
      send(request) {
        const whole = JSON.stringify({
          ...JSON.parse(request.body ?? "{}"),
          orderNumberList: [numberOf(1), numberOf(2)],
        });
        const answer = port.send({ ...request, body: whole });
        return { ...answer, body: given(answer.body) };
      },
    },
  });
  return fetchOrders(rms, asked);
}

test("an order that nobody asked for is refused, and the one asked for is read", () => {
  const { orders, faults } = answered([numberOf(1)], (body) => body);
  expect(orders.map(({ number }) => number)).toEqual([numberOf(1)]);
  expect(faults).toEqual([{ subject: numberOf(2), reason: expect.stringContaining("依頼していない注文") }]);
});

test("an order that is answered twice alike is one, and twice in two ways is none until RMS agrees with itself", () => {
  const twice = (change: object) => (body: string) => {
    const reply = JSON.parse(body) as { OrderModelList: object[] };
    const [first, ...rest] = reply.OrderModelList;
    return JSON.stringify({ ...reply, OrderModelList: [first, { ...first, ...change }, ...rest] });
  };
  const asked = [numberOf(1), numberOf(2)];
  expect(answered(asked, twice({})).orders.map(({ number }) => number)).toEqual(asked);
  const { orders, faults } = answered(asked, twice({ requestPrice: 1 }));
  expect(orders.map(({ number }) => number)).toEqual([numberOf(2)]);
  expect(faults).toEqual([{ subject: numberOf(1), reason: expect.stringContaining("異なる内容で2件") }]);
});
