import { serialOf, serialOfRms } from "../../src/core/jst.ts";
import type { ArchiveOutcome } from "../../src/desk/archive/archive-context.ts";
import { archiveStep, archiveStepTables } from "../../src/desk/archive/archive-step.ts";
import type { StoreSource } from "../../src/desk/archive/archive-store.ts";
import { defaultSettings, type Settings } from "../../src/desk/settings/rules/settings.ts";
import { shipmentLineTable } from "../../src/desk/shipments/shipment-line-table.ts";
import { shipmentTable } from "../../src/desk/shipments/shipment-table.ts";
import type { Elsewhere, Properties, Sheets } from "../../src/platform/ports.ts";
import { logTable } from "../../src/run/log-table.ts";
import { openBook } from "../../src/workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../src/workbook/commit/cells.ts";
import type { RowFor } from "../../src/workbook/declare/row.ts";
import type { Table } from "../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../src/workbook/set-up/set-up.ts";
import { OPERATOR } from "../../workbench/people.ts";
import { memoryProperties } from "./properties.ts";
import { engineElsewhere, engineSheets } from "./sheets-port.ts";

export const day = (text: string): number => serialOfRms(text) as number;

const tables = [...archiveStepTables, logTable];

/** What a writer has in a row of which nothing is known. */
const blankFor = (table: Table, writer: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(table.columns)
      .filter(([, column]) => column.writer === writer && !column.seal)
      .map(([name, { parse }]) => [name, parse(null) ?? null]),
  );

export interface ListedOrder {
  readonly number: string;
  readonly state?: string;
  readonly shippedOn?: string;
  readonly orderedAt?: string;
  /** Destinations, each with so many lines. */
  readonly parcels?: number;
  readonly lines?: number;
}

export const numbered = (nth: number, date = "20260801"): string => `123456-${date}-${String(nth).padStart(10, "0")}`;

/** A run that dies. */
export class Killed extends Error {}

