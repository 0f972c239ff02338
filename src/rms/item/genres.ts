import * as z from "zod/mini";
import type { Rms } from "../client/client.ts";
import { type Breach, type Endpoint, queryOf, SECOND } from "../client/endpoint.ts";
import { RmsProblem } from "../client/rms-problem.ts";

/** A genre of Rakuten Ichiba. */
export interface Genre {
  readonly id: number;
  readonly name: string;
  /** Names from the top down, its own last. */
  readonly path: readonly string[];
  readonly lowest: boolean;
  /** The genre that was asked for has been merged into this one. */
  readonly merged: boolean;
  /** Empty unless asked for. */
  readonly children: readonly { readonly id: number; readonly name: string }[];
}

export interface GenreRequest {
  /** 0 is the root. */
  readonly genreId: number;
  readonly showAncestors?: boolean;
  readonly showSiblings?: boolean;
  readonly showChildren?: boolean;
}

const named = { genreId: z.number(), nameJa: z.string() };

/** The root has nothing but children (rms-api 9.1). */
const genreReply = z.object({
  genre: z.object({
    genreId: z.nullish(z.number()),
    nameJa: z.nullish(z.string()),
    nameJaPath: z.nullish(z.array(z.string())),
    lowest: z.nullish(z.boolean()),
    children: z.nullish(z.array(z.object(named))),
  }),
});

/** A merged genre answers 301 with the body of its successor; there is no redirect to follow. */
export const genresGet: Endpoint<GenreRequest, z.infer<typeof genreReply>> = {
  name: "navigation.genres.get",
  switchName: "navigation.genre.get",
  family: "navigation",
  method: "get",
  interval: SECOND,
  repeatable: true,
  answers: [200, 301],
  wire: ({ genreId, ...show }) => ({ path: `/es/2.0/navigation/genres/${genreId}${queryOf(show)}` }),
  breach: ({ genreId }) => idBreach(genreId),
  reply: genreReply,
};

const idBreach = (genreId: number): Breach | undefined =>
  genreId === 0 || (Number.isInteger(genreId) && genreId >= 100_000 && genreId <= 999_999)
    ? undefined
    : { remedy: "fix", text: "ジャンルIDは6桁の数字です。RMSで商品のジャンルを確認してください。" };

/** Undefined when Rakuten has no such genre. Items hold the id as a string, this function wants a number. */
export function fetchGenre(rms: Rms, request: GenreRequest): Genre | undefined {
  try {
    const { genre } = rms.call(genresGet, request);
    const id = genre.genreId ?? request.genreId;
    return {
      id,
      name: genre.nameJa ?? "",
      path: genre.nameJaPath ?? [],
      lowest: genre.lowest ?? false,
      merged: id !== request.genreId,
      children: (genre.children ?? []).map((child) => ({ id: child.genreId, name: child.nameJa })),
    };
  } catch (error) {
    if (error instanceof RmsProblem && error.code === "notGenreFound") return undefined;
    throw error;
  }
}
