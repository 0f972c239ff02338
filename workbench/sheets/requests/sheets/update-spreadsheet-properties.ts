import { invalid } from "../../api/api-error.ts";
import { updateMask } from "../../api/checked-mask.ts";
import { overlay } from "../../api/field-mask.ts";
import { checkedZone } from "../../book/time-zone.ts";
import type { RequestKind } from "../request-kind.ts";

const updatable = ["title", "locale", "timeZone", "autoRecalc", "iterativeCalculationSettings", "spreadsheetTheme"];

/** Changes title, locale, time zone and the like. */
export const updateSpreadsheetProperties: RequestKind<"updateSpreadsheetProperties"> = (request, { book }) => {
  const mask = updateMask(request.fields, "SpreadsheetProperties");
  const given = request.properties ?? {};
  const fixed =
    mask === true ? undefined : Object.keys(mask).find((field) => field !== "*" && !updatable.includes(field));
  if (fixed !== undefined) throw invalid(`Field ${fixed} cannot be updated.`);
  const before = book.properties;
  const next = overlay(before, mask === true || "*" in mask ? { ...before, ...given } : given, mask) as typeof before;
  if (!next.title) throw invalid("The spreadsheet title cannot be empty.");
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(next.locale ?? "")) throw invalid(`Unsupported locale: ${next.locale ?? ""}`);
  checkedZone(next.timeZone ?? "");
  book.properties = { ...next, defaultFormat: before.defaultFormat! };
  return undefined;
};
