import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";

/** Something that people, or time, start in the add-on. A job that comes later joins here, and ticks of a schedule too. */
export interface Run {
  readonly name: string;
  readonly fn: string;
  readonly user: string;
  readonly weight: number;
  /** Looks and writes nothing. */
  readonly looks?: true;
}

export const importNow: Run = { name: "出荷指示を取得", fn: "importShipments", user: OPERATOR, weight: 6 };
export const setUp: Run = { name: "初期設定", fn: "setUp", user: OPERATOR, weight: 1 };

export const runs: readonly Run[] = [
  importNow,
  setUp,
  // Without keys: refused, and harmless to the operator's run beside it.
  { ...importNow, user: STAFF, weight: 2 },
  { ...setUp, user: STAFF, weight: 1 },
  { name: "取得内容を確認", fn: "previewShipments", user: OPERATOR, weight: 1, looks: true },
  { name: "注文を調べる", fn: "askForOrder", user: OPERATOR, weight: 1, looks: true },
];
