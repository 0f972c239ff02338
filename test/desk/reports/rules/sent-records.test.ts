import { expect, test } from "vitest";
import {
  oursIn,
  type SentRecord,
  sentRecords,
  sentText,
  wantedOf,
} from "../../../../src/desk/reports/rules/sent-records.ts";
import { A, B, full, held, TODAY } from "../../../support/reports.ts";

test("what was sent reads one record a line, and is read again from there", () => {
  const records: SentRecord[] = [
    full(7001, A),
    { ...full(0, B), detailId: null },
    { ...held(7003, { carrier: "1003", shippedOn: TODAY }), over: "削除" },
    { ...full(7004, "X1"), over: "以前" },
  ];
  const text = sentText(records);
  expect(text.split("\n")).toEqual([
    "7001 1001 390000000014 2026/11/24",
    "new 1001 390000000025 2026/11/24",
    "7003 1003 - 2026/11/24 削除",
    "7004 1001 X1 2026/11/24 以前",
  ]);
  expect(sentRecords(text)).toEqual(records);
});

test("lines that people wrote there tell nothing", () => {
  expect(sentRecords("電話済\n7001 1001 390000000014\n\n7001 1001 390000000014 2026/11/24")).toEqual([full(7001, A)]);
  expect(wantedOf(sentRecords(""))).toBeUndefined();
});

test("a parcel without a number is known again by what was told of it until its id is", () => {
  const others = [held(1, { carrier: "1003" }), held(2, { carrier: "1001", shippedOn: TODAY }), full(3, A)];
  const mine = held(7001, { carrier: "1003", shippedOn: TODAY });
  const told: SentRecord = { ...mine, detailId: null };
  expect(oursIn([...others, mine], [told])).toEqual([mine]);
  expect(oursIn([...others, { ...mine, carrier: "1001" }], [mine])).toHaveLength(1);
});
