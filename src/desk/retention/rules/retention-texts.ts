/** Why personal data of a row stays although its time is over, as the log line counts it. */
export const heldTexts = {
  unshipped: "楽天でまだ発送済になっていない行",
  report: "出荷実績の報告が終わっていない行",
  altered: "シート上で書き換えられ、次の取込を待っている行",
  entries: "作業欄の入力の確認を待っている行",
} as const;

export type Hold = keyof typeof heldTexts;
