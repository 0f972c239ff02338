import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from "@duckdb/node-api";

export type Parameters = Readonly<Record<string, string | number | null | readonly string[]>>;

/** DuckDB under the tables of BigQuery: loaded, and its file made, when first asked for something. */
export interface Warehouse {
  /** One piece of work at a time, all of it or nothing. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface Result {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Big integers, dates and times as texts. */
  readonly rows: readonly (readonly unknown[])[];
  /** How many rows a statement changed. */
  readonly changed: number;
}

export interface Sql {
  run(statement: string, parameters?: Parameters): Promise<Result>;
  /** Adds rows of texts to a table whose columns are all texts. */
  append(table: string, rows: readonly (readonly (string | null)[])[]): Promise<void>;
}

export const quoted = (...names: readonly string[]): string =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join(".");

export function openWarehouse(file: string | undefined): Warehouse {
  let opened: Promise<{ readonly instance: DuckDBInstance; readonly connection: DuckDBConnection }> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function open() {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const instance = await DuckDBInstance.create(file ?? ":memory:", { threads: "1" });
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run("CREATE TABLE IF NOT EXISTS resources (kind VARCHAR, id VARCHAR, body VARCHAR)");
    return { instance, connection };
  }

  async function inTransaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    opened ??= open();
    const { connection } = await opened;
    await connection.run("BEGIN");
    try {
      const result = await work(sqlOf(connection));
      await connection.run("COMMIT");
      return result;
    } catch (error) {
      await connection.run("ROLLBACK");
      throw error;
    }
  }

  return {
    transaction(work) {
      const mine = last.then(() => inTransaction(work));
      last = mine.catch(() => {});
      return mine;
    },
    async close() {
      await last;
      if (opened === undefined) return;
      const { instance, connection } = await opened;
      opened = undefined;
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const sqlOf = (connection: DuckDBConnection): Sql => ({
  async run(statement, parameters = {}) {
    const reader = await connection.runAndReadAll(statement, await bound(parameters));
    const types = reader.columnTypes().map(String);
    return {
      columns: reader.columnNames().map((name, at) => ({ name, type: types[at]! })),
      rows: reader.getRowsJson(),
      changed: reader.rowsChanged,
    };
  },
  async append(table, rows) {
    const appender = await connection.createAppender(table);
    for (const row of rows) {
      for (const value of row) {
        if (value === null) appender.appendNull();
        else appender.appendVarchar(value);
      }
      appender.endRow();
    }
    appender.closeSync();
  },
});

async function bound(parameters: Parameters): Promise<Record<string, DuckDBValue>> {
  const { listValue } = await import("@duckdb/node-api");
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === "object" && value !== null ? listValue([...value]) : value,
    ]),
  );
}
