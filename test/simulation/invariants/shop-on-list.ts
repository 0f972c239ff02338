import type { ShopOrder } from "../../../workbench/rms/shop/order.ts";
import { plain } from "../books.ts";
import { same, show } from "../comparisons.ts";
import { CONDITIONS } from "../conditions.ts";
import { keyHeaders, LINES, SHIPMENTS } from "../declared.ts";
import { expectedDispatch } from "../expected-dispatch.ts";
import { askedByRecords, askedByRms, type ExpectedRow, expectedOrder } from "../expected-rows.ts";
import type { Cell, View, ViewRow } from "../office.ts";
import { ownParcels, sentIn } from "../parcel-cells.ts";
import type { Recipes } from "../recipes.ts";
import type { World } from "../world.ts";
import { type Desk, isExcluded, targetOf } from "./desk.ts";
import type { Invariant } from "./invariant.ts";

/** The list says of every order what the shop says: nothing lost, nothing doubled, every field equal. */
export const shopOnList: Invariant = {
  name: "the list and the shop agree",
  broken: (world, desk) => [...desk.orders.values()].flatMap((order) => differences(world, desk, order)),
};

/** What is wrong on the list about one order. */
export function differences(world: World, desk: Desk, order: ShopOrder): string[] {
  const { progress, shipments, lines: all } = expectedOrder(order, desk.now);
  const listed = rowsOf(world, desk.shipments, order.orderNumber);
  const detailed = rowsOf(world, desk.lines, order.orderNumber);
  const left = leftIn(desk.shipments, listed);
  const contents = (line: ExpectedRow) =>
    left.includes(String(line.送付先ID)) ? packedCells(world, desk, detailed, line) : setCells(desk.recipes, line);
  const field = world.goods.field === "manageNumber" ? "商品管理番号" : "システム連携用SKU番号";
  const lines = all
    .map((line): ExpectedRow => ({ ...line, 商品コード: line[field] ?? "" }))
    .map((line) => ({ ...line, ...(progress < 500 ? contents(line) : {}) }));
  const target = targetOf(desk, order) ?? 0;
  const due = progress <= 300 && progress >= target;
  const isWanted = due && !isExcluded(desk, order);
  if (listed.length === 0) return isWanted ? [`${order.orderNumber} is to be shipped and not on the list`] : [];
  const isOver = [500, 600, 700, 900].includes(progress);
  // Whose number was typed over, and something else besides, so that nothing proves it: such a row asks people what it is.
  const named = namedRows(world, desk.shipments, order.orderNumber);
  const isNameless = named.length < listed.length;
  // What people take from an order comes back while there is something left to do for it.
  const mayLack = (isOver || (isNameless && !isWanted)) && world.meddling.rowSince(order.orderNumber, 0);
  // With no row of that name left, it is not on the list as far as anybody can tell.
  if (mayLack && named.length === 0) return [];
  return [
    ...shipments.flatMap((row) => {
      const { cells, standing } =
        progress >= 500
          ? ended(progress)
          : openRow(
              world,
              desk,
              order,
              row,
              due,
              lines.filter((line) => line.送付先ID === row.送付先ID),
            );
      return compared(world, desk.shipments, listed, { ...row, ...cells }, keyHeaders(SHIPMENTS), mayLack, standing);
    }),
    ...lines.flatMap((row) => compared(world, desk.lines, detailed, row, keyHeaders(LINES), mayLack)),
    ...withdrawn(world, desk, order, listed, shipments),
  ];
}

export const rowsOf = ({ ledger }: World, view: View, orderNumber: string): ViewRow[] =>
  view.rows.filter((row) => ledger.keyOf(view, row).split("\u001f")[0] === orderNumber);

/** Those that say so. Where its number was typed over with more besides, nothing proves whose the row is. */
export const namedRows = (world: World, view: View, orderNumber: string): ViewRow[] =>
  rowsOf(world, view, orderNumber).filter((row) => cellsOf(view, row, "注文番号") === orderNumber);

/** The destinations that have left by what people say. */
export const leftIn = (view: View, rows: readonly ViewRow[]): string[] =>
  rows
    .filter((row) => cellsOf(view, row, "出荷ステータス") === "出荷済")
    .map((row) => String(cellsOf(view, row, "送付先ID")));

const cellsOf = ({ headers }: View, { cells }: ViewRow, header: string): Cell => cells[headers.indexOf(header)] ?? "";

/** What a line says of a set, for the warehouse to pick; of one that nobody can take apart, that people are to mend it. */
function setCells(recipes: Recipes, { 商品コード: code, 数量: units }: ExpectedRow): ExpectedRow {
  const recipe = units === 0 ? undefined : recipes.get(plain(code ?? ""));
  if (recipe === "refused") return { セット内訳: "", 確認事項: toMend(String(code)) };
  const parts = recipe?.map((portion) => `${portion.code} × ${portion.units * Number(units)}`) ?? [];
  return { セット内訳: parts.join("\n"), 確認事項: "" };
}

