/** Where orders go that were shipped long ago. */
export const archiveChoices = { sheets: "月ごとのスプレッドシート", bigquery: "BigQuery" } as const;

export type ArchiveKind = keyof typeof archiveChoices;

/** Ten years. */
export const MOST_ARCHIVE_DAYS = 3650;
