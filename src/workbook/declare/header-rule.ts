type DataValidationRule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

const MESSAGE =
  "この見出しの名前で列を探しているため、変更できません。列は動かしてかまいません。挿入した自分の列で見出しを入力できないときは、そのセルを選び、「データ」→「データの入力規則」でこの規則を削除してください。";

/** A header cell takes its own name alone: columns are found by it. Whoever types another one reads why. */
export const headerRule = (header: string): DataValidationRule => ({
  condition: { type: "TEXT_EQ", values: [{ userEnteredValue: header }] },
  inputMessage: MESSAGE,
  strict: true,
});

/** The header that a rule of ours keeps; undefined for any other rule. */
export const headerKept = (rule: DataValidationRule | undefined): string | undefined =>
  rule?.strict === true && rule.condition?.type === "TEXT_EQ" && rule.inputMessage === MESSAGE
    ? rule.condition.values?.[0]?.userEnteredValue
    : undefined;
