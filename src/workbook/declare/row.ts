import type { RowIn, Table, ValueOf } from "./table.ts";

type ColumnsOf<T extends Table> = T["columns"];

/** A row as it is read: all its columns. */
export type RowOf<T extends Table> = RowIn<ColumnsOf<T>>;

/** The names of those who write in a table. */
export type WriterOf<T extends Table> = NonNullable<ColumnsOf<T>[keyof ColumnsOf<T>]["writer"]>;

type NameFor<T extends Table, Writer, Name extends keyof ColumnsOf<T>> = Name extends T["key"][number]
  ? Name
  : ColumnsOf<T>[Name] extends { readonly seal: true } | { readonly staffKey: true }
    ? never
    : ColumnsOf<T>[Name]["writer"] extends Writer
      ? Name
      : never;

/** A row as one writer writes it: the key and every column that is the writer's. The seal is made of them. */
export type RowFor<T extends Table, Writer extends string> = {
  readonly [Name in keyof ColumnsOf<T> as NameFor<T, Writer, Name>]: ValueOf<ColumnsOf<T>[Name]>;
};

/** `Row` with nothing that `Shape` does not have: a value that no column takes would vanish unseen. */
export type Exactly<Row, Shape> = Row & { readonly [Extra in Exclude<keyof Row, keyof Shape>]: never };
