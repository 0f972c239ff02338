/** What a person chooses in the buttons of a filter: Univer's words for it, and Google's. */

import type { sheets_v4 } from "@googleapis/sheets";
import type { CustomFilterOperator, IFilterColumn } from "@univerjs/preset-sheets-filter";
import type { DrawnCriteria } from "../../sheets/drawing/drawn.ts";

export type Criteria = sheets_v4.Schema$FilterCriteria;
type Chosen = Partial<Pick<IFilterColumn, "filters" | "customFilters" | "colorFilters">>;
/** Null: all rows. */
export type FilterChoice = Chosen | null;
type Custom = NonNullable<IFilterColumn["customFilters"]>["customFilters"][number];

/** Univer's operator, whether its value has a "*" before and after it, and Google's condition. */
const conditions: readonly (readonly [operator: string, before: boolean, after: boolean, type: string])[] = [
  ["", true, true, "TEXT_CONTAINS"],
  ["notEqual", true, true, "TEXT_NOT_CONTAINS"],
  ["", false, true, "TEXT_STARTS_WITH"],
  ["", true, false, "TEXT_ENDS_WITH"],
  ["", false, false, "TEXT_EQ"],
  ["equal", false, false, "NUMBER_EQ"],
  ["notEqual", false, false, "NUMBER_NOT_EQ"],
  ["greaterThan", false, false, "NUMBER_GREATER"],
  ["greaterThanOrEqual", false, false, "NUMBER_GREATER_THAN_EQ"],
  ["lessThan", false, false, "NUMBER_LESS"],
  ["lessThanOrEqual", false, false, "NUMBER_LESS_THAN_EQ"],
];

/**
 * In Google's words; nothing in it lets all rows through. Undefined for what Google's filter does not have: colours here,
 * and two conditions that are no span of numbers. `texts` are those of the column.
 */
export function criteriaOf(chosen: FilterChoice, texts: readonly string[]): Criteria | undefined {
  if (chosen === null) return {};
  if (chosen.filters !== undefined) {
    const shown = new Set([...(chosen.filters.filters ?? []), ...(chosen.filters.blank ? [""] : [])]);
    return { hiddenValues: [...new Set(texts)].filter((text) => !shown.has(text)) };
  }
  const custom = chosen.customFilters;
  const condition = custom && (custom.customFilters.length === 1 ? single(custom.customFilters[0]) : between(custom));
  return condition && { condition };
}

function single({ operator = "" as CustomFilterOperator, val }: Custom): sheets_v4.Schema$BooleanCondition | undefined {
  const text = String(val);
  if (text.trim() === "") return { type: operator === "" ? "BLANK" : "NOT_BLANK" };
  const [before, after] = [text.startsWith("*"), text.endsWith("*") && text.length > 1];
  const known = conditions.find(([of, starts, ends]) => of === operator && starts === before && ends === after);
  return (
    known && { type: known[3], values: [{ userEnteredValue: text.slice(before ? 1 : 0, after ? -1 : undefined) }] }
  );
}

/** Univer writes a span with its first end first, and what is outside of one the same way. */
function between({ and, customFilters: [first, second] }: NonNullable<Chosen["customFilters"]>) {
  const [from, to] = and ? ["greaterThanOrEqual", "lessThanOrEqual"] : ["lessThan", "greaterThan"];
  if (first.operator !== from || second?.operator !== to) return undefined;
  const values = [first, second].map(({ val }) => ({ userEnteredValue: String(val) }));
  return { type: and ? "NUMBER_BETWEEN" : "NUMBER_NOT_BETWEEN", values };
}

/** In Univer's words; undefined for conditions that it cannot show. */
export function filterColumnOf({ column, asked, shown }: DrawnCriteria): IFilterColumn | undefined {
  const own = asked.condition ? customOf(asked.condition) : undefined;
  if (own !== undefined) return { colId: column, customFilters: own };
  if (!asked.hiddenValues?.length) return undefined;
  const blank = shown.includes("") ? ({ blank: true } as const) : {};
  return { colId: column, filters: { ...blank, filters: shown.filter((text) => text !== "") } };
}

function customOf({
  type,
  values = [],
}: sheets_v4.Schema$BooleanCondition): IFilterColumn["customFilters"] | undefined {
  const [first = "", second = ""] = (values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? "");
  const custom = (operator: string, val: string): Custom => ({
    val,
    ...(operator === "" ? {} : { operator: operator as CustomFilterOperator }),
  });
  if (type === "BLANK") return { customFilters: [custom("", "")] };
  if (type === "NOT_BLANK") return { customFilters: [custom("notEqual", " ")] };
  if (type === "NUMBER_BETWEEN")
    return { and: 1, customFilters: [custom("greaterThanOrEqual", first), custom("lessThanOrEqual", second)] };
  if (type === "NUMBER_NOT_BETWEEN")
    return { customFilters: [custom("lessThan", first), custom("greaterThan", second)] };
  const known = conditions.find((condition) => condition[3] === type);
  if (known === undefined) return undefined;
  const [operator, before, after] = known;
  return { customFilters: [custom(operator, `${before ? "*" : ""}${first}${after ? "*" : ""}`)] };
}
