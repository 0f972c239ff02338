import { pairName } from "../../products/rules/pair.ts";
import type { UpdatePlan } from "./update-plan.ts";

/** One SKU whose stock an update would change in the shop. */
export interface PreviewChange {
  readonly productCode: string;
  readonly name: string;
  /** As people are told. */
  readonly sku: string;
  readonly from: number;
  readonly to: number;
}

export interface UpdatePreview {
  /** Those that go to zero first. */
  readonly changes: readonly PreviewChange[];
  /** SKUs that stand right already. */
  readonly even: number;
  /** By reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Why the run would write nothing; empty where it would. */
  readonly stop: string;
  readonly faults: readonly string[];
  /** Whether people have switched the update on. */
  readonly enabled: boolean;
}

/** What the dialog shows, or why it cannot. */
export type UpdatePreviewResult =
  | { readonly done: true; readonly preview: UpdatePreview }
  | { readonly done: false; readonly message: string };

export const isEmptied = ({ from, to }: Pick<PreviewChange, "from" | "to">): boolean => to === 0 && from > 0;

export function updatePreview(
  { steps, even, skipped, stop = "" }: UpdatePlan,
  nameOf: (productCode: string) => string,
): Omit<UpdatePreview, "faults" | "enabled"> {
  const changes = steps.map(({ productCode, pair, from, to }) => ({
    productCode,
    name: nameOf(productCode),
    sku: pairName(pair),
    from,
    to,
  }));
  const emptied = changes.filter(isEmptied);
  return { changes: [...emptied, ...changes.filter((change) => !isEmptied(change))], even, skipped, stop };
}
