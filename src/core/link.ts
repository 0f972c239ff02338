/** Where the spreadsheet is, for people who read of it elsewhere. */
export const linkTo = (spreadsheetId: string): string => `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
