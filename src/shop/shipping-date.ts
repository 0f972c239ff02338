/** Which day is told to Rakuten as 発送日. Billing begins with the report, so many shops choose it on purpose. */
export const shippingDateChoices = {
  entered: "「発送日」に入力した日",
  today: "送信する日",
  nextBusinessDay: "送信する日の翌営業日（土日・祝日・休業日を除く）",
} as const;

export type ShippingDateRule = keyof typeof shippingDateChoices;
