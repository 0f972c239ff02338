import fc from "fast-check";
import { expect, test } from "vitest";
import { groupedBy } from "../../../src/core/grouped.ts";
import { serialOf } from "../../../src/core/jst.ts";
import type { Value } from "../../support/ledger.ts";
import { type MemoryLedger, memoryLedger } from "../../support/memory-ledger.ts";

const CODES = ["A", "B"] as const;
type Code = (typeof CODES)[number];
const ORDERS = ["123456-20261120-0000000001", "123456-20261120-0000000002"] as const;
const GOODS: Readonly<Record<(typeof ORDERS)[number], Partial<Record<Code, number>>>> = {
  [ORDERS[0]]: { A: 3 },
  [ORDERS[1]]: { A: 1, B: 2 },
};

type Act =
  | { readonly act: "count"; readonly code: Code; readonly value: Value }
  | { readonly act: "status" | "state" | "answer"; readonly order: number; readonly value: string }
  | { readonly act: "shippedOn"; readonly order: number; readonly daysAgo: number }
  | {
      readonly act: "add";
      readonly code: Code;
      readonly kind: string;
      readonly quantity: number;
      readonly daysAgo: number;
    }
  | { readonly act: "edit"; readonly row: number; readonly quantity: number }
  | { readonly act: "delete"; readonly row: number }
  | { readonly act: "vanish"; readonly row: number }
  | {
      readonly act: "sort";
      readonly sheet: string;
      readonly header: string;
      readonly order: "ASCENDING" | "DESCENDING";
    }
  | { readonly act: "begin" | "end" | "pass" }
  | { readonly act: "killed"; readonly commits: number };

const code = fc.constantFrom(...CODES);
const order = fc.nat(1);
const daysAgo = fc.constantFrom(0, 0, 1, 2, 5);
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant("count"), code, value: fc.constantFrom(0, 7, 10, "１２", "12個", null) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant("status"), order, value: fc.constantFrom("出荷済", "出荷済", "未着手") }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant("state"), order, value: fc.constantFrom("出荷済", "取消", "取込済") }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("answer"), order, value: fc.constantFrom("戻った", "戻っていない") }),
  },
  fc.record({ act: fc.constant("shippedOn"), order, daysAgo }),
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("add"),
      code,
      kind: fc.constantFrom("入荷", "出庫"),
      quantity: fc.integer({ min: 1, max: 3 }),
      daysAgo,
    }),
  },
  fc.record({ act: fc.constant("edit"), row: fc.nat(4), quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ act: fc.constant("delete"), row: fc.nat(4) }),
  fc.record({ act: fc.constant("vanish"), row: fc.nat(1) }),
  fc.record({
    act: fc.constant("sort"),
    sheet: fc.constantFrom("在庫", "入出庫", "入出庫入力", "出荷リスト"),
    header: fc.constantFrom("商品コード", "数量", "注文番号", "番号"),
    order: fc.constantFrom("ASCENDING", "DESCENDING"),
  }),
  fc.record({ act: fc.constantFrom("begin", "end") }),
  fc.record({ act: fc.constant("pass") }),
  { weight: 2, arbitrary: fc.record({ act: fc.constant("killed"), commits: fc.integer({ min: 1, max: 4 }) }) },
) as fc.Arbitrary<Act>;

interface Parcel {
  readonly goods: Partial<Record<Code, number>>;
  status: string;
  state: string;
  shippedOn: number | null;
  listed: boolean;
  /** Since when its goods are gone, and by whose word. */
  out: { readonly at: number; readonly byStatus: boolean } | undefined;
  asked: boolean;
  answer: string;
  backAt: number | undefined;
}

/** What a careful person would keep on paper: no entries, no reversals, only what is true now and since when. */
class Paper {
  readonly parcels: Parcel[] = ORDERS.map((number) => ({
    goods: GOODS[number],
    status: "",
    state: "取込済",
    shippedOn: null,
    listed: true,
    out: undefined,
    asked: false,
    answer: "",
    backAt: undefined,
  }));
  readonly cells: Record<Code, Value> = { A: null, B: null };
  readonly recorded: Record<Code, number | null> = { A: null, B: null };
  readonly counts: Record<Code, { at: number; value: number }[]> = { A: [], B: [] };
  rows: { code: Code; kind: string; quantity: number; day: number | null }[] = [];
  /** When each of the rows that are alike was first seen. */
  readonly seen = new Map<string, number[]>();
  session: number | undefined;

