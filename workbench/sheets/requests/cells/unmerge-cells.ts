import { overlaps, toRect } from "../../book/grid-range.ts";
import { requireSheet } from "../../book/workbook.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";
import { checkNoSplitMerge } from "./merge.ts";

/** Takes all merges of a range apart. */
export const unmergeCells: RequestKind<"unmergeCells"> = ({ range }, context) => {
  const rect = writableRect(context, range);
  const { parts } = requireSheet(context.book, rect.sheetId);
  checkNoSplitMerge(parts.merges, rect);
  parts.merges = parts.merges.filter((merge) => !overlaps(toRect(merge), rect));
  return undefined;
};
