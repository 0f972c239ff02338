import { serialOfRms } from "../../../core/jst.ts";
import type { ConditionField, FieldValue } from "./condition-fields.ts";

/** Whether the values of a field fit what a person wrote beside it. Undefined where that cannot be understood. */
export type FieldTest = (values: readonly FieldValue[]) => boolean;
type Kind = ConditionField["kind"];

/** What all spellings of a text have in common: width, case and blanks do not matter. */
const plain = (value: FieldValue): string =>
  String(value ?? "")
    .normalize("NFKC")
    .replace(/\s/g, "")
    .toLowerCase();

const numberIn = (text: string): number => Number(plain(text).replace(/^[¥\\]|,|[円個点]$/g, "") || Number.NaN);

function dayIn(text: string): number {
  const given = plain(text);
  if (/^\d{5}$/.test(given)) return Number(given);
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(given)?.slice(1) ?? [];
  return serialOfRms(parts.map((part) => part.padStart(2, "0")).join("-")) ?? Number.NaN;
}

interface Operator {
  readonly takes: readonly Kind[];
  readonly needsValue: boolean;
  readonly test: (kind: Kind, value: string) => FieldTest | undefined;
}

const texts = (fits: (text: string, wanted: string) => boolean, negated = false): Operator => ({
  takes: ["text"],
  needsValue: true,
  test: (_, value) => (values) => values.some((one) => fits(plain(one), plain(value))) !== negated,
});

const sizes = (fits: (size: number, limit: number) => boolean, takes: Kind[] = ["number", "day"], negated = false) => ({
  takes,
  needsValue: true,
  test: (kind: Kind, value: string): FieldTest | undefined => {
    const limit = kind === "day" ? dayIn(value) : numberIn(value);
    if (Number.isNaN(limit)) return undefined;
    const sizeOf = (one: number) => (kind === "day" ? Math.floor(one) : one);
    return (values) => values.some((one) => typeof one === "number" && fits(sizeOf(one), limit)) !== negated;
  },
});

const equal = (negated: boolean): Operator => ({
  takes: ["text", "number", "day"],
  needsValue: true,
  test: (kind, value) =>
    kind === "text"
      ? texts((text, wanted) => text === wanted, negated).test(kind, value)
      : sizes((size, wanted) => size === wanted, [kind], negated).test(kind, value),
});

const filled = (isFilled: boolean): Operator => ({
  takes: ["text", "number", "day"],
  needsValue: false,
  test: () => (values) => values.some((one) => (plain(one) !== "") === isFilled) || (values.length === 0 && !isFilled),
});

/** Of an order with several products one that fits is enough; 含まない and 一致しない ask that none of them does. */
export const operators: Readonly<Record<string, Operator>> = {
  含む: texts((text, wanted) => text.includes(wanted)),
  含まない: texts((text, wanted) => text.includes(wanted), true),
  一致: equal(false),
  一致しない: equal(true),
  で始まる: texts((text, wanted) => text.startsWith(wanted)),
  で終わる: texts((text, wanted) => text.endsWith(wanted)),
  以上: sizes((size, limit) => size >= limit),
  以下: sizes((size, limit) => size <= limit),
  より大きい: sizes((size, limit) => size > limit),
  未満: sizes((size, limit) => size < limit),
  空: filled(false),
  空でない: filled(true),
};
