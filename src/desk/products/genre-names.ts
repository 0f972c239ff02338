import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import { fetchGenre } from "../../rms/item/genres.ts";

/** Stands for a genre that Rakuten does not know, so that nobody asks for it again. */
const UNKNOWN = "（不明なジャンル）";

export interface GenreNames {
  /** Asks for those that are not known yet. False where time ran out before: the rest is to be asked for another time. */
  readonly learn: (ids: Iterable<string>) => boolean;
  /** Empty where it is not known. */
  readonly nameOf: (id: string) => string;
  /** Why no more were asked for. */
  readonly faults: () => readonly RowFault[];
}

/** `known` are the names on the sheet: what stands there is never asked for. Products go on without names. */
export function genreNames(rms: Rms, known: ReadonlyMap<string, string>, hasTime: () => boolean): GenreNames {
  const names = new Map([...known].filter(([, name]) => name !== ""));
  let refused: RowFault | undefined;
  const nameOf = (id: string) => names.get(id) ?? "";
  const ask = (id: string): void => {
    try {
      names.set(id, (isGenreId(id) && fetchGenre(rms, { genreId: Number(id) })?.name) || UNKNOWN);
    } catch (error) {
      if (!(error instanceof RmsProblem)) throw error;
      refused = { subject: "ジャンル名", reason: error.message };
    }
  };
  return {
    learn(ids) {
      for (const id of new Set(ids)) {
        if (id === "" || nameOf(id) !== "" || refused !== undefined) continue;
        if (!hasTime()) return false;
        ask(id);
      }
      return true;
    },
    nameOf,
    faults: () => (refused === undefined ? [] : [refused]),
  };
}

const isGenreId = (id: string): boolean => /^[1-9]\d{5}$/.test(id);
