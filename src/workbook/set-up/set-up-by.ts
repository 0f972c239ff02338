import type { Editors } from "../protect/editors.ts";

/** Who sets a workbook up. */
export interface SetUpBy {
  /** The operator, as whom the jobs write. */
  readonly who: string;
  /** Somebody else chose 初期設定 last. */
  readonly anew?: boolean;
  /** Whoever sets it up alone, unless others are named. */
  readonly editors?: Editors;
}
