/** What stands behind one product code. */
export interface Figure {
  /** 実在庫; null is 未棚卸, and never 0. */
  readonly onHand: number | null;
  /** 出荷指示数 */
  readonly reserved: number;
  /** 未出荷数 */
  readonly unshipped: number;
  /** 安全在庫; 0 where the cell is empty. */
  readonly safety: number;
  /** 引当可能数; null where 実在庫 is, or where 安全在庫 cannot be read. */
  readonly sellable: number | null;
  /** 確認事項; empty where nothing is asked. */
  readonly question: string;
}
