import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { csvBlob } from "../../../sidebar/report-csv/csv-blob.ts";
import { csvPlan } from "../../../src/desk/reports/rules/csv.ts";
import { full, judged, NOON, reportRow, TODAY } from "../../support/reports.ts";
import { openRms } from "../../support/rms-port.ts";

const number = (at: number, day = "20261123") => `123456-${day}-${String(at).padStart(10, "0")}`;
const parcel = (at: number) => `9${10_000_001 + at}`;

const bytesOf = async (text: string) => Buffer.from(await csvBlob({ text }).arrayBuffer());

test("the first line is the header in the bytes of Windows' Shift_JIS", async () => {
  const [file] = csvPlan(judged([reportRow()]).candidates, { now: NOON, again: false }).files;
  const header = "注文番号,送付先ID,発送明細ID,お荷物伝票番号,配送会社,発送日\r\n";
  const bytes = await bytesOf(file?.text ?? "");
  expect(bytes.subarray(0, iconv.encode(header, "CP932").length)).toEqual(iconv.encode(header, "CP932"));
});

test("RMS takes 5,001 rows in two files, with two destinations of an order and a change of 7001, and never sees the old order", async () => {
  const { shop } = openRms();
  const rows = Array.from({ length: 4998 }, (_, at) =>
    reportRow({ orderNumber: number(at), trackingNumber: parcel(at) }),
  );
  for (const { orderNumber } of rows) shop.add({ orderNumber, packages: [{ basketId: 101 }] });
  const double = number(5000);
  shop.add({ orderNumber: double, packages: [{ basketId: 101 }, { basketId: 102 }] });
  const changed = number(5001);
  const held = {
    shippingDetailId: 7001,
    deliveryCompany: "1001",
    shippingNumber: parcel(9000),
    shippingDate: "2026-11-23",
  };
  shop.add({ orderNumber: changed, packages: [{ basketId: 101, shippings: [held] }] });
  const { files, refused } = csvPlan(
    judged([
      ...rows,
      reportRow({ orderNumber: double, trackingNumber: parcel(5000) }),
      reportRow({ orderNumber: double, basketId: "102", trackingNumber: parcel(5001) }),
      reportRow({
        orderNumber: changed,
        trackingNumber: parcel(5002),
        listed: [full(7001, parcel(9000), { shippedOn: TODAY - 1 })],
        report: { reportState: "送信済", sentRecords: `7001 1001 ${parcel(9000)} 2026/11/23` },
      }),
      reportRow({ orderNumber: number(1, "20260527"), orderedAt: NOON - 181, trackingNumber: parcel(5003) }),
    ]).candidates,
    { now: NOON, again: false },
  );
  expect(refused.map(({ row }) => row.orderNumber)).toEqual([number(1, "20260527")]);
  expect(files.map(({ text }) => text.split("\r\n").length - 2)).toEqual([5000, 1]);
  for (const { text } of files) expect(shop.uploadShippingCsv(iconv.decode(await bytesOf(text), "CP932"))).toEqual([]);
  const numbers = (orderNumber: string) =>
    shop.find(orderNumber)?.packages.map(({ shippings }) => shippings.map(({ shippingNumber }) => shippingNumber));
  expect(numbers(number(0))).toEqual([[parcel(0)]]);
  expect(numbers(double)).toEqual([[parcel(5000)], [parcel(5001)]]);
  expect(shop.find(changed)?.packages[0]?.shippings).toMatchObject([
    { shippingDetailId: 7001, shippingNumber: parcel(5002), shippingDate: "2026-11-24" },
  ]);
});
