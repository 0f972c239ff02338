import type { Workbook } from "../book/workbook.ts";
import type { Context } from "../requests/request-kind.ts";

/** The parts of a call that a method reads. */
export interface Call {
  /** The decoded range or metadata id at the end of the path. */
  readonly name: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export type ReadMethod = (book: Workbook, user: string, call: Call) => unknown;
export type WriteMethod = (context: Context, call: Call) => unknown;

/** A method with its name in Google's client and the names of the messages it takes and answers. */
export type Target = { readonly method: string; readonly body?: string; readonly answer: string } & (
  | { readonly kind: "create" }
  | { readonly kind: "copySheet" }
  | { readonly kind: "read"; readonly run: ReadMethod }
  | { readonly kind: "write"; readonly run: WriteMethod }
);
