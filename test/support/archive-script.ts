import type { ArchivedRow, ArchiveStore, Batch } from "../../src/desk/archive/archive-store.ts";
import { bigQueryStore } from "../../src/desk/archive/bigquery/bigquery-store.ts";
import { digestOf } from "../../src/desk/archive/digest.ts";
import { defaultSettings } from "../../src/desk/settings/rules/settings.ts";
import { gasBigQuery } from "../../src/platform/gas-bigquery.ts";
import type { Cell } from "../../src/workbook/cell.ts";

/** A row as it travels between a test and a script. */
export type SentRow = Omit<ArchivedRow, "cells"> & { readonly cells: Readonly<Record<string, Cell>> };

const received = ({ cells, ...row }: SentRow): ArchivedRow => ({ ...row, cells: new Map(Object.entries(cells)) });
const sent = ({ cells, ...row }: ArchivedRow): SentRow => ({ ...row, cells: Object.fromEntries(cells) });

const store = (project: string): ArchiveStore =>
  bigQueryStore({
    bigQuery: gasBigQuery,
    settings: { ...defaultSettings, bigQueryProject: project, bigQueryDataset: "archive" },
    now: () => new Date(),
    sleep: (milliseconds) => Utilities.sleep(milliseconds),
  });

/** The store of archives in BigQuery, as a script of its own. */
export const storeActions = {
  prepare: (project: string) => store(project).prepare("2026-08"),
  put: (project: string, id: string, rows: readonly SentRow[]) => {
    const batch: Batch = { id, rows: rows.map(received) };
    store(project).put("2026-08", batch);
  },
  verify: (project: string, orders: readonly string[]) => store(project).verify("2026-08", orders),
  digest: (rows: readonly SentRow[]) => digestOf(rows.map(received)),
  ordersOf: (project: string, id: string) => store(project).ordersOf("2026-08", id),
  remove: (project: string, orders: readonly string[]) => store(project).remove("2026-08", orders),
  find: (project: string, order: string) => {
    const found = store(project).find(order);
    return found === undefined ? null : { ...found, rows: found.rows.map(sent) };
  },
  erase: (project: string, day: number) => store(project).erase(day, () => false),
};

Object.assign(globalThis, storeActions);
