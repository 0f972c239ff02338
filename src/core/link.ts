export const linkOf = (spreadsheetId: string): string => `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;

/** For mails: where the spreadsheet is, and who wrote. */
export const linkTo = (spreadsheetId: string): string =>
  [linkOf(spreadsheetId), "このメールは「出荷シート」から自動で送信しています。"].join("\n\n");
