import * as z from "zod/mini";
import { archiveChoices } from "../../core/archive-choices.ts";
import { serialOf } from "../../core/jst.ts";
import { linkTo } from "../../core/link.ts";
import { Problem } from "../../core/problem.ts";
import { type Properties, type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { stored } from "../../run/stored.ts";
import type { Cells } from "../../workbook/cell.ts";
import { type KeptSheets, keptSheets } from "../../workbook/commit/kept-sheets.ts";
import { personalColumns, type Table } from "../../workbook/declare/table.ts";
import { patientReads, sheetsProblem } from "../../workbook/read/patient-sheets.ts";
import { HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../workbook/set-up/look.ts";
import { setUpRequests } from "../../workbook/set-up/set-up.ts";
import type { ArchivedRow, ArchiveStore, Part, StoreSource } from "./archive-store.ts";
import { type ArchiveTableName, archiveTables } from "./archive-tables.ts";
import { digestOf } from "./digest.ts";
import { archiveTexts } from "./rules/archive-texts.ts";
import { partEnd } from "./rules/due.ts";

/** Which spreadsheet keeps which month. A copy of the workbook knows of none, and makes its own. */
const part = z.object({ id: z.string(), clean: z.boolean() });
const parts = stored("archives", z.record(z.string(), part), {} as Readonly<Record<Part, z.infer<typeof part>>>);
/** A month whose spreadsheet is about to be made. */
const beginning = stored("archives/beginning", z.string(), "");

const tables = Object.values(archiveTables);
const names = Object.keys(archiveTables) as ArchiveTableName[];

/** A spreadsheet for each month of shipping, of whoever moves the first order of that month. */
export function sheetsStore({ elsewhere, notes, now, sleep, who }: StoreSource): ArchiveStore {
  const clock = { now, sleep };
  const opened = new Map<Part, KeptSheets>();
  const known = () => parts.read(notes);
  const remember = (part: Part, id: string, clean: boolean) =>
    parts.write(notes, { ...known(), [part]: { id, clean } });

  /** Undefined where no order of the month was kept yet. */
  function opening(part: Part): KeptSheets | undefined {
    const id = known()[part]?.id;
    if (id === undefined) return undefined;
    const open = opened.get(part) ?? reaching(part, () => keptSheets(elsewhere.of(id), clock, tables));
    opened.set(part, open);
    return open;
  }

  function made(part: Part): string {
    const timeZone = "Asia/Tokyo";
    beginning.write(notes, part);
    const id = reaching(part, () =>
      elsewhere.create({ title: archiveTexts.preparing(part), locale: "ja_JP", timeZone }),
    );
    remember(part, id, true);
    beginning.forget(notes);
    return id;
  }

  function within<Result>(part: Part, work: (kept: KeptSheets) => Result, none: Result): Result {
    const kept = opening(part);
    return kept === undefined ? none : reaching(part, () => work(kept));
  }

  const goes = (orderNumbers: readonly string[]) => {
    const numbers = new Set(orderNumbers);
    return (key: string) => numbers.has(orderOf(key));
  };

  return {
    title: archiveChoices.sheets,
    prepare(part) {
      if (opened.has(part)) return;
      const id = known()[part]?.id ?? made(part);
      reaching(part, () => setUp(patientReads(elsewhere.of(id), clock), part, who));
      opening(part);
    },
    put(part, { rows }) {
      const isOfThese = goes(rows.map(({ orderNumber }) => orderNumber));
      const changes = names.map((name) => ({
        table: archiveTables[name],
        goes: isOfThese,
        rows: new Map(rows.filter(({ table }) => table === name).map(({ key, cells }) => [key, cells])),
      }));
      within(part, (sheets) => sheets.replace(changes), undefined);
      const entry = known()[part];
      if (entry?.clean) remember(part, entry.id, false);
    },
    verify: (part, orderNumbers) => digestOf(within(part, (sheets) => rowsIn(sheets, goes(orderNumbers)), [])),
    ordersOf(part, batchId) {
      const found = (sheets: KeptSheets) =>
        names.flatMap((name) =>
          [...sheets.columns(archiveTables[name], ["batch"])].flatMap(([key, cells]) =>
            cells.get("batch") === batchId ? [orderOf(key)] : [],
          ),
        );
      return [...new Set(within(part, found, [] as string[]))];
    },
    remove(part, orderNumbers) {
      const changes = tables.map((table) => ({ table, goes: goes(orderNumbers), rows: new Map() }));
      if (orderNumbers.length > 0) within(part, (sheets) => sheets.replace(changes), undefined);
    },
    find(orderNumber) {
      // It cannot have been shipped before it was ordered.
      const first = orderNumber.replace(/^\d+-(\d{4})(\d{2})\d*-.*$/, "$1-$2");
      let closed: unknown;
      for (const [part, { id }] of Object.entries(known()).sort()) {
        if (part < first) continue;
        try {
          const rows = within(part, (sheets) => rowsIn(sheets, goes([orderNumber])), []);
          if (rows.length > 0) return { place: archiveTexts.title(part), link: linkTo(id), rows };
        } catch (error) {
          closed ??= error;
        }
      }
      // It may be in the one that could not be opened.
      if (closed !== undefined) throw closed;
      return undefined;
    },
    erase(shippedBefore, isOver) {
      let count = 0;
      for (const [part, { id, clean }] of Object.entries(known()).sort()) {
        if (clean || monthStart(part) >= shippedBefore) continue;
        if (isOver()) return { rows: count, finished: false };
        const { erased, left } = within(part, (sheets) => erasedIn(sheets, shippedBefore, now()), NOTHING);
        count += erased;
        if (left === 0) remember(part, id, true);
      }
      return { rows: count, finished: true };
    },
  };
}

/** What people should know after a run that died while it made a spreadsheet: that is told once. */
export function leftOver(notes: Properties): string | undefined {
  const part = beginning.read(notes);
  beginning.forget(notes);
  return part === "" ? undefined : archiveTexts.leftOver(archiveTexts.preparing(part));
}

const NOTHING = { erased: 0, left: 0 };

const orderOf = (key: string): string => key.split("\u001f")[0] as string;

const monthStart = (part: Part): number => {
  const [year, month] = part.split("-").map(Number) as [number, number];
  return partEnd(month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`);
};

const rowsIn = (sheets: KeptSheets, isAsked: (key: string) => boolean): ArchivedRow[] =>
  names.flatMap((table) => {
    const keys = sheets.keys(archiveTables[table]).filter(isAsked);
    const rows: [string, Cells][] = keys.length === 0 ? [] : [...sheets.rows(archiveTables[table], keys)];
    return rows.map(([key, cells]) => ({ table, orderNumber: orderOf(key), key, cells }));
  });

function erasedIn(sheets: KeptSheets, shippedBefore: number, now: Date): typeof NOTHING {
  let [erased, left] = [0, 0];
  for (const table of tables) {
    const rows = [...sheets.columns(table, ["shippedDay", "erasedAt"])].filter(
      ([, cells]) => typeof cells.get("erasedAt") !== "number",
    );
    const due = rows.filter(([, cells]) => Number(cells.get("shippedDay") ?? 0) < shippedBefore).map(([key]) => key);
    left += rows.length - due.length;
    erased += due.length;
    if (due.length > 0) sheets.write(table, due, personalColumns(table), new Map([["erasedAt", serialOf(now)]]));
  }
  return { erased, left };
}

/** Makes what is missing of the two sheets; the title says that they are there. */
function setUp(sheets: Sheets, part: Part, who: string): void {
  const book = sheets.get({ fields: `${SHEET_FIELDS},properties.title` });
  const ranges = setUpRanges(book, tables as readonly Table[]);
  const looked = ranges.length === 0 ? {} : sheets.get({ ranges, fields: HEADER_FIELDS });
  const title = archiveTexts.title(part);
  const requests = [
    ...setUpRequests(book, looked, { tables, who }),
    ...(book.properties?.title === archiveTexts.preparing(part)
      ? [{ updateSpreadsheetProperties: { properties: { title }, fields: "title" } }]
      : []),
  ];
  if (requests.length > 0) sheets.batchUpdate({ requests });
}

/** What Google says of a spreadsheet that is not ours to see, in words that tell what to do. */
function reaching<Result>(part: Part, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const failure = error instanceof Problem ? error.cause : error;
    if (!(failure instanceof SheetsFailure)) throw error;
    if (failure.code === 403 || failure.code === 404)
      throw new Problem("fix", archiveTexts.unreachable(archiveTexts.title(part)), { cause: failure });
    throw error instanceof Problem ? error : sheetsProblem(failure);
  }
}
