import { OPERATOR } from "../../../workbench/workbench.ts";
import { CONDITIONS, isRowOf } from "../conditions.ts";
import {
  BANDS,
  CLOSED_DAYS,
  CONDITION_ROWS,
  choicesOf,
  DELIVERIES,
  keyHeaders,
  LEAD_TIMES,
  PAYMENTS,
} from "../declared.ts";
import { cellIn } from "../goods.ts";
import { SEPARATOR } from "../ledger.ts";
import type { Cell, View, ViewRow } from "../office.ts";
import type { World } from "../world.ts";
import { cellRequest, placeText } from "./people.ts";
import { removeRow } from "./rows.ts";
import type { Step } from "./step.ts";
import { typeInto } from "./stock.ts";

/** Carriers that the shop works with; their bands are not all in the master. */
const CARRIERS = ["1001 ヤマト運輸", "1002 佐川急便", "1003 日本郵便"];
const TARGETS = ["100 注文確認待ち", "200 楽天処理中", "300 発送待ち", "300 発送待ち"];

/** 配送方法 and payment methods of the shop's orders; the last 配送方法 is in no master at first. */
export const METHODS = ["宅配便", "メール便", "特急便"] as const;
export const PAYMENT_CODES = [1, 2, 9] as const;

/** Where parcels go. */
export const ADDRESSES = [
  { prefecture: "東京都", zipCode1: "100" },
  { prefecture: "東京都", zipCode1: "100" },
  { prefecture: "沖縄県", zipCode1: "900" },
] as const;

const PLACES: readonly string[] = [...ADDRESSES.map(({ prefecture }) => prefecture), "離島"];
const DAYS: readonly string[] = ["金曜日", "木曜日", "祝日"];

/** What the shop's orders use is what an operator looks after. */
const isUsed = (sheet: Master, [first = ""]: readonly string[]): boolean => {
  const used = {
    [DELIVERIES]: METHODS,
    [PAYMENTS]: PAYMENT_CODES.map(String),
    [LEAD_TIMES]: PLACES,
    [CLOSED_DAYS]: DAYS,
  };
  return sheet === BANDS || (used[sheet] as readonly string[]).includes(first);
};

const COLUMNS = {
  [DELIVERIES]: [
    [5, "配送会社"],
    [1, "配送サービス名"],
    [1, "温度帯"],
    [1, "配送日数"],
  ],
  [BANDS]: [[1, "時間帯コード"]],
  [LEAD_TIMES]: [[1, "配送日数"]],
  [CLOSED_DAYS]: [[1, "区分"]],
  [PAYMENTS]: [
    [2, "連携対象支払方法ステータス"],
    [1, "取込対象外"],
  ],
} as const;
type Master = keyof typeof COLUMNS;

/** The operator fills in a row of a master, changes it, or empties what it depends on; now and then adds one for what has none of its own. */
export const fillInMaster: Step = {
  name: "fill in a master",
  by: "people",
  weight: 1.5,
  act: (world) =>
    (world.dice.chance(0.15) ? addException(world) : undefined) ??
    fillIn(
      world,
      world.dice.weighted([
        [4, DELIVERIES],
        [4, BANDS],
        [1, PAYMENTS],
        [2, LEAD_TIMES],
        [1, CLOSED_DAYS],
      ] as const),
    ),
};

/** A row that holds for a part of what another one is about: one carrier at purchase, or one service on the way to a place. */
function addException(world: World): string | undefined {
  const { dice } = world;
  const [carrier, other] = [dice.pick(CARRIERS), dice.pick(CARRIERS.slice(0, 2))];
  if (dice.chance(0.5))
    return addRow(world, DELIVERIES, {
      楽天の配送方法名: dice.pick(METHODS),
      楽天の配送会社: other,
      配送会社: dice.chance(0.1) ? "" : carrier,
      配送日数: dice.int(0, 3),
    });
  // Services that have no name of their own are called as their carriers.
  const 配送サービス名 = carrier.replace(/^\d+ /, "");
  return addRow(world, LEAD_TIMES, { 都道府県: dice.pick(PLACES), 配送サービス名, 配送日数: dice.int(0, 5) });
}

/** Somebody sets, stops, or takes away what orders are looked through for. */
export const changeCondition: Step = {
  name: "change a condition",
  by: "people",
  weight: 1,
  act(world) {
    const { dice, office, meddling, windows } = world;
    if (windows.areColumnsAstray()) return undefined;
    const condition = dice.pick(CONDITIONS);
    const view = office.view(CONDITION_ROWS);
    const row = view.rows.find((each) => isRowOf(condition, (header) => String(cellIn(view, each, header))));
    meddling.master(CONDITION_ROWS);
    if (row === undefined) {
      const { fits, ...cells } = condition;
      return addRow(world, CONDITION_ROWS, cells);
    }
    if (dice.chance(0.7)) return typeInto(world, view, row, { 有効: dice.pick(["有効", "停止", ""]) });
    const place = placeText(world, view, row);
    removeRow(world, view, row);
    return `${place} is deleted`;
  },
};

