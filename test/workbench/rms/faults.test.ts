import { expect, test } from "vitest";
import { FAULT_KINDS, parseFaults } from "../../../workbench/rms/faults.ts";
import { openSandbox, search } from "./open-sandbox.ts";

test("a fault meets the next call of its function only", () => {
  const sandbox = openSandbox();
  sandbox.faults.next("getOrder", { status: 503 });
  expect(sandbox.order("searchOrder", search()).status).toBe(200);
  expect(sandbox.order("getOrder", { orderNumberList: ["x"], version: 10 }).status).toBe(503);
  expect(sandbox.order("getOrder", { orderNumberList: ["x"], version: 10 }).status).toBe(200);
});

test("faults queue up, and null lets one call pass", () => {
  const sandbox = openSandbox();
  sandbox.faults.next("*", { status: 500 }, null, { status: 429, retryAfter: 3 });
  const answers = [1, 2, 3].map(() => sandbox.order("searchOrder", search()));
  expect(answers.map(({ status }) => status)).toEqual([500, 200, 429]);
  expect(answers[2]!.headers["Retry-After"]).toBe("3");
});

test("a call that fails before it takes effect changes nothing, one that fails after it does", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add({ progress: 100 });
  const confirm = () => sandbox.order("confirmOrder", { orderNumberList: [orderNumber] });
  sandbox.faults.next("confirmOrder", { transport: "hang" }, { transport: "reset", after: true });

  expect(confirm().transport).toBe("hang");
  expect(sandbox.shop.progress(orderNumber)).toBe(100);
  expect(confirm().transport).toBe("reset");
  expect(sandbox.shop.progress(orderNumber)).toBe(200);
});

test("a call that got no answer can take effect later, once", () => {
  const sandbox = openSandbox();
  sandbox.shop.setStock("mihon-a", "1", 10);
  const row = { manageNumber: "mihon-a", variantId: "1", mode: "RELATIVE", quantity: -3 };
  sandbox.faults.next("inventories.bulk.upsert", FAULT_KINDS.late);
  const write = sandbox.call("/es/2.0/inventories/bulk-upsert", { inventories: [row] });
  const quantity = () =>
    sandbox.call("/es/2.0/inventories/bulk-get", { inventories: [{ manageNumber: "mihon-a", variantId: "1" }] }).json
      .inventories[0].quantity;

  expect(write.transport).toBe("hang");
  sandbox.clock.forward(29_000);
  expect(quantity()).toBe(10);
  sandbox.clock.forward(1000);
  expect([quantity(), quantity()]).toEqual([7, 7]);
});

test("a body can be cut, spoilt or corrupted at one path", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add();
  const get = () => sandbox.order("getOrder", { orderNumberList: [orderNumber], version: 10 });
  const whole = get().body;
  sandbox.faults.next(
    "getOrder",
    { transport: "cut" },
    { malformed: true },
    { corrupt: { "OrderModelList.0.orderProgress": "x", "OrderModelList.9.a": 1 } },
  );

  expect(get()).toMatchObject({ transport: "cut", body: whole.slice(0, Math.floor(whole.length / 2)) });
  expect(() => JSON.parse(get().body)).toThrow(SyntaxError);
  expect(get().json.OrderModelList[0].orderProgress).toBe("x");
});

test("a page of a search can name an order twice and another not at all", () => {
  const sandbox = openSandbox({ orders: 20, days: 5 });
  const [plain] = [sandbox.order("searchOrder", search()).json.orderNumberList];
  sandbox.faults.next("searchOrder", { duplicate: true });
  const doubled = sandbox.order("searchOrder", search()).json.orderNumberList;
  expect(doubled).toHaveLength(plain.length);
  expect(new Set(doubled).size).toBe(plain.length - 1);
});

test("a page shifts when an order arrives between two calls", () => {
  const sandbox = openSandbox({ orders: 20, days: 5 });
  const page = (requestPage: number) =>
    sandbox.order("searchOrder", search({ PaginationRequestModel: { requestRecordsAmount: 5, requestPage } })).json
      .orderNumberList;
  const first = page(1);
  sandbox.faults.next("searchOrder", { shop: (shop) => void shop.receive(1) });
  expect(page(2)[0]).toBe(first[4]);
});

