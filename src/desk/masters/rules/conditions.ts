import { oneLine } from "../../../core/line-break.ts";
import { type ConditionField, conditionFields, type Subject } from "./condition-fields.ts";
import { type FieldTest, operators } from "./condition-tests.ts";

/** A row of 確認条件マスタ as its cells read. */
export interface ConditionRow {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
  readonly message: string;
}

export interface Condition {
  readonly field: ConditionField;
  readonly fits: FieldTest;
  /** What people are to read on the orders that fit. */
  readonly message: string;
}

/** Why a row cannot be used, by the cell that has to be mended. */
export interface ConditionFault {
  readonly column: keyof ConditionRow;
  readonly reason: string;
}

export function conditionOf({ field, operator, value, message }: ConditionRow): Condition | ConditionFault[] {
  const known = conditionFields[FORMER_NAMES[field] ?? field];
  const compares = operators[operator];
  if (known === undefined || compares === undefined)
    return [
      ...(known === undefined ? [{ column: "field", reason: "一覧から項目を選んでください。" } as const] : []),
      ...(compares === undefined ? [{ column: "operator", reason: "一覧から条件を選んでください。" } as const] : []),
    ];
  if (!compares.takes.includes(known.kind)) return [{ column: "operator", reason: wrongKind(field, operator, known) }];
  if (compares.needsValue && value.trim() === "") return [{ column: "value", reason: "値を入力してください。" }];
  const fits = compares.test(known.kind, value);
  if (fits === undefined) return [{ column: "value", reason: expected[known.kind] }];
  return { field: known, fits, message: oneLine(message) || described(field, operator, value) };
}

/** Fields as earlier versions named them: whoever chose one means it still. */
const FORMER_NAMES: Readonly<Record<string, string>> = { お届け時間帯: "時間帯" };

const expected: Readonly<Record<ConditionField["kind"], string>> = {
  text: "",
  number: "数値（例: 10000）を入力してください。",
  day: "日付（例: 2026/12/24）を入力してください。",
};

const wrongKind = (field: string, operator: string, { kind }: ConditionField): string =>
  `「${field}」には「${operator}」を使えません。${kind === "text" ? "「含む」「一致」など" : "「以上」「以下」「一致」など"}を選んでください。`;

const described = (field: string, operator: string, value: string): string =>
  `「${field}」が確認条件（${[value, operator].filter(Boolean).join(" ")}）に該当します。内容を確認してください。`;

/** One that nobody can understand may be meant for any order: people look at each. */
export const unsureCondition = (unusable: string): Condition => ({
  field: { kind: "text", values: () => [""] },
  fits: () => true,
  message: `確認条件を使えないため、内容を確認してください。${unusable}`,
});

/** What the conditions say of one destination, each message once. */
export function confirmationsFor(subject: Subject, conditions: readonly Condition[]): string[] {
  return [...new Set(conditions.flatMap(({ field, fits, message }) => (fits(field.values(subject)) ? [message] : [])))];
}