  /** A count of which nobody knows the minute was before whatever else is found along with it. */
  pass(now: number, countsAt = this.session ?? now - 0.01): void {
    for (const parcel of this.parcels) this.move(parcel, now);
    const alike = groupedBy(this.rows, (row) => JSON.stringify(row));
    for (const name of new Set([...alike.keys(), ...this.seen.keys()])) {
      const times = this.seen.get(name) ?? [];
      const { day } = JSON.parse(name) as { day: number | null };
      const many = alike.get(name)?.length ?? 0;
      while (times.length < many) times.push(moment(day, now));
      this.seen.set(name, times.slice(0, many));
    }
    for (const one of CODES) {
      const value = { "１２": 12, "12個": undefined }[String(this.cells[one])] ?? this.cells[one];
      if (value === null) this.recorded[one] = null;
      if (typeof value !== "number" || value === this.recorded[one]) continue;
      this.recorded[one] = value;
      this.counts[one].push({ at: countsAt, value });
    }
  }

  private move(parcel: Parcel, now: number): void {
    if (parcel.listed) {
      const byStatus = parcel.status === "出荷済";
      const isShipped = byStatus || parcel.state === "出荷済";
      if (isShipped && parcel.out === undefined) {
        parcel.out = { at: moment(parcel.shippedOn, now), byStatus };
        parcel.asked = false;
        parcel.answer = "";
      } else if (!isShipped && parcel.out !== undefined && (parcel.state !== "取消" || parcel.out.byStatus))
        parcel.out = undefined;
    }
    const isCancelled = parcel.listed ? parcel.state === "取消" : parcel.asked;
    const isBack = parcel.out !== undefined && isCancelled && parcel.asked && parcel.answer === "戻った";
    parcel.backAt = isBack ? (parcel.backAt ?? now) : undefined;
    parcel.asked = parcel.out !== undefined && isCancelled;
  }

  begin(now: number): void {
    this.pass(now, now);
    this.session = now;
    for (const one of CODES) {
      if (this.recorded[one] === null || this.cells[one] === "12個") continue;
      this.cells[one] = null;
      this.recorded[one] = null;
    }
  }

  /** Null until somebody counted. */
  stock(of: Code): number | null {
    const [first, ...more] = this.counts[of];
    if (first === undefined) return null;
    const last = more.reduce((best, count) => (count.at >= best.at ? count : best), first);
    const moves = [
      ...this.parcels.flatMap(({ goods, out, backAt }) => [
        ...(out === undefined ? [] : [{ at: out.at, by: 0 - (goods[of] ?? 0) }]),
        ...(backAt === undefined ? [] : [{ at: backAt, by: goods[of] ?? 0 }]),
      ]),
      ...[...this.seen].flatMap(([name, times]) => {
        const row = JSON.parse(name) as Paper["rows"][number];
        return times.map((at) => ({
          at,
          by: row.code !== of ? 0 : row.kind === "出庫" ? 0 - row.quantity : row.quantity,
        }));
      }),
    ];
    return moves.filter(({ at }) => at > last.at).reduce((sum, { by }) => sum + by, last.value);
  }
}

/** In minutes; all that happens here happens at whole ones. */
const minutes = (serial: number): number => Math.round(serial * 1440);
const moment = (day: number | null, now: number): number =>
  day !== null && day < Math.floor(now / 1440) ? day * 1440 + 1439 : now;

