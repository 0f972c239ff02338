/** Every job by the name that 連携ログ and the cursors know. The function that starts it has the same name, in one word. */
export const jobNames = [
  "import-shipments",
  "report-shipments",
  "import-products",
  "sync-stock",
  "update-shop-stock",
  "housekeeping",
] as const;
