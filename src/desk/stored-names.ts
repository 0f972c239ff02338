/** Names of properties at which the menu looks before anything is loaded that could read them. */

/** Shared: that 初期設定 was chosen, and need not be offered first any more. */
export const SET_UP_DONE = "set-up";

/** Shared: who connected the spreadsheet. */
export const OPERATOR = "operator";

/** Shared: all settings, as JSON. */
export const SETTINGS = "settings";

/** A person's own: the keys with which they connected a spreadsheet. */
export const keysOf = (spreadsheetId: string): string => `rms-keys:${spreadsheetId}`;

/** A person's own: that they were let into the whole menu of a spreadsheet. */
export const wholeMenuOf = (spreadsheetId: string): string => `whole-menu:${spreadsheetId}`;
