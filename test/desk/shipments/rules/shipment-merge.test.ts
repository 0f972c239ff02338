import { expect, test } from "vitest";
import { unknownToShop } from "../../../../src/desk/shipments/rules/lost-orders.ts";
import { isOpen } from "../../../../src/desk/shipments/rules/open-rows.ts";
import { isWithheld } from "../../../../src/desk/shipments/rules/report-permission.ts";
import type { Shipment, ShipmentLine, ShipmentRules } from "../../../../src/desk/shipments/rules/shipment.ts";
import { type KnownOrder, type MergeContext, mergeOrder } from "../../../../src/desk/shipments/rules/shipment-merge.ts";
import type { StaffEntries } from "../../../../src/desk/shipments/rules/staff-entries.ts";
import type { Line, Order, Package } from "../../../../src/shop/order.ts";
import type { PaymentTargets } from "../../../../src/shop/payment-target.ts";
import type { Progress } from "../../../../src/shop/progress.ts";
import { destination, line, order } from "../../../support/order.ts";
import { plainWays } from "../../../support/rules.ts";

const now = new Date("2026-11-24T10:30:00+09:00");
const rules: ShipmentRules = {
  ...plainWays,
  delivery: () => ({ carrier: "1001", service: "ヤマト宅急便", temperature: "常温", leadDays: 2 }),
  band: () => "1416",
  productCode: (line) => line.manageNumber,
  productCodeName: "商品管理番号",
};
const targets: PaymentTargets = { default: 300, byCode: new Map(), excluded: new Set(), pastTarget: "taken" };
const context = (given: Partial<ShipmentRules> = {}): MergeContext => ({
  targets,
  rules: { ...rules, ...given },
  now,
  texts: { fieldName: (field) => field, valueText: (field, shipment) => String(shipment[field] ?? "") },
});
const NOTHING: KnownOrder = { shipments: [], lines: [] };

/** What the list has after an import of this order. */
const merged = (given: Partial<Order> = {}, known = NOTHING, given2: Partial<ShipmentRules> = {}) => {
  const result = mergeOrder(order(given), known, context(given2));
  if ("shipments" in result) return result;
  throw new Error(JSON.stringify(result));
};
const listed = (given: Partial<Order> = {}, rules2: Partial<ShipmentRules> = {}): KnownOrder =>
  asKnown(merged(given, NOTHING, rules2));
const asKnown = ({ shipments, lines }: ReturnType<typeof merged>, entries: Partial<StaffEntries> = {}): KnownOrder => ({
  shipments: shipments.map((shipment) => ({ shipment: { ...shipment, ...untouched, ...entries }, intact: true })),
  lines: lines.map((each) => ({ line: each, intact: true })),
});
/** Nobody has entered anything. */
const untouched: StaffEntries = {
  trackingNumber: "",
  shippedOn: null,
  carrier: "",
  shippingStatus: "",
  cancelConfirmed: false,
};
/** Somebody typed over cells of an import in the only row of the order, or of its first line. */
const typedOver = (known: KnownOrder, cells: Partial<Shipment>): KnownOrder => ({
  ...known,
  shipments: known.shipments.map(({ shipment }) => ({ shipment: { ...shipment, ...cells }, intact: false })),
});
const lineTypedOver = (known: KnownOrder, cells: Partial<ShipmentLine>): KnownOrder => ({
  ...known,
  lines: known.lines.map((row, at) => (at === 0 ? { line: { ...row.line, ...cells }, intact: false } : row)),
});
const taken = (given: Partial<Order> = {}, known = NOTHING, given2: Partial<ShipmentRules> = {}): readonly Shipment[] =>
  merged(given, known, given2).shipments;

const withLines = (...lines: Line[]): Partial<Order> => ({ packages: [destination({ lines })] });

test("an order at its target becomes one shipment a destination, with its lines", () => {
  expect(merged({ packages: [destination(), destination({ basketId: 2 })] })).toMatchObject({
    shipments: [{ basketId: "1", state: "取込済", units: 2 }, { basketId: "2" }],
    lines: [{ basketId: "1", units: 2 }, { basketId: "2" }],
  });
});