/** Below the last row of a master, where none of this key is there yet. */
export function addRow(world: World, sheet: string, cells: Readonly<Record<string, Cell>>): string | undefined {
  const { office, ledger, meddling, windows } = world;
  const view = office.view(sheet);
  const filled = Object.entries(cells).filter(([, value]) => value !== "");
  if (windows.areColumnsAstray() || filled.some(([header]) => !view.headers.includes(header))) return undefined;
  const key = keyHeaders(sheet).map((header) => String(cells[header] ?? ""));
  if (view.rows.some((row) => ledger.keyOf(view, row) === key.join(SEPARATOR))) return undefined;
  office.edit(OPERATOR, [
    { appendDimension: { sheetId: view.sheetId, dimension: "ROWS", length: 1 } },
    ...filled.map(([header, value]) => cellRequest(view, view.used, view.headers.indexOf(header), value)),
  ]);
  for (const [header, value] of filled) {
    const now = office.view(sheet);
    const row = now.rows.find(({ index }) => index === view.used);
    if (row !== undefined && ledger.isPeoples(sheet, header)) ledger.typed(now, row, header, value);
  }
  meddling.master(key[0] ?? "");
  return `${sheet}: ${key.join("/")} is added`;
}

/** Of each master a part, on the first day. */
export function fillInMasters(world: World): void {
  for (let n = world.dice.int(0, 3); n > 0; n--) addException(world);
  for (let n = world.dice.int(0, 3); n > 0; n--) changeCondition.act(world);
  for (let n = world.dice.int(0, 24); n > 0; n--) fillIn(world, DELIVERIES);
  for (let n = world.dice.int(0, 8); n > 0; n--) fillIn(world, BANDS);
  for (let n = world.dice.int(0, 2); n > 0; n--) fillIn(world, PAYMENTS);
  for (let n = world.dice.int(0, 4); n > 0; n--) fillIn(world, LEAD_TIMES);
}

/** Of each delivery service and band all that orders need. */
export function fillInDeliveries(world: World): void {
  for (const [sheet, header] of [
    [DELIVERIES, "配送会社"],
    [BANDS, "時間帯コード"],
  ] as const)
    for (const row of usedRows(world, sheet)) {
      const value = valueFor(world, sheet, header);
      if (value !== "") write(world, sheet, row, header, value);
    }
}

const partsOf = ({ ledger }: World, view: View, row: ViewRow): string[] => ledger.keyOf(view, row).split(SEPARATOR);

function usedRows(world: World, sheet: Master): ViewRow[] {
  const view = world.office.view(sheet);
  return view.rows.filter((row) => isUsed(sheet, partsOf(world, view, row)));
}

function fillIn(world: World, sheet: Master): string | undefined {
  const { dice } = world;
  const rows = usedRows(world, sheet);
  if (rows.length === 0) return undefined;
  const row = dice.pick(rows);
  const header = dice.weighted(COLUMNS[sheet] as readonly (readonly [number, string])[]);
  return write(world, sheet, row, header, valueFor(world, sheet, header));
}

function write(world: World, sheet: Master, row: ViewRow, header: string, value: Cell): string {
  const { office, ledger, meddling } = world;
  const view = office.view(sheet);
  office.edit(OPERATOR, [cellRequest(view, row.index, view.headers.indexOf(header), value)]);
  ledger.typed(view, row, header, value);
  meddling.master((sheet === BANDS ? partsOf(world, view, row).at(-1) : partsOf(world, view, row)[0]) ?? "");
  return `${placeText(world, view, row)}: 「${header}」 becomes ${value === "" ? "empty" : value}`;
}

function valueFor({ dice, token }: World, sheet: Master, header: string): Cell {
  if (dice.chance(0.15)) return "";
  if (header === "配送会社") return dice.pick(CARRIERS);
  if (header === "配送日数") return dice.int(0, 5);
  if (header === "時間帯コード") return dice.pick(["なし", String(dice.int(10, 99))]);
  if (header === "連携対象支払方法ステータス") return dice.pick(TARGETS);
  if (header === "取込対象外") return dice.chance(0.5);
  return dice.pick(choicesOf(sheet, header) ?? [token("便")]);
}