/** A workbook with shipped orders, spreadsheets beside it, and the step that moves them: no shop and no other job. */
export function archiveDesk(given: Partial<Settings> = {}, seen?: (call: string, sent: object, got: object) => void) {
  const sheets = engineSheets();
  sheets.request("POST", ":batchUpdate", { requests: setUpRequests({ sheets: [] }, {}, { tables, who: OPERATOR }) });
  const notes = memoryProperties();
  const settings: Settings = { ...defaultSettings, archiveAfterDays: 60, ...given };
  let now = new Date("2026-11-24T03:10:00+09:00");
  const clock = { now: () => now, sleep: () => {} };
  let runs = 0;

  /** Calls of a run, and what happens before or after one of them. */
  const calls: string[] = [];
  let act: ((call: string, nth: number, after: boolean) => void) | undefined;
  const through = <Result>(call: string, work: () => Result): Result => {
    const nth = calls.push(call) - 1;
    act?.(call, nth, false);
    try {
      return work();
    } finally {
      act?.(call, nth, true);
    }
  };
  const doored = (port: Sheets, name: string): Sheets => {
    const call = <Sent extends object, Got extends object>(kind: string, sent: Sent, work: (sent: Sent) => Got): Got =>
      through(`${name}.${kind}`, () => {
        const got = work(sent);
        seen?.(`${name}.${kind}`, sent, got);
        return got;
      });
    return {
      get: (query) => call("get", query, port.get),
      batchUpdate: (request) => call("batchUpdate", request, port.batchUpdate),
    };
  };
  const others = engineElsewhere(sheets);
  const elsewhere: Elsewhere = {
    of: (id) => doored(others.of(id), "archive"),
    create: (properties) => through("create", () => others.create(properties)),
  };
  const doorNotes: Properties = {
    ...notes,
    set: (name, value) => through("notes.set", () => notes.set(name, value)),
    remove: (name) => through("notes.remove", () => notes.remove(name)),
  };
  const source: StoreSource = {
    elsewhere,
    notes: doorNotes,
    settings,
    now: clock.now,
    sleep: clock.sleep,
    who: OPERATOR,
    bigQuery: () => {
      throw new Error("no BigQuery here");
    },
  };

  const desk = {
    sheets,
    notes,
    calls,
    source,
    settings,
    now: () => now,
    at(text: string) {
      now = new Date(`${text}+09:00`);
    },
    /** Orders as imports and reports leave them, with what staff entered. */
    lists(...orders: readonly ListedOrder[]) {
      const entries: [string, Readonly<Record<string, unknown>>][] = [];
      const parcels = orders.flatMap((order) =>
        Array.from({ length: order.parcels ?? 1 }, (_, at) => ({ ...order, basketId: String(at + 1) })),
      );
      const shipments = parcels.map(({ number, basketId, ...order }) => {
        const shippedOn = day(order.shippedOn ?? "2026-08-20");
        if (order.state !== "取消")
          entries.push([`${number}\u001f${basketId}`, { shippedOn, carrier: "1001", shippingStatus: "出荷済" }]);
        return {
          ...blankFor(shipmentTable, "import"),
          orderNumber: number,
          basketId,
          state: order.state ?? "出荷済",
          progress: order.state === "取消" ? "900 キャンセル確定" : "500 発送済",
          orderedAt: day(order.orderedAt ?? "2026-08-01T12:34:56"),
          name: `見本 ${number.slice(-3)}`,
          postcode: "0010000",
          units: 2,
          remarks: "=1+1\n「007」",
        };
      });
      const lines = parcels.flatMap(({ number, basketId, lines: count = 2 }) =>
        Array.from({ length: count }, (_, at) => ({
          ...blankFor(shipmentLineTable, "import"),
          orderNumber: number,
          basketId,
          detailId: String(at + 1),
          variantId: "007",
          name: "見本品, 1",
          units: 1,
        })),
      );
      const open = openBook({ sheets, clock, tables, run: `list${++runs}` });
      open
        .plan([
          rowsFor(shipmentTable, "import", shipments as never[]),
          rowsFor(shipmentLineTable, "import", lines as never[]),
        ])
        .commit();
      const columns = shipmentTable.columns;
      const staff = new Map(
        entries.map(([key, row]) => [
          key,
          new Map(
            Object.entries(row).map(([name, value]) => [
              name,
              (columns[name as keyof typeof columns].write as (of: unknown) => string | number)(value),
            ]),
          ),
        ]),
      );
      openBook({ sheets, clock, tables, run: `staff${++runs}` })
        .plan([{ table: shipmentTable, cells: staff }])
        .commit({ mend: true });
    },
    /** One run of the step. `door` acts before and after each of its calls. */
    run(door?: typeof act, minutes = 4.5): ArchiveOutcome {
      calls.length = 0;
      act = door;
      const run = `run${++runs}`;
      const startedAt = now;
      try {
        const book = openBook({ sheets: doored(sheets, "book"), clock, tables, run });
        const logged = (moved: number): TableCells =>
          rowsFor(logTable, "run", [
            {
              ...(blankFor(logTable, "run") as unknown as RowFor<typeof logTable, "run">),
              id: run,
              startedAt: serialOf(startedAt),
              result: "実行中",
              updated: moved,
            },
          ]);
        return archiveStep({
          ...source,
          notify: () => {},
          book,
          deadline: new Date(now.getTime() + minutes * 60_000),
          progress: () => {},
          commit: (plan, extras, sofar) =>
            plan.commit({ ...extras, records: [...(extras.records ?? []), logged(sofar.moved)] }),
        });
      } finally {
        act = undefined;
      }
    },
    /** The rows of a sheet of one spreadsheet by header; blank cells are left out. */
    rows(sheet: string, spreadsheetId = sheets.spreadsheetId): Record<string, string | number | boolean>[] {
      const path = `/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(`'${sheet}'`)}?valueRenderOption=UNFORMATTED_VALUE`;
      const { body } = sheets.engine.handle({ method: "GET", path, user: OPERATOR });
      const [headers = [], ...rows] = (body as { values?: (string | number | boolean)[][] }).values ?? [];
      return rows
        .map((row) =>
          Object.fromEntries(row.map((cell, at) => [String(headers[at]), cell]).filter(([, cell]) => cell !== "")),
        )
        .filter((row) => Object.keys(row).length > 0);
    },
    /** Every other spreadsheet by its title. */
    archives(): Map<string, string> {
      const ids = sheets.engine.spreadsheetIds().filter((id) => id !== sheets.spreadsheetId);
      return new Map(
        ids.map((id) => {
          const { body } = sheets.engine.handle({
            method: "GET",
            path: `/v4/spreadsheets/${id}?fields=properties.title`,
            user: OPERATOR,
          });
          return [(body as { properties: { title: string } }).properties.title, id] as const;
        }),
      );
    },
    /** Orders with their parcels and lines, wherever they are: `place: number 1/2` has one parcel with two lines. */
    everywhere(): string[] {
      const places: [string, string][] = [["出荷リスト", sheets.spreadsheetId], ...desk.archives()];
      return places
        .flatMap(([place, id]) => {
          const parcels = desk.rows("出荷リスト", id);
          const lines = desk.rows("出荷明細", id);
          const numbers = [...new Set([...parcels, ...lines].map((row) => String(row.注文番号)))];
          const many = (rows: typeof parcels, number: string) => rows.filter((row) => row.注文番号 === number).length;
          return numbers.map((number) => `${place}: ${number} ${many(parcels, number)}/${many(lines, number)}`);
        })
        .sort();
    },
    /** The first row above the last one in which nothing stands; 0 where there is none. */
    blankRow(sheet: string): number {
      const path = `/values/${encodeURIComponent(`'${sheet}'`)}`;
      const { values: rows = [] } = sheets.request("GET", path) as { values?: unknown[][] };
      return Math.max(
        0,
        rows.findIndex((row) => row.every((cell) => cell === "" || cell === "FALSE")),
      );
    },
    change: (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests }),
    sheetId(sheet: string): number {
      const { sheets: all } = sheets.request("GET", "?fields=sheets.properties(title,sheetId)") as {
        sheets: { properties: { title: string; sheetId: number } }[];
      };
      return all.find(({ properties }) => properties.title === sheet)?.properties.sheetId as number;
    },
    /** Staff type into the row of an order. */
    types(number: string, header: string, value: string, sheet = "出荷リスト") {
      const path = `/values/${encodeURIComponent(`'${sheet}'`)}`;
      const [headers = [], ...rows] = (sheets.request("GET", path) as { values: string[][] }).values;
      const rowIndex = rows.findIndex((row) => row[0] === number) + 1;
      if (rowIndex === 0) throw new Error(`no row ${number}`);
      const start = { sheetId: desk.sheetId(sheet), rowIndex, columnIndex: headers.indexOf(header) };
      const userEnteredValue = value === "" ? {} : { stringValue: value };
      desk.change({ updateCells: { start, rows: [{ values: [{ userEnteredValue }] }], fields: "userEnteredValue" } });
    },
  };
  return desk;
}

export type ArchiveDesk = ReturnType<typeof archiveDesk>;