test.each<Progress>([100, 200, 400, 500, 600, 700, 800, 900])(
  "an order at %i is not taken while the target is 300, and the reason names its progress",
  (progress) => {
    expect(mergeOrder(order({ progress }), NOTHING, context())).toMatchObject({
      skipped: expect.stringContaining(String(progress)),
    });
  },
);

test("what did not change stays 取込済", () => {
  expect(taken({}, listed())).toEqual(taken());
});

test("a changed address marks the row and says from what to what", () => {
  const [moved] = taken(
    { packages: [destination({ addressee: { ...destination().addressee, street: "試験町9" } })] },
    listed(),
  );
  expect(moved).toMatchObject({
    state: "変更あり",
    changes: "11/24 10:30 street: 見本町1 → 試験町9",
    street: "試験町9",
  });
});

const other: Package["addressee"] = {
  name: "試験 花子",
  kana: "シケン ハナコ",
  postcode: "530-0001",
  prefecture: "大阪府",
  city: "試験区",
  street: "試験町9",
  phone: "06-0000-0000",
};
const { addressee: first } = destination();

test.each(Object.keys(first) as (keyof typeof first)[])(
  "another %s of the addressee takes the place of the old one, and is told",
  (field) => {
    const [row] = taken({ packages: [destination({ addressee: { ...first, [field]: other[field] } })] }, listed());
    expect(row).toMatchObject({ ...first, [field]: other[field], state: "変更あり" });
    expect(row?.changes).toBe(`11/24 10:30 ${field}: ${first[field] || "（空）"} → ${other[field]}`);
  },
);

test("whatever the shop changes of an order, its row is as if it were new, but for what it tells of the change", () => {
  const changed: Partial<Order> = {
    confirmedAt: 46351,
    orderType: "予約商品",
    subStatus: "確認済み",
    shopMemo: "別の店舗メモ",
    payment: { code: 9, name: "銀行振込" },
    deliveryMethod: "クール便",
    wishedDate: 46360,
    wishedTerm: 1416,
    remarks: "[備考:]\n別の備考",
    gift: true,
    wrappings: ["包装紙: 青"],
    ordererName: "試験 花子",
    requestPrice: 2345,
    couponTotal: 100,
    usedPoints: 50,
    nextDay: true,
    sameDay: true,
    packages: [
      destination({
        addressee: other,
        noshi: "御祝",
        goodsPrice: 2000,
        postage: 345,
        codFee: 330,
        dropOff: "玄関前",
        rakutenCarrier: "1002",
        lines: [line({ name: "別の品", units: 3, choice: "色:赤" })],
      }),
    ],
  };
  const [after] = taken(changed, listed());
  const [fresh] = taken(changed);
  const { changes, state } = after as Shipment;
  expect(after).toEqual({ ...fresh, changes, state });
});

test("earlier changes stay on record", () => {
  const once = asKnown(merged({ packages: [destination({ noshi: "御祝" })] }, listed()));
  const [twice] = taken({ packages: [destination({ noshi: "御礼" })] }, once);
  expect(twice?.changes.split("\n")).toEqual(["11/24 10:30 noshi: （空） → 御祝", "11/24 10:30 noshi: 御祝 → 御礼"]);
});

test.each<[Progress, string]>([
  [800, "取消"],
  [900, "取消"],
  [400, "保留"],
  [200, "保留"],
  [500, "出荷済"],
  [700, "出荷済"],
])("a listed order that went to %i becomes %s", (progress, state) => {
  expect(taken({ progress }, listed())).toMatchObject([{ state }]);
});

test("a cancellation that was taken back is shown as a change", () => {
  const cancelled = asKnown(merged({ progress: 800 }, listed()));
  expect(taken({}, cancelled)).toMatchObject([{ state: "変更あり", changes: expect.stringContaining("に戻りました") }]);
});

test("a destination that comes back into its order says just that", () => {
  const both = { packages: [destination(), destination({ basketId: 2 })] };
  const without = asKnown(merged({}, listed(both)));
  const changes = taken(both, without)[1]?.changes.split("\n");
  expect(changes).toEqual(["11/24 10:30 送付先が注文からなくなりました。", "11/24 10:30 送付先が注文に戻りました。"]);
});

