import type { Target } from "../../src/desk/settings/rules/settings-form.ts";
import { targetLabels } from "../../src/shop/payment-target.ts";

type Option = readonly [value: string, label: string];
const statuses: readonly Option[] = targetLabels.map((label) => [label.slice(0, 3), label]);

export const isStatus = (value: string): boolean => value === "" || statuses.some(([status]) => status === value);

/** What may be chosen. A text in the sheet that is no status stands there as it is, until another is chosen. */
export const targetOptions = ({ required, target }: Target, value: string): readonly Option[] => [
  ...(isStatus(value) ? [] : [[value, value] as const]),
  ...(required && target !== null ? [] : [["", required ? "選んでください" : "（デフォルトと同じ）"] as const]),
  ...statuses,
];
