import { OPERATOR } from "../../../workbench/workbench.ts";
import { TYPED_HEADERS, type TypedRow, typedRow, typedText } from "../books.ts";
import { choicesOf, isCountCell, LEDGER, SHIPMENTS, STOCK, TYPED } from "../declared.ts";
import { cellIn } from "../goods.ts";
import type { Cell, View, ViewRow } from "../office.ts";
import { startCount } from "../runs/registry.ts";
import type { World } from "../world.ts";
import { anyRow, band, cellRequest, placeText, typist } from "./people.ts";
import type { Step } from "./step.ts";

/** Somebody counts a product on the shelf, and writes it as people write numbers; now and then as none can be. */
export const countGoods: Step = {
  name: "count a product",
  by: "people",
  weight: 8,
  act(world) {
    const { office, dice, ledger, books, windows } = world;
    const view = office.view(STOCK);
    const row = anyRow(world, view);
    const column = view.headers.findIndex((header) => isCountCell(STOCK, header));
    if (row === undefined || column === -1 || ledger.keyOf(view, row) === "") return undefined;
    const value = dice.weighted<Cell>([
      [16, dice.int(0, 60)],
      [1, "１２"],
      [1, "1,200"],
      [1, ""],
      [0.5, dice.pick(["12個", "-", "3.5"])],
      [0.5, dice.pick([-3, 2.5])],
    ]);
    office.edit(typist(world, view, row.index, column), [cellRequest(view, row.index, column, value)]);
    const isEmptied = windows.hasLooked((execution) => world.runOf(execution)?.fn === startCount.fn);
    books.counted(ledger.keyOf(view, row), value, isEmptied);
    return `${placeText(world, view, row)}: 「棚卸数」 becomes ${value === "" ? "empty" : value}`;
  },
};

/** Somebody tells of goods that came or went. */
export const typeMovement: Step = {
  name: "type a movement",
  by: "people",
  weight: 6,
  act(world) {
    const { office, dice, books } = world;
    const view = office.view(TYPED);
    const known = view.rows.map((row) => typedRow(view, row));
    const alike = known.length > 0 && dice.chance(0.2) ? dice.pick(known) : undefined;
    const row = alike ?? freshRow(world);
    if (row === undefined || columnsOf(view).includes(-1) || world.windows.areColumnsAstray()) return undefined;
    office.edit(OPERATOR, [
      { appendDimension: { sheetId: view.sheetId, dimension: "ROWS", length: 1 } },
      ...cellsOf(view, view.used, row),
    ]);
    books.wrote(row);
    return `${TYPED}: row ${view.used + 1} says ${typedText(row)}`;
  },
};

const columnsOf = ({ headers }: View): number[] =>
  Object.values(TYPED_HEADERS).map((header) => headers.indexOf(header));

const cellsOf = (view: View, index: number, row: TypedRow): object[] =>
  (Object.keys(TYPED_HEADERS) as (keyof TypedRow)[]).map((name) =>
    cellRequest(view, index, view.headers.indexOf(TYPED_HEADERS[name]), row[name]),
  );

function freshRow(world: World): TypedRow | undefined {
  const { office, dice, ledger } = world;
  const stock = office.view(STOCK);
  const codes = stock.rows.map((row) => ledger.keyOf(stock, row)).filter((code) => code !== "");
  if (codes.length === 0) return undefined;
  const code = dice.pick(codes);
  const kind = dice.pick(choicesOf(TYPED, TYPED_HEADERS.kind) ?? []);
  const quantity = dice.int(1, 9) * (kind === "訂正" && dice.chance(0.5) ? -1 : 1);
  return {
    code: dice.chance(0.05) ? world.token("無い商品") : code,
    kind: dice.chance(0.05) ? "" : kind,
    quantity: dice.chance(0.08) ? dice.pick<Cell>([0, -2, 1.5, "3個", ""]) : quantity,
    day: dice.chance(0.5) ? "" : today(world) - dice.pick([-1, 0, 1, 2, 5]),
    memo: dice.chance(0.4) ? "" : world.token("メモ"),
  };
}

