/** Whether archives can be kept in BigQuery, and otherwise what lacks and what to do. */
export interface BigQueryCheck {
  readonly usable: boolean;
  readonly message: string;
}
