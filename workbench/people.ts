/** The two who share the workbench's spreadsheet: one holds the keys, the other works beside. */
export const OPERATOR = "operator@example.com";
export const STAFF = "staff@example.com";
