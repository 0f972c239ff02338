import type { Sql } from "./warehouse.ts";

/** What exists beside the rows: datasets, tables and jobs, each by its full id. */
export interface Catalog {
  find<Body>(kind: Kind, id: string): Promise<Body | undefined>;
  /** In the order in which they came. */
  all<Body>(kind: Kind, prefix: string): Promise<Body[]>;
  put(kind: Kind, id: string, body: object): Promise<void>;
}

export type Kind = "dataset" | "table" | "job";

export const catalogOf = ({ run }: Sql): Catalog => ({
  async find<Body>(kind: Kind, id: string) {
    const { rows } = await run("SELECT body FROM resources WHERE kind = $kind AND id = $id", { kind, id });
    return rows[0] === undefined ? undefined : (JSON.parse(rows[0][0] as string) as Body);
  },
  async all<Body>(kind: Kind, prefix: string) {
    const { rows } = await run(
      "SELECT body FROM resources WHERE kind = $kind AND starts_with(id, $prefix) ORDER BY rowid",
      { kind, prefix },
    );
    return rows.map(([body]) => JSON.parse(body as string) as Body);
  },
  async put(kind, id, body) {
    const text = JSON.stringify(body);
    const { changed } = await run("UPDATE resources SET body = $text WHERE kind = $kind AND id = $id", {
      text,
      kind,
      id,
    });
    if (changed === 0) await run("INSERT INTO resources VALUES ($kind, $id, $text)", { kind, id, text });
  },
});
