/** The sub-statuses that this shop has set up; RMS lets a shop name its own. */
export const SUB_STATUSES = [
  { orderProgress: 100, subStatusId: 101, subStatusName: "在庫確認中", orderby: 1 },
  { orderProgress: 300, subStatusId: 102, subStatusName: "=印刷済み", orderby: 1 },
] as const;

export const subStatusName = (id: number | null): string | null =>
  SUB_STATUSES.find(({ subStatusId }) => subStatusId === id)?.subStatusName ?? null;
