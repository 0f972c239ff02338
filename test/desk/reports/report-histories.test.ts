import fc from "fast-check";
import { expect, test } from "vitest";
import { type Gate, killAfter, killBefore, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import type { Fault } from "../../../workbench/rms/faults.ts";
import type { Desk } from "../../support/desk.ts";
import {
  enters,
  LIST,
  numbered,
  openReports,
  PARCELS,
  POST,
  RESULT,
  recordText,
  reports,
} from "../../support/report-desk.ts";

/** Rows of 出荷リスト: one destination each, of which the third and fourth are one order's. */
const SLOTS = [
  [numbered(1), 11],
  [numbered(2), 21],
  [numbered(3), 31],
  [numbered(3), 32],
] as const;
const ORDERS = [...new Set(SLOTS.map(([order]) => order))];
const DAYS = ["2026-11-23", "2026-11-24"] as const;
const CARRIERS = ["1001 ヤマト運輸", "1002 佐川急便"] as const;
const MINUTE = 60_000;

const slot = fc.nat({ max: SLOTS.length - 1 });
const minutes = fc.constantFrom(1, 5, 15, 61);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("enter" as const),
      slot,
      versions: fc.subarray([0, 1, 2], { minLength: 1 }),
      carrier: fc.constantFrom(...CARRIERS),
      day: fc.constantFrom(...DAYS),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("report" as const),
      fault: fc.constantFrom<Fault | undefined>(
        undefined,
        { transport: "reset" },
        { status: 503 },
        { transport: "reset", after: true },
        { transport: "reset", after: true, reportDelay: 10 * MINUTE },
        { reportDelay: 10 * MINUTE },
        { resultLag: 10 * MINUTE },
        { status: 429 },
      ),
      silent: fc.boolean(),
      killedAt: fc.option(fc.record({ index: fc.integer({ min: 4, max: 40 }), after: fc.boolean() }), {
        nil: undefined,
        freq: 2,
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("wait" as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("import" as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("hold" as const), slot, held: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("cancel" as const), order: fc.constantFrom(...ORDERS) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("delete" as const), slot }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What people have on the rows, and what may be wrong with them without anybody's fault. */
interface Model {
  readonly entered: Map<
    number,
    { readonly numbers: readonly string[]; readonly carrier: string; readonly day: string }
  >;
  /** Deleted once and back with an import: what RMS was told before is nobody's there. */
  readonly deleted: Set<number>;
  readonly cancelled: Set<string>;
}

const rowAt = (desk: Desk, at: number) =>
  desk.rows(LIST).find((row) => row.注文番号 === SLOTS[at]?.[0] && row.送付先ID === String(SLOTS[at]?.[1]));

const enter = (desk: Desk, model: Model, at: number): void => {
  const entry = model.entered.get(at);
  const [order, basket] = SLOTS[at]!;
  if (entry === undefined || rowAt(desk, at) === undefined) return;
  enters(
    desk,
    order,
    { numbers: entry.numbers.join("\n"), carrier: entry.carrier, shippedOn: dayOf(entry.day) },
    basket,
  );
};

const dayOf = (text: string): number => 46_350 + Number(text.slice(-2)) - 24;

function deletes(desk: Desk, at: number): void {
  const startIndex = desk
    .grid(LIST)
    .findIndex((row) => row[0] === SLOTS[at]![0] && row.includes(String(SLOTS[at]![1])));
  if (startIndex < 0) return;
  const range = { sheetId: desk.sheetId(LIST), dimension: "ROWS", startIndex, endIndex: startIndex + 1 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
}

const basketsOf = (desk: Desk) =>
  desk.shop
    .orders()
    .flatMap(({ orderNumber, packages }) =>
      packages.map(({ basketId, shippings }) => ({ orderNumber, basketId, shippings })),
    );

/** Rows of which nothing may go out, as they stand on the sheet. */
const forbidden = (desk: Desk): string[] =>
  desk
    .rows(LIST)
    .filter((row) => row.出荷ステータス === "保留" || ["取消", "保留", "要確認"].includes(String(row.連携状態)))
    .map((row) => `${row.注文番号} ${row.送付先ID}`);

const queued = (desk: Desk): string[] =>
  desk.shop
    .reports()
    .flatMap(({ requestId, orders }) =>
      orders.flatMap(({ orderNumber, baskets }) =>
        baskets.map(({ basketId }) => `${requestId} ${orderNumber} ${basketId}`),
      ),
    );

function expectNoDoubles(desk: Desk): void {
  for (const { orderNumber, basketId, shippings } of basketsOf(desk)) {
    const numbers = shippings.flatMap(({ shippingNumber }) => shippingNumber ?? []);
    expect(new Set(numbers).size, `doubled in ${orderNumber} ${basketId}: ${numbers}`).toBe(numbers.length);
  }
}

async function takes(desk: Desk, model: Model, blade: { at: Killed | undefined }, one: Step): Promise<void> {
  if (one.does === "enter") {
    const numbers = one.versions.map((version) => PARCELS[one.slot * 20 + version] as string);
    model.entered.set(one.slot, { numbers, carrier: one.carrier, day: one.day });
    enter(desk, model, one.slot);
  } else if (one.does === "report") {
    const before = new Set(queued(desk));
    const no = forbidden(desk);
    if (one.fault !== undefined) desk.faults.next(POST, one.fault);
    if (one.silent) desk.faults.next(RESULT, { transport: "hang" }, { transport: "hang" });
    blade.at = one.killedAt;
    await desk.run("reportShipments");
    blade.at = undefined;
    desk.faults.clear();
    const sent = queued(desk).filter((text) => !before.has(text));
    expect(sent.filter((text) => no.some((row) => text.endsWith(row)))).toEqual([]);
  } else if (one.does === "wait") await desk.passes(one.minutes);
  else if (one.does === "import") await desk.importShipments();
  else if (one.does === "hold") {
    const [order, basket] = SLOTS[one.slot]!;
    if (rowAt(desk, one.slot) !== undefined && model.entered.has(one.slot)) {
      enter(desk, model, one.slot);
      const { numbers, carrier, day } = model.entered.get(one.slot)!;
      const more = { 出荷ステータス: one.held ? "保留" : "梱包済" };
      enters(desk, order, { numbers: numbers.join("\n"), carrier, shippedOn: dayOf(day), more }, basket);
    }
  } else if (one.does === "cancel") {
    desk.shop.cancel(one.order);
    model.cancelled.add(one.order);
  } else {
    deletes(desk, one.slot);
    model.deleted.add(one.slot);
    await desk.importShipments();
    enter(desk, model, one.slot);
  }
}

interface Killed {
  readonly index: number;
  readonly after: boolean;
}

/** Nobody disturbs anything any more, until all is settled. */
async function quiet(desk: Desk, model: Model): Promise<void> {
  for (const at of SLOTS.keys()) {
    enter(desk, model, at);
    if (rowAt(desk, at) !== undefined && model.entered.has(at))
      enters(desk, SLOTS[at]![0], { ...entryOf(model, at), more: { 出荷ステータス: "梱包済" } }, SLOTS[at]![1]);
  }
  await desk.importShipments();
  for (const wait of [1, 61, 15, 1]) {
    await desk.passes(wait);
    await reports(desk);
  }
}

const entryOf = (model: Model, at: number) => {
  const { numbers, carrier, day } = model.entered.get(at)!;
  return { numbers: numbers.join("\n"), carrier, shippedOn: dayOf(day) };
};

function expectSettled(desk: Desk, model: Model): void {
  for (const [at, [order, basket]] of SLOTS.entries()) {
    const entry = model.entered.get(at);
    const row = rowAt(desk, at);
    if (entry === undefined || row === undefined || model.cancelled.has(order)) continue;
    const isAsked = row.報告状態 === "エラー" || row.連携状態 === "要確認";
    if (model.deleted.has(at) && isAsked) continue;
    const held =
      basketsOf(desk)
        .find(({ basketId }) => basketId === basket)
        ?.shippings.map(recordText) ?? [];
    const wanted = entry.numbers.map((number) => `${entry.carrier.slice(0, 4)} ${number} ${entry.day}`);
    expect(held.map((text) => text.replace(/^\S+ /, "")).sort()).toEqual(wanted.sort());
    expect(["送信済", "一部送信済"]).toContain(row.報告状態);
    expect(row.報告状態 === "送信済").toBe(desk.shop.progress(order) >= 500);
  }
}

test("whatever people edit, Rakuten cancels, answers late or loses, and whoever kills runs: RMS ends up with the sheet's parcels, each once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (history) => {
      const blade: { at: Killed | undefined } = { at: undefined };
      const gate: Gate = {
        pass: ({ index }) => (index === blade.at?.index ? (blade.at.after ? killAfter : killBefore) : serve),
      };
      const carrierAlone = { deliveryCompany: "1000", shippingNumber: null, shippingDate: null };
      const desk = await openReports(
        ORDERS.map((orderNumber, at) => ({
          orderNumber,
          packages: SLOTS.filter(([order]) => order === orderNumber).map(([, basketId]) => ({
            basketId,
            shippings: at === 1 ? [{ ...carrierAlone, shippingDetailId: 7001 }] : [],
          })),
        })),
        { gate },
      );
      const model: Model = { entered: new Map(), deleted: new Set(), cancelled: new Set() };
      for (const one of history) {
        await takes(desk, model, blade, one);
        expectNoDoubles(desk);
      }
      await quiet(desk, model);
      expectNoDoubles(desk);
      expectSettled(desk, model);
      await desk.close();
    }),
    { numRuns: Number(process.env.HISTORIES ?? 8) },
  );
}, 600_000);
