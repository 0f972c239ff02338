import { instantOf, type Serial, wallTime } from "../../../core/jst.ts";
import { sealOf } from "../../../workbook/declare/seal.ts";
import type { ArchivedRow, ArchiveStore, Batch, Part } from "../archive-store.ts";
import type { ArchiveTableName } from "../archive-tables.ts";
import { digestOf } from "../digest.ts";
import { BIGQUERY } from "../rules/bigquery-texts.ts";
import { type Access, accessTo, type BigQuerySource } from "./bigquery-access.ts";
import { lineOf, rowOf, selected } from "./bigquery-rows.ts";
import { DAY_COLUMN, personalFields } from "./bigquery-schema.ts";
import { loadOnce } from "./load.ts";
import { prepared, tableNames } from "./prepared.ts";
import { type Asked, dayParameter, found, listParameter, tableIn, textParameter, timeParameter } from "./queries.ts";

/**
 * Archives in BigQuery: two tables like the sheets, for all months. Rows are only ever added by load jobs and taken out by
 * their orders: a day's partition holds rows of other batches too.
 */
export function bigQueryStore(source: BigQuerySource): ArchiveStore {
  const access = accessTo(source);
  const { project, dataset } = access.place;
  let location: string | undefined;
  const ready = (): string => {
    location ??= prepared(access).location;
    return location;
  };
  return {
    title: BIGQUERY,
    prepare: () => void ready(),
    put(part, batch) {
      for (const table of tableNames) putTable(access, table, { part, batch, location: ready() });
    },
    verify: (part, orderNumbers) =>
      digestOf(tableNames.flatMap((table) => read(access, table, ofOrders(part, orderNumbers)))),
    ordersOf: (part, batchId) => ordersOf(access, part, batchId),
    remove(part, orderNumbers) {
      if (orderNumbers.length === 0) return;
      for (const table of tableNames) remove(access, table, ofOrders(part, orderNumbers));
    },
    find(orderNumber) {
      const rows = tableNames.flatMap((table) => rowsOf(access, table, orderNumber));
      return rows.length === 0
        ? undefined
        : { place: `${BIGQUERY}（${project}.${dataset}）`, link: linkTo(access), rows };
    },
    erase: (shippedBefore, isOver) => erase(access, { shippedBefore, now: source.now(), isOver }),
  };
}

/** A condition on the rows, with its parameters. */
interface Which {
  readonly where: string;
  readonly parameters: Asked["parameters"];
}

interface Put {
  readonly part: Part;
  readonly batch: Batch;
  readonly location: string;
}

function putTable(access: Access, table: ArchiveTableName, { part, batch, location }: Put): void {
  const orders = [...new Set(batch.rows.map(({ orderNumber }) => orderNumber))];
  const rows = batch.rows.filter((row) => row.table === table);
  const mine = isOf(ofOrders(part, orders), batch.id, "=");
  const isThere = () => count(access, table, mine) === rows.length;
  const there = count(access, table, mine);
  if (there !== rows.length) {
    if (there > 0) takeOut(access, table, mine);
    // Not of the lines, in which the time of archiving stands.
    const print = sealOf([access.place.dataset, digestOf(rows).checksum]).slice(1);
    loadOnce(access, { table, id: `${batch.id}-${print}`, lines: rows.map(lineOf), location, isThere });
  }
  remove(access, table, isOf(ofOrders(part, orders), batch.id, "!="));
}

/** A part is the month of shipping: its bounds spare the partitions of all others. */
function inMonth(part: Part): Which {
  const [year = 0, month = 0] = part.split("-").map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  return {
    where: `${DAY_COLUMN} >= @from AND ${DAY_COLUMN} < @until`,
    parameters: [dayParameter("from", `${part}-01`), dayParameter("until", `${next}-01`)],
  };
}

function ofOrders(part: Part, orderNumbers: readonly string[]): Which {
  const { where, parameters } = inMonth(part);
  return {
    where: `${where} AND orderNumber IN UNNEST(@orders)`,
    parameters: [...parameters, listParameter("orders", orderNumbers)],
  };
}

const isOf = ({ where, parameters }: Which, batch: string, how: "=" | "!="): Which => ({
  where: `${where} AND IFNULL(batch, '') ${how} @batch`,
  parameters: [...parameters, textParameter("batch", batch)],
});

const count = (access: Access, table: ArchiveTableName, { where, parameters }: Which): number =>
  Number(
    found(access, { query: `SELECT COUNT(*) AS n FROM ${tableIn(access.place, table)} WHERE ${where}`, parameters })
      .rows[0]?.[0] ?? 0,
  );

/** Most often there is nothing to take out, and counting is cheaper. */
function remove(access: Access, table: ArchiveTableName, which: Which): void {
  if (count(access, table, which) > 0) takeOut(access, table, which);
}

function takeOut(access: Access, table: ArchiveTableName, { where, parameters }: Which): void {
  found(access, { query: `DELETE FROM ${tableIn(access.place, table)} WHERE ${where}`, parameters });
}

function read(access: Access, table: ArchiveTableName, { where, parameters }: Which): ArchivedRow[] {
  const query = `SELECT ${selected(table)} FROM ${tableIn(access.place, table)} WHERE ${where}`;
  return found(access, { query, parameters }).rows.map((values) => rowOf(table, values));
}

const rowsOf = (access: Access, table: ArchiveTableName, orderNumber: string): ArchivedRow[] =>
  read(access, table, { where: "orderNumber = @order", parameters: [textParameter("order", orderNumber)] });

function ordersOf(access: Access, part: Part, batchId: string): string[] {
  const { where, parameters } = isOf(inMonth(part), batchId, "=");
  const orders = tableNames.flatMap((table) =>
    found(access, {
      query: `SELECT DISTINCT orderNumber FROM ${tableIn(access.place, table)} WHERE ${where}`,
      parameters,
    }).rows.map(([order]) => order ?? ""),
  );
  return [...new Set(orders)];
}

/** Of all that was shipped before, in one statement a table: when it was erased stands in the row afterwards. */
function erase(access: Access, { shippedBefore, now, isOver }: Erasure) {
  let rows = 0;
  for (const table of tableNames) {
    if (isOver()) return { rows, finished: false };
    const emptied = personalFields(table).map((name) => `\`${name}\` = NULL`);
    const query = `UPDATE ${tableIn(access.place, table)} SET ${emptied.join(", ")}, erasedAt = @now WHERE ${DAY_COLUMN} < @day AND erasedAt IS NULL`;
    const parameters = [
      dayParameter("day", wallTime(instantOf(shippedBefore)).slice(0, 10)),
      timeParameter("now", wallTime(now).slice(0, 19)),
    ];
    rows += found(access, { query, parameters }).affected;
  }
  return { rows, finished: true };
}

interface Erasure {
  readonly shippedBefore: Serial;
  readonly now: Date;
  readonly isOver: () => boolean;
}

const linkTo = ({ place }: Access): string =>
  `https://console.cloud.google.com/bigquery?project=${place.project}&p=${place.project}&d=${place.dataset}&t=shipments&page=table`;