test.each<Progress>([700, 900])(
  "a withdrawn destination follows its order to %i, and is closed with it",
  (progress) => {
    const without = asKnown(merged({}, listed({ packages: [destination(), destination({ basketId: 2 })] })));
    const over = taken({ progress }, without);
    expect(over[1]).toMatchObject({ basketId: "2", state: "取消" });
    expect(over.map(isOpen)).toEqual([false, false]);
  },
);

test("a cancellation that RMS answers without destinations closes the rows and says that it is one", () => {
  const [gone] = taken({ progress: 900, packages: [] }, listed());
  expect(gone).toMatchObject({
    state: "取消",
    changes: "11/24 10:30 ステータスが「900 キャンセル確定」になりました。",
  });
  expect(isOpen(gone as Shipment)).toBe(false);
});

test("an order that comes without a destination is an error that names it, and not a silent nothing", () => {
  expect(mergeOrder(order({ packages: [] }), NOTHING, context())).toMatchObject({
    fault: { subject: order().number, reason: expect.stringContaining("送付先がありません") },
  });
});

test.each<[string, Line[]]>([
  ["without lines", []],
  ["with lines of 0 units", [line({ units: 0 })]],
])("a destination %s asks for a look", (_, lines) => {
  expect(taken(withLines(...lines))).toMatchObject([
    { state: "要確認", questions: expect.stringContaining("出荷する商品がありません"), units: 0, lineCount: 0 },
  ]);
});

test("a destination that left the order is withdrawn, one that joined it is announced", () => {
  const shipments = taken({ packages: [destination({ basketId: 2 })] }, listed());
  expect(shipments).toMatchObject([
    { basketId: "2", state: "変更あり", changes: expect.stringContaining("追加") },
    { basketId: "1", state: "取消" },
  ]);
});

test("what somebody typed over is told before the shop's value takes its place", () => {
  expect(taken({}, typedOver(listed(), { street: "別の町", shopNote: "電話済" }))).toMatchObject([
    {
      state: "変更あり",
      street: "見本町1",
      shopNote: "",
      changes: [
        "11/24 10:30 street: 別の町 → 見本町1（シート上の書き換えを含みます）",
        "11/24 10:30 shopNote: 電話済 → （空）（シート上の書き換えを含みます）",
      ].join("\n"),
    },
  ]);
});

test("a note that somebody typed into an API cell does not hide what the shop changed meanwhile", () => {
  const [row] = taken(
    {
      packages: [
        destination({ addressee: { ...destination().addressee, street: "試験町9" }, lines: [line({ units: 7 })] }),
      ],
      wishedTerm: 1,
    },
    typedOver(listed(), { shopNote: "電話済" }),
  );
  expect(row).toMatchObject({ state: "変更あり", units: 7 });
  expect(row?.changes.split("\n")).toEqual([
    "11/24 10:30 wishedTerm: （空） → 午前（シート上の書き換えを含みます）",
    "11/24 10:30 street: 見本町1 → 試験町9（シート上の書き換えを含みます）",
    "11/24 10:30 shopNote: 電話済 → （空）（シート上の書き換えを含みます）",
    "11/24 10:30 数量: 見本品 2 → 7",
  ]);
});

test("what a parcel holds follows its lines, which tell of themselves, also on a row that somebody typed into", () => {
  const changed = ["数量: 見本品 2 → 7"].map((note) => `11/24 10:30 ${note}`).join("\n");
  expect(taken(withLines(line({ units: 7 })), listed())).toMatchObject([{ goods: "見本品 ×7", changes: changed }]);
  const row = taken(withLines(line({ units: 7 })), typedOver(listed(), { shopNote: "電話済" }))[0];
  expect(row?.changes).not.toContain("goods");
  const overtyped = taken({}, typedOver(listed(), { goods: "別の物" }))[0];
  expect(overtyped).toMatchObject({
    goods: "見本品 ×2",
    changes: expect.stringContaining("goods: 別の物 → 見本品 ×2"),
  });
});

