import type { FieldFault } from "./order-message.ts";

/** Reads the fields of an order request one by one and keeps what is wrong with them, in the order of reading. */
export interface FieldReader {
  readonly faults: readonly { readonly field: string; readonly fault: FieldFault }[];
  required<T>(field: string, accept: Accept<T>): T | undefined;
  optional<T>(field: string, accept: Accept<T>): T | undefined;
  reject(field: string, fault: FieldFault): void;
}

/** Undefined means that the format is wrong. */
export type Accept<T> = (value: unknown) => T | undefined;

export function fieldReader(fields: Readonly<Record<string, unknown>>): FieldReader {
  const faults: { field: string; fault: FieldFault }[] = [];
  const read = <T>(field: string, accept: Accept<T>): T | undefined => {
    const value = accept(fields[field]);
    if (value === undefined) faults.push({ field, fault: "format" });
    return value;
  };
  return {
    faults,
    reject: (field, fault) => faults.push({ field, fault }),
    required(field, accept) {
      const value = fields[field];
      if (value !== undefined && !isBlank(value)) return read(field, accept);
      faults.push({ field, fault: value === undefined ? "absent" : "empty" });
      return undefined;
    },
    optional: (field, accept) =>
      fields[field] === undefined || isBlank(fields[field]) ? undefined : read(field, accept),
  };
}

const isBlank = (value: unknown): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** A whole number; RMS also takes one that comes as text. */
export const wholeNumber: Accept<number> = (value) => {
  const number = typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
};

export const text: Accept<string> = (value) => (typeof value === "string" ? value : undefined);

export const oneOf =
  (choices: readonly number[]): Accept<number> =>
  (value) => {
    const number = wholeNumber(value);
    return number !== undefined && choices.includes(number) ? number : undefined;
  };

export const within =
  (low: number, high: number): Accept<number> =>
  (value) => {
    const number = wholeNumber(value);
    return number !== undefined && number >= low && number <= high ? number : undefined;
  };

/** A text of at most `limit` UTF-8 bytes. */
export const bytes =
  (limit: number): Accept<string> =>
  (value) =>
    typeof value === "string" && Buffer.byteLength(value) <= limit ? value : undefined;

export const listOf =
  <T>(accept: Accept<T>): Accept<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const accepted = value.map(accept);
    return accepted.includes(undefined) ? undefined : (accepted as T[]);
  };
