import { expect, test } from "vitest";
import { SHIPPING_CSV_COLUMNS } from "../../../workbench/rms/shop/shipping-csv.ts";
import { openSandbox } from "./open-sandbox.ts";

const csv = (...rows: readonly (readonly (string | number)[])[]) =>
  [SHIPPING_CSV_COLUMNS, ...rows].map((row) => row.join()).join("\r\n");
const RECORD = ["425792000001", "1001", "2026-11-24"] as const;

function sandbox(packages: Parameters<ReturnType<typeof openSandbox>["shop"]["order"]>[0] = {}) {
  const { shop, clock } = openSandbox();
  const { orderNumber } = shop.add(packages);
  const records = () => shop.find(orderNumber)!.packages.map(({ shippings }) => shippings);
  return { shop, clock, orderNumber, records };
}

test("an uploaded number is recorded, and the order still stands at 300", () => {
  const { shop, clock, orderNumber, records } = sandbox();
  expect(shop.uploadShippingCsv(csv([orderNumber, "", "", ...RECORD]))).toEqual([]);
  expect(records()).toEqual([
    [
      {
        shippingDetailId: expect.any(Number),
        shippingNumber: "425792000001",
        deliveryCompany: "1001",
        shippingDate: "2026-11-24",
      },
    ],
  ]);
  clock.forward(48 * 3_600_000);
  expect(shop.progress(orderNumber)).toBe(300);
});

test("an order whose numbers were uploaded is shipped on RMS's screen without a second record", () => {
  const { shop, orderNumber, records } = sandbox();
  shop.uploadShippingCsv(csv([orderNumber, "", "", ...RECORD]));
  shop.ship(orderNumber);
  expect(shop.progress(orderNumber)).toBe(500);
  expect(records()[0]).toHaveLength(1);
});

test("a blank 送付先ID means the first destination, a given one its own", () => {
  const { shop, orderNumber, records } = sandbox({ packages: [{}, {}] });
  shop.uploadShippingCsv(csv([orderNumber, "", "", ...RECORD]));
  expect(records().map(({ length }) => length)).toEqual([1, 0]);
  const second = shop.find(orderNumber)!.packages[1]!.basketId;
  shop.uploadShippingCsv(csv([orderNumber, second, "", ...RECORD]));
  expect(records().map(({ length }) => length)).toEqual([1, 1]);
});

test("a blank 発送明細ID adds a record, a given one is replaced as a whole", () => {
  const { shop, orderNumber, records } = sandbox();
  shop.uploadShippingCsv(csv([orderNumber, "", "", ...RECORD], [orderNumber, "", "", "2", "1002", "20261123"]));
  const [first, second] = records()[0]!;
  expect(second).toMatchObject({ shippingNumber: "2", deliveryCompany: "1002", shippingDate: "2026-11-23" });

  shop.uploadShippingCsv(csv([orderNumber, "", first!.shippingDetailId, "3", "", ""]));
  expect(records()[0]).toEqual([{ ...first, shippingNumber: "3", deliveryCompany: null, shippingDate: null }, second]);
});

test("a bad line is named and the good ones are recorded", () => {
  const { shop, orderNumber, records } = sandbox();
  const old = shop.add({ ordered: "2026-05-27T00:00:00+0900" }).orderNumber;
  const cancelled = shop.add({ progress: 900 }).orderNumber;
  const early = shop.add({ progress: 200 }).orderNumber;
  const rows = [
    ["123456-20261124-9999999999", "", "", ...RECORD],
    [old, "", "", ...RECORD],
    [cancelled, "", "", ...RECORD],
    [early, "", "", ...RECORD],
    [orderNumber, 1, "", ...RECORD],
    [orderNumber, "", 1, ...RECORD],
    [orderNumber, "送付先", "", ...RECORD],
    [orderNumber, "", "", "①", "1001", "2026-11-24"],
    [orderNumber, "", "", "1", "ヤマト", "2026-11-24"],
    [orderNumber, "", "", "1", "1001", "2026/11/24"],
    [orderNumber, "", ""],
    [orderNumber, "", "", ...RECORD],
  ];
  const faults = shop.uploadShippingCsv(csv(...rows));
  expect(faults.map(({ row, fault }) => `${row} ${fault}`)).toEqual([
    "1 unknownOrder",
    "2 tooOld",
    "3 cancelled",
    "4 notReady",
    "5 unknownBasket",
    "6 unknownDetail",
    "7 format",
    "8 format",
    "9 format",
    "10 format",
    "11 columns",
  ]);
  expect(records()[0]).toHaveLength(1);
});

test("an order of 180 days ago is still taken", () => {
  const { shop } = openSandbox();
  const { orderNumber } = shop.add({ ordered: "2026-05-28T12:00:00+0900" });
  expect(shop.uploadShippingCsv(csv([orderNumber, "", "", ...RECORD]))).toEqual([]);
});

test("5,000 lines are taken and 5,001 refused as a whole, as is a file with other columns", () => {
  const { shop, orderNumber, records } = sandbox();
  const lines = (unknown: number) =>
    csv(...Array.from({ length: unknown }, () => ["unknown", "", "", ...RECORD]), [orderNumber, "", "", ...RECORD]);
  expect(() => shop.uploadShippingCsv(lines(5000))).toThrow(/5000/);
  expect(records()[0]).toEqual([]);
  expect(shop.uploadShippingCsv(lines(4999))).toHaveLength(4999);
  expect(records()[0]).toHaveLength(1);
  expect(() => shop.uploadShippingCsv(`注文番号,お荷物伝票番号\n${orderNumber},1`)).toThrow(/first line/);
});