test("cells that were emptied, as those of a column that was deleted and set up again, are filled again without a word", () => {
  const emptied = typedOver(listed({}), { street: "", payment: "", units: null, requestPrice: null, orderer: "" });
  expect(taken({}, emptied)).toEqual(taken());
  expect(taken({}, lineTypedOver(listed(), { name: "", units: null }))).toEqual(taken());
});

test("who empties 変更内容 has seen the changes", () => {
  const changed = asKnown(merged(withLines(line({ units: 3 })), listed()));
  expect(taken(withLines(line({ units: 3 })), typedOver(changed, { changes: "" }))).toMatchObject([
    { state: "取込済", changes: "" },
  ]);
});

test("a line that somebody typed over is restored with a word, and hides no change of the others", () => {
  const two = (a: number, b: number) =>
    withLines(line({ name: "甲", units: a }), line({ detailId: 2, name: "乙", units: b }));
  expect(taken(two(2, 1), lineTypedOver(listed(two(1, 2)), { name: "甲(赤い箱)" }))[0]?.changes.split("\n")).toEqual([
    "11/24 10:30 出荷明細の書き換えを元に戻しました: 甲",
    "11/24 10:30 数量: 甲 1 → 2（シート上の書き換えを含みます）",
    "11/24 10:30 数量: 乙 2 → 1",
  ]);
});

const [row] = taken();
const inState = (state: Shipment["state"], intact = true) => ({
  shipment: { ...(row as Shipment), ...untouched, state },
  intact,
});

test("an order that RMS no longer knows stays on its row and asks for a look", () => {
  const asked = unknownToShop(inState("取込済"));
  expect(asked).toMatchObject({ state: "要確認", street: "見本町1" });
  const known = { shipment: { ...asked, ...untouched }, intact: true };
  expect(unknownToShop(known)).toMatchObject(asked);
  expect(taken({}, { shipments: [known], lines: listed().lines })).toEqual(taken());
});

test("a row on which nothing is left to do stays as it is when RMS forgets its order, unless its number was typed over", () => {
  for (const state of ["取消", "出荷済"] as const) {
    expect(unknownToShop(inState(state))).toMatchObject({ state, questions: "" });
    expect(unknownToShop(inState(state, false)).state).toBe("要確認");
  }
});

test.each<[string, boolean]>([
  ["300 発送待ち", true],
  ["800 キャンセル確定待ち", true],
  ["500 発送済", false],
  ["900 キャンセル確定", false],
  ["", true],
])("a row at %j is refreshed: %s", (progress, open) => {
  expect(isOpen({ progress })).toBe(open);
});

test("an order with an excluded payment method does not join the list; one that is on it goes on", () => {
  const excluded = { ...context(), targets: { ...targets, excluded: new Set([1]) } };
  expect(mergeOrder(order(), NOTHING, excluded)).toEqual({ skipped: expect.stringContaining("取込対象外の支払方法") });
  expect(mergeOrder(order(), listed(), excluded)).toMatchObject({ shipments: [{ state: "取込済" }] });
});

const targeted = (target: Progress): MergeContext => ({ ...context(), targets: { ...targets, default: target } });
const later = (code: number) => new Map<number, Progress>([[code, 300]]);
type Taken = ReturnType<typeof merged>;
/** Taken at its target. */
const listedAt = (progress: Progress): KnownOrder =>
  asKnown(mergeOrder(order({ progress }), NOTHING, targeted(progress)) as Taken);

test("a row that falls out because the target changed is held, and says by which target", () => {
  const { questions, ...row } = (mergeOrder(order({ progress: 200 }), listedAt(200), targeted(300)) as Taken)
    .shipments[0] as Shipment;
  expect(row).toMatchObject({ state: "保留", changes: "" });
  expect(questions).toMatch(/「200 楽天処理中」で.*連携対象支払方法ステータス（300 発送待ち）より前/);
});

test("a row that falls out because its payment method has another target is held, and plain again once that is undone", () => {
  const byBank = { payment: { code: 9, name: "銀行振込" }, progress: 200 as Progress };
  const twoTargets = { ...targeted(200), targets: { ...targets, default: 200 as Progress, byCode: later(9) } };
  const left = mergeOrder(order(byBank), listedAt(200), twoTargets) as Taken;
  expect(left.shipments[0]).toMatchObject({
    state: "保留",
    questions: expect.stringMatching(/支払方法「銀行振込」の.*（300 発送待ち）より前/),
    changes: "11/24 10:30 payment: クレジットカード → 銀行振込",
  });
  const settled = { ...twoTargets, targets: { ...twoTargets.targets, byCode: new Map() } };
  expect(mergeOrder(order(byBank), asKnown(left), settled)).toMatchObject({
    shipments: [{ state: "変更あり", questions: "" }],
  });
});