/** As a serial number of Sheets. */
export const today = ({ shop }: World): number => Math.floor((shop.now() + 9 * 3_600_000) / 86_400_000) + 25_569;

/** Somebody corrects what was typed, or takes it back. */
export const changeMovement: Step = {
  name: "change a movement",
  by: "people",
  weight: 3,
  act(world) {
    const { office, dice, books, windows } = world;
    const view = office.view(TYPED);
    const row = anyRow(world, view);
    if (row === undefined || columnsOf(view).includes(-1)) return undefined;
    const before = typedRow(view, row);
    const fresh = freshRow(world);
    const place = `${TYPED}: row ${row.index + 1} (${typedText(before)})`;
    if (Object.values(before).every((cell) => cell === "")) return undefined;
    books.tookAway(before);
    if (fresh === undefined || (dice.chance(0.4) && view.rowCount > 2)) {
      office.edit(OPERATOR, [{ deleteDimension: { range: band(view, "ROWS", row.index) } }]);
      windows.shift("rows", TYPED);
      return `${place} is deleted`;
    }
    const after = { ...before, ...pickedFrom(world, fresh) };
    office.edit(OPERATOR, cellsOf(view, row.index, after));
    books.wrote(after);
    return `${place} becomes ${typedText(after)}`;
  },
};

function pickedFrom({ dice }: World, fresh: TypedRow): Partial<TypedRow> {
  const { kind, quantity, day, memo, code } = fresh;
  return dice.pick<Partial<TypedRow>>([{ kind, quantity }, { kind, quantity }, { day }, { memo }, { code }]);
}

/** Staff pack and ship, mostly, and now and then see that they did not. */
export const markShipped: Step = {
  name: "mark a parcel shipped",
  by: "people",
  weight: 8,
  act(world) {
    const { dice, office } = world;
    const view = office.view(SHIPMENTS);
    const row = anyRow(world, view);
    if (row === undefined) return undefined;
    const isShipped = cellIn(view, row, "出荷ステータス") === "出荷済";
    const status = isShipped && dice.chance(0.6) ? dice.pick(["", "未着手", "梱包済"]) : "出荷済";
    return typeInto(world, view, row, {
      出荷ステータス: status,
      ...(dice.chance(0.3) ? { 発送日: today(world) - dice.int(0, 3) } : {}),
    });
  },
};

/** One cell after the other, as people do it. */
export function typeInto(
  world: World,
  view: View,
  row: ViewRow,
  cells: Readonly<Record<string, Cell>>,
): string | undefined {
  const { office, ledger } = world;
  const known = Object.entries(cells).filter(([header]) => view.headers.includes(header));
  if (known.length === 0) return undefined;
  const place = placeText(world, view, row);
  for (const [header, value] of known) {
    // One cell after the other: rows that are alike are told apart by what stands in them now.
    const now = office.view(view.sheet);
    const column = now.headers.indexOf(header);
    const typed = now.rows.find(({ index }) => index === row.index) ?? row;
    office.edit(typist(world, now, row.index, column), [cellRequest(now, row.index, column, value)]);
    ledger.typed(now, typed, header, value);
  }
  return `${place}: ${known.map(([header, value]) => `「${header}」 becomes ${value === "" ? "empty" : value}`).join(", ")}`;
}

/** Of parcels whose order was cancelled after they had left: whether the goods came back. */
export const answerReturn: Step = {
  name: "say whether goods came back",
  by: "people",
  weight: 6,
  act(world) {
    const { dice, office } = world;
    const view = office.view(LEDGER);
    const asking = view.rows.filter((row) => cellIn(view, row, "確認事項") !== "");
    if (asking.length === 0 || world.windows.areColumnsAstray()) return undefined;
    const answer = dice.weighted([
      [4, "戻った"],
      [2, "戻っていない"],
      [1, ""],
    ] as const);
    return typeInto(world, view, dice.pick(asking), { 商品の戻り: answer });
  },
};