/** What has left stays as it was packed, by what was true of the set then, and for as many as the shop wanted then; and it asks nothing. */
function packedCells(
  { cookbook }: World,
  { lines, recipes }: Desk,
  detailed: readonly ViewRow[],
  line: ExpectedRow,
): ExpectedRow {
  const isIt = (row: ViewRow) =>
    keyHeaders(LINES).every((header) => String(cellsOf(lines, row, header)) === line[header]);
  const row = detailed.find(isIt);
  const packed = row === undefined ? "" : String(cellsOf(lines, row, "セット内訳"));
  const units = Array.from({ length: MOST_UNITS + 1 }, (_, n) => n);
  const wasTrue = cookbook.all.some((then) =>
    units.some((数量) => setCells(then, { ...line, 数量 }).セット内訳 === packed),
  );
  return { セット内訳: wasTrue ? packed : (setCells(recipes, line).セット内訳 ?? ""), 確認事項: "" };
}

/** No line of a simulated order has more. */
const MOST_UNITS = 20;

const toMend = (code: string): string =>
  `セット商品「${code}」の設定に誤りがあるため、内訳がわかりません。「セット商品」を直すと、次の取込で解消されます。`;

/** What a row may say of itself, by its own 変更内容; gives what is wrong. */
type Standing = (cell: (header: string) => string) => string[];

/** A row of an order that is to be shipped, or was and now is held: at 400, or moved back or retargeted so that it is too early. */
function openRow(
  world: World,
  desk: Desk,
  order: ShopOrder,
  row: ExpectedRow,
  due: boolean,
  lines: readonly ExpectedRow[],
): { cells: ExpectedRow; standing: Standing } {
  const { cells, asksFor, latest } = expectedDispatch(row, desk.masters);
  const gift = order.packages.find(({ basketId }) => String(basketId) === row.送付先ID)?.socialGift;
  const isAwaited = gift !== undefined && gift !== null && (gift.completed ?? Number.POSITIVE_INFINITY) > desk.now;
  return {
    cells,
    standing: (cell) => {
      // What people ticked 確認済 for asks no more; only that a tick came too early is told besides.
      const confirmed = cell("確認した内容").split("\n");
      const lastChange = cell("変更内容").split("\n").pop() ?? "";
      const settled = lastChange === "" || confirmed.includes(lastChange) ? "取込済" : "変更あり";
      const ofPeople = [
        ...(isSharedCod(order) ? ["代引金額"] : []),
        ...(lines.some((line) => line.商品コード === "") ? ["商品コード（"] : []),
        ...lines.map((line) => String(line.確認事項)).filter(Boolean),
        ...CONDITIONS.filter(({ メッセージ: message }) => desk.masters.conditions.has(message))
          .filter(({ fits }) =>
            fits(
              row,
              lines.filter((line) => line.数量 !== 0),
            ),
          )
          .map(({ メッセージ: message }) => message),
        ...lateness(desk, latest, cell),
        ...askedByRms(row),
        ...askedByRecords(row, ownParcels(cell)),
      ];
      const doubts = asksWhoseEntries(world, cell) ? [WHOSE] : [];
      const asked = [
        ...asksFor,
        ...doubts,
        ...ofPeople.filter((name) => !confirmed.some((line) => line.includes(name))),
      ];
      const held = [
        ...(due ? [] : [String(row.楽天ステータス)]),
        ...(isAwaited ? ["ソーシャルギフト"] : []),
        ...(row.請求金額 === "" ? ["請求金額）が未確定"] : []),
      ];
      const state = held.length > 0 ? "保留" : asked.length === 0 ? settled : "要確認";
      const named = [...held, ...asked];
      const questions = cell("確認事項").replace(/\n?「確認済」のチェックは今回の.*$/, "");
      return [
        ...(cell("連携状態") === state ? [] : [`「連携状態」 is ${show(cell("連携状態"))}, not ${state}`]),
        ...named.filter((name) => !questions.includes(name)).map((name) => `「確認事項」 does not name ${name}`),
        ...(named.length === 0 && questions !== "" ? [`「確認事項」 asks for ${questions}`] : []),
      ];
    },
  };
}

const WHOSE = "の行のものかもしれません";

/** As it may where people typed one number into two rows: it looks as if the cells of one had moved to the other. */
export const asksWhoseEntries = ({ ledger }: World, cell: (header: string) => Cell): boolean =>
  String(cell("確認事項")).includes(WHOSE) &&
  cell("伝票番号") !== "" &&
  ledger.everTyped(SHIPMENTS, "伝票番号", cell("伝票番号")).size > 1;