test.each<[string, Line[], string]>([
  ["another quantity", [line({ units: 3 })], "数量: 見本品 2 → 3"],
  ["one product more", [line(), line({ detailId: 2, name: "おまけ", units: 1 })], "商品追加: おまけ ×1"],
  ["another choice", [line({ choice: "色:赤" })], "項目選択肢: 見本品 （空） → 色:赤"],
])("%s is told on the shipment's row", (_, lines, change) => {
  expect(taken(withLines(...lines), listed())).toMatchObject([{ state: "変更あり", changes: `11/24 10:30 ${change}` }]);
});

test("a product that left the order is told, and its line stays with nothing to pack", () => {
  const two = listed(withLines(line(), line({ detailId: 2, name: "おまけ", units: 1 })));
  const after = merged({}, two);
  expect(after.shipments[0]?.changes).toBe("11/24 10:30 商品削除: おまけ ×1");
  expect(after.lines).toMatchObject([{ detailId: "1" }, { detailId: "2", units: 0 }]);
  expect(merged({}, asKnown(after)).shipments[0]?.changes).toBe("11/24 10:30 商品削除: おまけ ×1");
});

test("a row that people deleted comes back and says that it was on the list before", () => {
  const both = { packages: [destination(), destination({ basketId: 2, lines: [line({ detailId: 2 })] })] };
  const known = listed(both);
  const again = expect.stringMatching(/^11\/24 10:30 以前も出荷リストにありました.*二重に出荷しないよう確認/);
  expect(taken(both, { ...known, shipments: [] })).toMatchObject([
    { state: "変更あり", changes: again },
    { state: "変更あり", changes: again },
  ]);
  expect(taken(both, { ...known, shipments: known.shipments.slice(0, 1) })).toMatchObject([
    { state: "取込済", changes: "" },
    { state: "変更あり", changes: again },
  ]);
});

test("a destination that left, whose row people then deleted, comes back as both", () => {
  const both = { packages: [destination(), destination({ basketId: 2, lines: [line({ detailId: 2 })] })] };
  const without = asKnown(merged({}, listed(both)));
  const [, back] = taken(both, { ...without, shipments: without.shipments.slice(0, 1) });
  expect(back?.changes).toMatch(/送付先が注文に戻りました。以前も出荷リストにありました/);
});

test("a line that people deleted from the sheet is no change of the order", () => {
  expect(taken({}, { ...listed(), lines: [] })).toEqual(taken());
});

test("after a line went down to 0 units, changes of the others are told as before", () => {
  const three = (a: number, b: number, c: number) =>
    withLines(
      line({ name: "甲", units: a }),
      line({ detailId: 2, name: "乙", units: b }),
      line({ detailId: 3, name: "丙", units: c }),
    );
  const none = asKnown(merged(three(1, 2, 0), listed(three(1, 2, 1))));
  expect(none.shipments[0]?.shipment).toMatchObject({ changes: "11/24 10:30 数量: 丙 1 → 0", lineCount: 2 });
  expect(
    taken(three(2, 1, 0), none)[0]
      ?.changes.split("\n")
      .slice(1),
  ).toEqual(["11/24 10:30 数量: 甲 1 → 2", "11/24 10:30 数量: 乙 2 → 1"]);
  expect(taken(three(1, 2, 0), listed(three(1, 2, 0)))[0]?.changes).toBe("");
});

test.each<[string, Partial<Order>, string]>([
  ["代引料", { packages: [destination({ codFee: 330 })] }, "codFee: 0 → 330"],
  ["請求金額", { requestPrice: 1330 }, "requestPrice: 1000 → 1330"],
])("another %s is told: a slip with the old sum may be printed", (_, given, change) => {
  expect(taken(given, listed())).toMatchObject([{ state: "変更あり", changes: `11/24 10:30 ${change}` }]);
});

