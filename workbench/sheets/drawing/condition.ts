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
  BLANK: (cell) => `${cell}&""=""`,
  NOT_BLANK: (cell) => `${cell}&""<>""`,
};

/** The condition as a formula about the cell with this address; undefined for a kind that this engine does not know. */
export function conditionFormula({ type, values }: Condition, cell: string): string | undefined {
  const texts = (values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? "");
  if (type === "CUSTOM_FORMULA") return (texts[0] ?? "").replace(/^=/, "");
  const [first = '""', second = '""'] = texts.map(literal);
  return formulas[type ?? ""]?.(cell, first, second);
}

function literal(text: string): string {
  if (text.startsWith("=")) return `(${text.slice(1)})`;
  return text !== "" && Number.isFinite(Number(text)) ? text : `"${text.replaceAll('"', '""')}"`;
}
