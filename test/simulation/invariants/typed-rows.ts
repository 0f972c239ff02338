import { plain, type TypedRow, typedRow, typedText } from "../books.ts";
import { LEDGER, STOCK, TYPED } from "../declared.ts";
import type { Cell } from "../office.ts";
import { type Entry, entriesIn, movedBy, TYPED_KINDS, UNTYPED } from "../stock-book.ts";
import type { World } from "../world.ts";
import type { Invariant } from "./invariant.ts";
import { without } from "./without.ts";

/** What people typed of goods that came and went is in the books once, and nothing else is; and it stays as they typed it. */
export const typedBooked: Invariant = {
  name: "each typed row is booked once",
  broken: (world) => {
    world.comparisons.note(LEDGER, "商品コード", "区分", "理由", "入力した日付");
    const rows = rowsOf(world);
    const found = rows.map(typedText).sort();
    const expected = world.books.expected();
    return [
      ...without(expected, found).map((row) => `${TYPED}: people typed ${row}, and it is not there`),
      ...without(found, expected).map((row) => `${TYPED}: people did not type ${row}`),
      ...unlike(world, rows),
      ...entriesIn(world).flatMap((entry, _at, all) => wrongTime(entry, all)),
    ];
  },
};

function rowsOf({ office }: World): TypedRow[] {
  const view = office.view(TYPED);
  return view.rows.map((row) => typedRow(view, row)).filter((row) => Object.values(row).some((cell) => cell !== ""));
}

function unlike(world: World, rows: readonly TypedRow[]): string[] {
  const { office, ledger, books } = world;
  const stock = office.view(STOCK);
  const known = new Set(stock.rows.map((row) => plain(ledger.keyOf(stock, row))).filter((code) => code !== ""));
  const nameOf = (code: Cell) => books.nameOf(code, (name) => known.has(name));
  const entries = entriesIn(world);
  const takenBack = new Set(entries.flatMap(({ kind, takesBack }) => (kind === UNTYPED ? [Number(takesBack)] : [])));
  const booked = entries
    .filter(({ kind, parcel, id }) => TYPED_KINDS.includes(kind) && parcel === "" && !takenBack.has(id))
    .map(({ typedOn, code, kind, quantity, reason }) => textOf(typedOn, code, kind, quantity, reason));
  const typed = rows.flatMap((row) => {
    const code = nameOf(row.code);
    const moved = movedBy(row, known.has(code));
    return moved === undefined ? [] : [textOf(row.day, code, String(row.kind), moved, String(row.memo))];
  });
  return [
    ...without(typed, booked).map((row) => `${row} is typed, and not booked`),
    ...without(booked, typed).map((row) => `${row} is booked, and not typed`),
  ];
}

const textOf = (day: Cell, code: string, kind: string, moved: number, memo: string): string =>
  `${code} ${kind} ${moved} on ${day === "" ? "no day" : day} (${memo.trim()})`;

/**
 * A day that was over when it was recorded counts to its end; all else happened when it was recorded. A row that was
 * corrected keeps the time of what it was before.
 */
function wrongTime(entry: Entry, all: readonly Entry[]): string[] {
  const { id, kind, parcel, typedOn, at, recordedAt, code } = entry;
  if (!TYPED_KINDS.includes(kind) || parcel !== "") return [];
  const isPast = typeof typedOn === "number" && typedOn * DAY + DAY <= recordedAt;
  const isRight = isPast ? at === typedOn * DAY + DAY - 60 : at === recordedAt;
  const isCorrected = all.some(
    (other) => other.kind === UNTYPED && other.code === code && other.at === at && other.recordedAt === recordedAt,
  );
  return isRight || isCorrected
    ? []
    : [`entry ${id} of day ${typedOn || "none"} happened at ${at}, recorded at ${recordedAt}`];
}

const DAY = 86_400;