test("an order is held until the amounts that its payment method needs are fixed; that they are is no change", () => {
  const unfixed = listed({ requestPrice: null, packages: [destination({ codFee: null })] });
  expect(unfixed.shipments[0]?.shipment).toMatchObject({
    state: "保留",
    questions: expect.stringMatching(/請求金額.*が未確定です/),
  });
  expect(taken({}, unfixed)).toEqual(taken());
});

test("a long text is told shortened, and the newest change is always among those that are kept", () => {
  const remarks = (char: string) => ({ remarks: char.repeat(10_000) });
  let known = listed(remarks("あ"));
  for (const char of ["い", "う", "え"]) known = asKnown(merged(remarks(char), known));
  expect(known.shipments[0]?.shipment.changes.length).toBeLessThan(1500);
  const typed = typedOver(known, { changes: "手書き".repeat(16_600) });
  const [row] = taken({ ...remarks("え"), requestPrice: 2000 }, typed);
  expect(row?.changes).toBe("11/24 10:30 requestPrice: 1000 → 2000（シート上の書き換えを含みます）");
});

const remapped = {
  delivery: () => ({ carrier: "1002", service: "佐川急便", temperature: "冷蔵", leadDays: 3 }) as const,
};

test.each<Partial<StaffEntries>>([{ trackingNumber: "1234" }, { carrier: "ヤマト運輸" }, { shippingStatus: "梱包済" }])(
  "who has begun to pack (%o) hears that the masters now want it to go out otherwise",
  (entries) => {
    const wished = { wishedDate: 46360 };
    expect(taken(wished, asKnown(merged(wished), entries), remapped)).toMatchObject([
      {
        state: "変更あり",
        changes: [
          "11/24 10:30 suggestedCarrier: 1001 ヤマト運輸 → 1002 佐川急便",
          "11/24 10:30 temperature: 常温 → 冷蔵",
          "11/24 10:30 shipOn: 46358 → 46357",
        ].join("\n"),
      },
    ]);
  },
);

test("rows that nobody has begun, or that waited for the master, just follow it", () => {
  expect(taken({}, asKnown(merged(), { shippingStatus: "未着手" }), remapped)).toMatchObject([
    { state: "取込済", suggestedCarrier: "1002 佐川急便" },
  ]);
  const waiting = asKnown(merged({ wishedDate: 46360 }, NOTHING, { delivery: () => "unmapped" }), {
    carrier: "佐川急便",
  });
  expect(taken({ wishedDate: 46360 }, waiting, remapped)).toMatchObject([{ state: "取込済", changes: "" }]);
});

const ticked = { trackingNumber: "1234", cancelConfirmed: true };
const unticked = { trackingNumber: "1234" };
const isHeldBack = (known: KnownOrder) => known.shipments.map(({ shipment }) => isWithheld(shipment));

test("a tick that was set before the cancellation does not count: it has to go and be set anew", () => {
  const cancelled = merged({ progress: 900 }, asKnown(merged(), ticked));
  expect(isHeldBack(asKnown(cancelled, ticked))).toEqual([true]);
  expect(cancelled.shipments[0]?.questions).toContain("一度外し");
  const still = merged({ progress: 900 }, asKnown(cancelled, ticked));
  expect(isHeldBack(asKnown(still, ticked))).toEqual([true]);
  const taken = merged({ progress: 900 }, asKnown(still, unticked));
  expect(taken.shipments[0]?.questions).toBe("");
  expect(isHeldBack(asKnown(taken, unticked))).toEqual([true]);
  expect(isHeldBack(asKnown(taken, ticked))).toEqual([false]);
});

test("a tick that answered one cancellation answers no later one", () => {
  const held = merged({ progress: 800 }, asKnown(merged(), unticked));
  expect(isHeldBack(asKnown(held, ticked))).toEqual([false]);
  const back = merged({}, asKnown(held, ticked));
  expect(back.shipments).toMatchObject([{ state: "変更あり", questions: expect.stringContaining("一度外し") }]);
  expect(isHeldBack(asKnown(merged({ progress: 900 }, asKnown(back, ticked)), ticked))).toEqual([true]);
});

