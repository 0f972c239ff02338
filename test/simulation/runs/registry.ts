import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";

/** Something that people, or time, start in the add-on. A job that comes later joins here. */
export interface Run {
  readonly name: string;
  readonly fn: string;
  readonly user: string;
  readonly weight: number;
  /** Looks and writes nothing. */
  readonly looks?: true;
  /** Google starts it, where the operator has begun 自動連携. */
  readonly byTrigger?: true;
}

/** A run that goes on where the one before it was cut short. */
export interface Job extends Run {
  readonly cursor: string;
  /** How far it came, or that it began, by its cursor; empty at rest. */
  readonly standing: (cursor: string) => string;
}

export const importNow: Job = {
  cursor: "import-shipments",
  standing: (cursor) => cursor,
  name: "出荷指示を取得",
  fn: "importShipments",
  user: OPERATOR,
  weight: 6,
};
export const importProducts: Job = {
  cursor: "import-products",
  standing(cursor) {
    const { pass } = JSON.parse(cursor || "{}") as { pass?: { done: number } };
    return pass === undefined ? "" : String(pass.done).padStart(6, "0");
  },
  name: "商品マスタを取得",
  fn: "importProducts",
  user: OPERATOR,
  weight: 5,
};
/** They start anew each time: their cursors tell of a 棚卸 alone. */
export const syncStock: Run = { name: "在庫を連携", fn: "syncStock", user: OPERATOR, weight: 5 };
export const updateShopStock: Run = { name: "楽天の在庫を更新", fn: "updateShopStock", user: OPERATOR, weight: 5 };
export const reportShipments: Run = { name: "出荷実績を送信", fn: "reportShipments", user: OPERATOR, weight: 5 };
export const startCount: Run = { name: "棚卸を始める", fn: "startCount", user: OPERATOR, weight: 1 };
export const endCount: Run = { name: "棚卸を終える", fn: "endCount", user: OPERATOR, weight: 1 };
export const setUp: Run = { name: "初期設定", fn: "setUp", user: OPERATOR, weight: 1 };

export const startSchedule: Run = { name: "自動連携を始める", fn: "startSchedule", user: OPERATOR, weight: 0 };
/** A look at what is due and what people asked for, and the doing of it: jobs of all kinds, one after the other. */
export const tick: Run = { name: "自動連携", fn: "tick", user: OPERATOR, weight: 8, byTrigger: true };

/** Whether this job is, or may be, among what the run does. */
export const carriesOut = (run: Run | undefined, { fn }: Run): boolean => run?.fn === fn || run?.byTrigger === true;

export const runs: readonly Run[] = [
  importNow,
  tick,
  importProducts,
  ...[syncStock, updateShopStock, startCount, endCount],
  reportShipments,
  setUp,
  // Without keys: refused, and harmless to the operator's run beside it.
  { ...importNow, user: STAFF, weight: 2 },
  { ...setUp, user: STAFF, weight: 1 },
  { name: "取得内容を確認", fn: "previewShipments", user: OPERATOR, weight: 1, looks: true },
  { name: "出荷実績の確認", fn: "previewReport", user: OPERATOR, weight: 1, looks: true },
  { name: "注文を調べる", fn: "askForOrder", user: OPERATOR, weight: 1, looks: true },
];