/** What was to leave on a day that is over, and nobody has begun to pack; or had not when the import looked. */
function lateness({ now }: Desk, latest: number | undefined, cell: (header: string) => string): string[] {
  const today = Math.floor(now / 86_400_000 + 9 / 24) + 25_569;
  if (latest === undefined || latest >= today) return [];
  const isBegun =
    cell("伝票番号") !== "" || cell("配送会社") !== "" || !["", "未着手"].includes(cell("出荷ステータス"));
  return isBegun && !cell("確認事項").includes(LATE) ? [] : [LATE];
}

const LATE = "を過ぎています";

/** Which part of the amount each destination's carrier collects, RMS does not say. */
const isSharedCod = ({ settlementMethodCode, packages }: ShopOrder): boolean =>
  settlementMethodCode === 2 && packages.length > 1;

function ended(progress: number): { cells: ExpectedRow; standing: Standing } {
  const state = [500, 600, 700].includes(progress) ? "出荷済" : "取消";
  return {
    cells: {},
    standing: (cell) => (cell("連携状態") === state ? [] : [`「連携状態」 is ${show(cell("連携状態"))}, not ${state}`]),
  };
}

function compared(
  { comparisons }: World,
  view: View,
  rows: readonly ViewRow[],
  expected: ExpectedRow,
  key: readonly string[],
  mayLack: boolean,
  standing?: Standing,
): string[] {
  const place = `${view.sheet}: ${key.map((header) => expected[header]).join("/")}`;
  const isIt = (row: ViewRow) => key.every((header) => String(cellsOf(view, row, header)) === expected[header]);
  const [row, ...more] = rows.filter(isIt);
  if (row === undefined) return mayLack ? [] : [`${place} is missing`];
  if (more.length > 0) return [`${place} is there ${more.length + 1} times`];
  comparisons.note(view.sheet, ...Object.keys(expected), ...(standing === undefined ? [] : ["連携状態", "確認事項"]));
  return [
    ...Object.entries(expected).flatMap(([header, value]) => {
      const cell = cellsOf(view, row, header);
      if (same(cell, value) || isLaterProgress(header, cell, value)) return [];
      if (isToldSince(header, (name) => cellsOf(view, row, name))) return [];
      return [`${place} 「${header}」 is ${show(cell)}, the shop says ${show(value)}`];
    }),
    ...(standing?.((header) => String(cellsOf(view, row, header))) ?? []).map((text) => `${place} ${text}`),
  ];
}

/** A row that is closed is not looked at again, while time moves its order from 500 to 700. */
const isLaterProgress = (header: string, cell: Cell, value: Cell): boolean =>
  header === "楽天ステータス" && /^[567]00 /.test(String(cell)) && /^[567]00 /.test(String(value));

/** Nor is it looked at again after a report of ours that corrects what RMS holds. */
const isToldSince = (header: string, cell: (header: string) => Cell): boolean =>
  /^RMSの/.test(header) && cell("連携状態") === "出荷済" && sentIn(cell).length > 0;

/** Destinations that the shop no longer has stay, marked; their lines, and lines taken out, have nothing left to pack. */
function withdrawn(
  world: World,
  desk: Desk,
  order: ShopOrder,
  listed: readonly ViewRow[],
  present: readonly ExpectedRow[],
): string[] {
  const baskets = new Set(present.map((row) => row.送付先ID));
  const gone = listed.filter((row) => !baskets.has(String(cellsOf(desk.shipments, row, "送付先ID"))));
  const known = new Set(
    order.packages.flatMap(({ basketId, lines }) =>
      lines.map((line) => `${basketId}/${line.itemDetailId}/${line.sku?.variantId ?? ""}`),
    ),
  );
  const idle = rowsOf(world, desk.lines, order.orderNumber).filter((row) => {
    const [basket, detail, sku] = ["送付先ID", "明細ID", "SKU管理番号"].map((header) =>
      cellsOf(desk.lines, row, header),
    );
    return !known.has(`${basket}/${detail}/${sku}`) && cellsOf(desk.lines, row, "数量") !== 0;
  });
  return [
    ...gone
      .filter((row) => cellsOf(desk.shipments, row, "連携状態") !== "取消")
      .map(
        (row) =>
          `${SHIPMENTS}: row ${row.index + 1} is a destination that ${order.orderNumber} no longer has, and does not say 取消`,
      ),
    ...idle.map(
      (row) =>
        `${desk.lines.sheet}: row ${row.index + 1} is no line of ${order.orderNumber} and still has something to pack`,
    ),
  ];
}
