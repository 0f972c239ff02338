import type { Option } from "./option.ts";

export type Options = Readonly<Record<string, Option>>;

/** All that one command of the project takes. */
export interface Command<Declared extends Options = Options> {
  /** As it is typed. */
  readonly name: string;
  /** Read behind its name. */
  readonly does: string;
  readonly options: Declared;
  /** The one word that it cannot do without, and the words that it may be. */
  readonly argument?: { readonly name: string; readonly words: readonly string[] };
  readonly notes?: string;
}

export type Values<Declared extends Options> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Option<infer Value> ? Value : never;
};
