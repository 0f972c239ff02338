/** Who sets a workbook up. */
export interface SetUpBy {
  /** The operator, as whom the jobs write. */
  readonly who: string;
  /** Somebody else chose 初期設定 last. */
  readonly anew?: boolean;
}