test("an order can change between search and get", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add();
  sandbox.faults.next("getOrder", { shop: (shop) => void shop.cancel(orderNumber) });
  expect(
    sandbox.order("getOrder", { orderNumberList: [orderNumber], version: 10 }).json.OrderModelList[0].orderProgress,
  ).toBe(900);
});

test("a plan meets calls by chance, the same for the same seed, near its rate", () => {
  const outcomes = (seed: string) => {
    const sandbox = openSandbox();
    sandbox.faults.plan(parseFaults("503@0.2,getOrder:hang@1"), seed);
    return Array.from({ length: 500 }, () => sandbox.order("searchOrder", search()).status);
  };
  expect(outcomes("a")).toEqual(outcomes("a"));
  expect(outcomes("a")).not.toEqual(outcomes("b"));
  const hits = outcomes("a").filter((status) => status === 503).length;
  expect(hits).toBeGreaterThan(60);
  expect(hits).toBeLessThan(140);
});

test("one function alone can answer 401, in the words of its gateway, while the others work", () => {
  for (const gatewayEra of ["new", "old"] as const) {
    const sandbox = openSandbox({ gatewayEra });
    sandbox.faults.plan(parseFaults("getOrder:unauthorised@1"));
    const answers = [1, 2].map(() => sandbox.order("getOrder", { orderNumberList: ["x"], version: 10 }));
    const wrongKey = sandbox.order("searchOrder", search(), { headers: { Authorization: "ESA U1AxOlNMMQ==" } });
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[0]!.json).toEqual(wrongKey.json);
    expect(sandbox.order("searchOrder", search()).status).toBe(200);
  }
});

test("one report can take RMS longer than others, or its result come late", () => {
  const sandbox = openSandbox({ reportDelay: 0 });
  sandbox.faults.next("updateOrderShippingAsync", { reportDelay: 5000 }, { resultLag: 5000 }, null);
  const send = () => {
    const { orderNumber, packages } = sandbox.shop.add();
    const record = { deliveryCompany: "1001", shippingNumber: "1", shippingDate: "2026-11-24" };
    const basket = { basketId: packages[0]!.basketId, ShippingModelList: [record] };
    const body = { OrderShippingModelList: [{ orderNumber, BasketidModelList: [basket] }] };
    const { requestId } = sandbox.order("updateOrderShippingAsync", body).json.MessageModelList[0];
    return { orderNumber, requestId };
  };
  const reports = [send(), send(), send()];
  const standing = () =>
    reports.map(({ orderNumber, requestId }) => {
      const { json } = sandbox.order("getResultUpdateOrderShippingAsync", { requestId });
      return [sandbox.shop.progress(orderNumber), "orderNumber" in json.ResultShippingModelList[0]];
    });
  expect(standing()).toEqual([
    [300, false],
    [500, false],
    [500, true],
  ]);
  sandbox.clock.forward(5000);
  expect(standing()).toEqual([
    [500, true],
    [500, true],
    [500, true],
  ]);
});

test("numbers can be typed into RMS between two calls: the order holds them and still stands at 300", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add();
  sandbox.faults.next("getOrder", FAULT_KINDS.upload);
  const [model] = sandbox.order("getOrder", { orderNumberList: [orderNumber], version: 10 }).json.OrderModelList;
  expect(model.orderProgress).toBe(300);
  expect(model.PackageModelList[0].ShippingModelList).toMatchObject([{ shippingNumber: "400000000001" }]);
});

test("clearing ends all faults and the count of those met remains", () => {
  const sandbox = openSandbox();
  sandbox.faults.plan(parseFaults("500@1"));
  sandbox.order("searchOrder", search());
  sandbox.faults.clear();
  expect(sandbox.order("searchOrder", search()).status).toBe(200);
  expect([...sandbox.faults.met]).toEqual([["searchOrder", 1]]);
});

test.each(["503", "503@2", "unknown@0.1", "getOrder:@0.1"])(
  "the list %s is refused with the kinds there are",
  (text) => {
    expect(() => parseFaults(text)).toThrow(/kind@rate/);
  },
);
