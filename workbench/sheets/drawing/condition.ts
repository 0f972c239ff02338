import type { sheets_v4 } from "@googleapis/sheets";

type Condition = sheets_v4.Schema$BooleanCondition;

/** A condition on a cell as a formula; each takes the cell and the condition's values, as they read in a formula. */
const formulas: Readonly<Record<string, (cell: string, first: string, second: string) => string>> = {
  NUMBER_GREATER: (cell, value) => `AND(ISNUMBER(${cell}),${cell}>${value})`,
  NUMBER_GREATER_THAN_EQ: (cell, value) => `AND(ISNUMBER(${cell}),${cell}>=${value})`,
  NUMBER_LESS: (cell, value) => `AND(ISNUMBER(${cell}),${cell}<${value})`,
  NUMBER_LESS_THAN_EQ: (cell, value) => `AND(ISNUMBER(${cell}),${cell}<=${value})`,
  NUMBER_EQ: (cell, value) => `AND(ISNUMBER(${cell}),${cell}=${value})`,
  NUMBER_NOT_EQ: (cell, value) => `NOT(AND(ISNUMBER(${cell}),${cell}=${value}))`,
  NUMBER_BETWEEN: (cell, least, most) => `AND(ISNUMBER(${cell}),${cell}>=${least},${cell}<=${most})`,
  NUMBER_NOT_BETWEEN: (cell, least, most) => `AND(ISNUMBER(${cell}),OR(${cell}<${least},${cell}>${most}))`,
  TEXT_CONTAINS: (cell, text) => `ISNUMBER(SEARCH(${text},${cell}))`,
  TEXT_NOT_CONTAINS: (cell, text) => `NOT(ISNUMBER(SEARCH(${text},${cell})))`,
  TEXT_STARTS_WITH: (cell, text) => `LEFT(${cell},LEN(${text}))=${text}`,
  TEXT_ENDS_WITH: (cell, text) => `RIGHT(${cell},LEN(${text}))=${text}`,
  TEXT_EQ: (cell, text) => `${cell}&""=${text}&""`,
  TEXT_NOT_EQ: (cell, text) => `${cell}&""<>${text}&""`,
  DATE_IS_VALID: (cell) => `ISNUMBER(${cell})`,
  DATE_EQ: (cell, day) => `AND(ISNUMBER(${cell}),INT(${cell})=${day})`,
  DATE_BEFORE: (cell, day) => `AND(ISNUMBER(${cell}),${cell}<${day})`,
  DATE_AFTER: (cell, day) => `AND(ISNUMBER(${cell}),INT(${cell})>${day})`,
  DATE_ON_OR_BEFORE: (cell, day) => `AND(ISNUMBER(${cell}),INT(${cell})<=${day})`,
  DATE_ON_OR_AFTER: (cell, day) => `AND(ISNUMBER(${cell}),${cell}>=${day})`,
  DATE_BETWEEN: (cell, first, last) => `AND(ISNUMBER(${cell}),${cell}>=${first},INT(${cell})<=${last})`,
  DATE_NOT_BETWEEN: (cell, first, last) => `AND(ISNUMBER(${cell}),OR(${cell}<${first},INT(${cell})>${last}))`,
  BLANK: (cell) => `${cell}&""=""`,
  NOT_BLANK: (cell) => `${cell}&""<>""`,
};

/** The condition as a formula about the cell with this address; undefined for a kind that this engine does not know. */
export function conditionFormula({ type, values }: Condition, cell: string): string | undefined {
  const texts = (values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? "");
  if (type === "CUSTOM_FORMULA") return (texts[0] ?? "").replace(/^=/, "");
  const isDate = type?.startsWith("DATE_") === true;
  const [first = '""', second = '""'] = (values ?? []).map(
    ({ relativeDate }, at) => relativeDays[relativeDate ?? ""] ?? literal(texts[at] ?? "", isDate),
  );
  return formulas[type ?? ""]?.(cell, first, second);
}

const relativeDays: Readonly<Record<string, string>> = {
  PAST_YEAR: "EDATE(TODAY(),-12)",
  PAST_MONTH: "EDATE(TODAY(),-1)",
  PAST_WEEK: "(TODAY()-7)",
  YESTERDAY: "(TODAY()-1)",
  TODAY: "TODAY()",
  TOMORROW: "(TODAY()+1)",
};

function literal(text: string, isDate: boolean): string {
  if (text.startsWith("=")) return `(${text.slice(1)})`;
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(isDate ? text : "") ?? [];
  if (year !== undefined) return `DATE(${year},${month},${day})`;
  return text !== "" && Number.isFinite(Number(text)) ? text : `"${text.replaceAll('"', '""')}"`;
}