test("a cancellation that becomes final keeps its answer, and so does a withdrawn destination", () => {
  const asked = merged({ progress: 800 }, asKnown(merged(), unticked));
  expect(isHeldBack(asKnown(merged({ progress: 900 }, asKnown(asked, ticked)), ticked))).toEqual([false]);
  const gone = merged({ packages: [destination({ basketId: 2 })] }, asKnown(merged(), ticked));
  expect(gone.shipments[1]).toMatchObject({ state: "取消", questions: expect.stringContaining("確認済") });
});

const awaited = { ...destination().addressee, prefecture: "入力待ち", city: "入力待ち", street: "入力待ち" };
const gift = (given: Partial<Package> = {}): Partial<Order> => ({
  packages: [destination({ addressee: awaited, awaiting: { until: 46356 }, ...given })],
});

test("a social gift whose address is awaited is held with its reason, and taken plainly once the address is there", () => {
  expect(taken(gift())).toMatchObject([{ state: "保留", questions: expect.stringContaining("入力期限は 2026/11/30") }]);
  expect(taken({}, listed(gift()))).toMatchObject([{ state: "取込済", questions: "", changes: "", city: "架空区" }]);
});

test("a held gift whose quantity changes meanwhile is 変更あり after its release", () => {
  const changed = asKnown(merged(gift({ lines: [line({ units: 5 })] }), listed(gift())));
  expect(changed.shipments[0]?.shipment.state).toBe("保留");
  expect(taken(withLines(line({ units: 5 })), changed)).toMatchObject([{ state: "変更あり" }]);
});

test("an unmapped delivery method makes the row 要確認 by name; once it is filled in, the row is as any other", () => {
  const open = listed({}, { delivery: () => "unmapped" });
  expect(open.shipments[0]?.shipment).toMatchObject({
    state: "要確認",
    questions: expect.stringContaining("「宅配便」"),
  });
  expect(taken({}, open)).toEqual(taken());
});

test("values that no master knows are handed on for the masters, and those of rows that are over are not", () => {
  const unknown = { delivery: () => "unknown" as const };
  expect(merged({}, NOTHING, unknown).unknown).toEqual([{ kind: "delivery", method: "宅配便" }]);
  expect(merged({ progress: 900 }, listed(), unknown).unknown).toEqual([]);
});

test("a line without a product code makes the row 要確認 and names the line", () => {
  expect(
    taken(withLines(line(), line({ detailId: 2, name: "無番品" })), NOTHING, {
      productCode: ({ name }) => (name === "無番品" ? "" : "1"),
    }),
  ).toMatchObject([{ state: "要確認", questions: "商品「無番品」に商品コード（商品管理番号）がありません。" }]);
});

test.each<[string, Partial<Order>, string]>([
  ["取消 before 保留", { ...gift(), progress: 900 }, "取消"],
  ["保留 before 要確認", gift(), "保留"],
  ["要確認 before 変更あり", withLines(line({ units: 9 })), "要確認"],
])("what weighs more is shown: %s", (_, given, state) => {
  const [row] = taken(given, listed({}, { delivery: () => "unmapped" }), { delivery: () => "unmapped" });
  expect(row?.state).toBe(state);
});

test("a change that 要確認 hid comes up as 変更あり once all is settled", () => {
  const unmapped = { delivery: () => "unmapped" as const };
  const hidden = asKnown(merged(withLines(line({ units: 9 })), listed({}, unmapped), unmapped));
  expect(taken(withLines(line({ units: 9 })), hidden)).toMatchObject([
    { state: "変更あり", changes: "11/24 10:30 数量: 見本品 2 → 9" },
  ]);
});

test.each<Progress>([500, 800, 900])("a row that ends with %i warns of nothing any more", (progress) => {
  const wrongPostcode = { ...destination().addressee, postcode: "900-0001" };
  const packages = [destination({ addressee: wrongPostcode })];
  const known = listed({ packages });
  expect(known.shipments[0]?.shipment.warnings).toContain("900-0001");
  expect(taken({ packages, progress }, known).map(({ warnings }) => warnings)).toEqual([""]);
});
