import type { Listing } from "../listing.ts";
import type { RecordAt, RefusedRecord } from "./csv-file.ts";

/** What a record says of a SKU. */
export interface CsvListing {
  readonly at: RecordAt;
  readonly listing: Listing;
}

/** What files say of the shop's products. */
export interface CsvListings {
  readonly listings: readonly CsvListing[];
  readonly refused: readonly RefusedRecord[];
  /** Items of which the files may not say everything, by 商品管理番号: nothing of theirs counts as gone. */
  readonly unclear: ReadonlySet<string>;
  /** What people should know or do about the files as a whole. */
  readonly hints: readonly string[];
}

/** Work that can be interrupted: it comes up for air at every `yield`, every few thousand rows. */
export type InSlices<Result> = Generator<void, Result>;

/** Comes up for air at every so many rounds of a loop. */
export const isPause = (round: number): boolean => round % 2000 === 1999;