/** Does it on the sheets and on the paper. */
function perform(desk: MemoryLedger, paper: Paper, act: Act): void {
  const serial = serialOf(desk.now());
  const now = minutes(serial);
  const today = Math.floor(now / 1440);
  const dayBefore = (days: number) => (days === 0 ? null : today - days);
  const listed = (at: number) => {
    const parcel = paper.parcels[at] as Parcel;
    return parcel.listed ? parcel : undefined;
  };
  switch (act.act) {
    case "count":
      desk.types("在庫", act.code, "棚卸数", act.value);
      paper.cells[act.code] = act.value;
      return;
    case "status":
    case "state": {
      const parcel = listed(act.order);
      if (parcel === undefined) return;
      const header = act.act === "status" ? "出荷ステータス" : "連携状態";
      desk.types("出荷リスト", ORDERS[act.order] as string, header, act.value);
      parcel[act.act] = act.value;
      return;
    }
    case "shippedOn": {
      const parcel = listed(act.order);
      if (parcel === undefined) return;
      parcel.shippedOn = dayBefore(act.daysAgo);
      desk.types("出荷リスト", ORDERS[act.order] as string, "発送日", parcel.shippedOn);
      return;
    }
    case "answer": {
      const parcel = paper.parcels[act.order] as Parcel;
      const asking = desk
        .rows("入出庫")
        .filter((row) => row.注文番号 === ORDERS[act.order] && row.確認事項 !== undefined);
      for (const row of asking) desk.types("入出庫", row.番号 as number, "商品の戻り", act.value);
      expect(asking.length > 0).toBe(parcel.asked);
      if (parcel.asked) parcel.answer = act.value;
      return;
    }
    case "add": {
      const movedOn = dayBefore(act.daysAgo);
      desk.adds("入出庫入力", { 商品コード: act.code, 区分: act.kind, 数量: act.quantity, 日付: movedOn });
      paper.rows.push({ code: act.code, kind: act.kind, quantity: act.quantity, day: movedOn });
      return;
    }
    case "edit":
    case "delete": {
      const row = desk.rows("入出庫入力")[act.row];
      if (row === undefined) return;
      const at = paper.rows.findIndex(
        (one) =>
          one.code === row.商品コード &&
          one.kind === row.区分 &&
          one.quantity === row.数量 &&
          one.day === (row.日付 ?? null),
      );
      const [old] = paper.rows.splice(at, 1);
      if (act.act === "delete") desk.deletes("入出庫入力", act.row + 1);
      else {
        desk.typesAt("入出庫入力", act.row + 1, "数量", act.quantity);
        paper.rows.push({ ...(old as Paper["rows"][number]), quantity: act.quantity });
      }
      return;
    }
    case "vanish": {
      const parcel = listed(act.row);
      if (parcel === undefined) return;
      const at = desk.rows("出荷リスト").findIndex((row) => row.注文番号 === ORDERS[act.row]);
      desk.deletes("出荷リスト", at + 1);
      parcel.listed = false;
      return;
    }
    case "sort":
      if ((desk.grid(act.sheet)[0] ?? []).includes(act.header)) desk.sorts(act.sheet, act.header, act.order);
      return;
    case "begin":
      if (paper.session !== undefined) return;
      desk.begins();
      paper.begin(now);
      return;
    case "end":
      if (paper.session === undefined) return;
      desk.ends();
      paper.pass(now);
      paper.session = undefined;
      return;
    case "killed":
      desk.killed(act.commits);
      desk.pass();
      paper.pass(now);
      return;
    case "pass":
      desk.pass();
      paper.pass(now);
      return;
  }
}

const shown = (desk: MemoryLedger) => CODES.map((one) => desk.stock(one).帳簿在庫 ?? null);

test("over any history of counts, shipments, cancellations, typed rows, sorts and cut-short runs, 帳簿在庫 is what a person would have on paper", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(acts, fc.integer({ min: 1, max: 900 }), fc.boolean()), { minLength: 4, maxLength: 30 }),
      (history) => {
        const desk = memoryLedger(CODES);
        const paper = new Paper();
        for (const number of ORDERS) desk.lists(number, GOODS[number] as Record<string, number>);
        for (const [act, gap, passes] of history) {
          desk.later(gap);
          perform(desk, paper, act);
          if (passes) perform(desk, paper, { act: "pass" });
          if (passes || ["pass", "killed", "begin", "end"].includes(act.act))
            expect(shown(desk)).toEqual(CODES.map((one) => paper.stock(one)));
        }
        desk.later(1);
        perform(desk, paper, { act: "pass" });
        expect(shown(desk)).toEqual(CODES.map((one) => paper.stock(one)));
        const sheets = ["入出庫", "在庫"].map((sheet) => structuredClone(desk.grid(sheet)));
        desk.later(1);
        expect(desk.pass().counts).toEqual({ booked: 0, takenBack: 0, counted: 0, typed: 0 });
        expect(["入出庫", "在庫"].map((sheet) => desk.grid(sheet))).toEqual(sheets);
      },
    ),
    { numRuns: 300 },
  );
});
