/** A deep copy of a JSON value, without fields that are undefined. What nobody can change stays as it is. */
export function cloned<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return value.map(cloned) as T;
  const copy: { [field: string]: unknown } = {};
  for (const field in value) if (value[field] !== undefined) copy[field] = cloned(value[field]);
  return copy as T;
}

/** A deep copy as Google would answer it: nulls, false, empty texts, lists and messages carry nothing and are left out. */
export function stored<T>(message: T): T {
  return copy(message) as T;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  const result: { [field: string]: unknown } = {};
  for (const [field, item] of Object.entries(value)) {
    const copied = copy(item);
    if (!isEmpty(copied)) result[field] = copied;
  }
  return result;
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

/** A deep copy for an answer: Google leaves the sheet id 0 out of ranges, and every 0 out of coordinates. */
export function answered<T>(message: T): T {
  return JSON.parse(JSON.stringify(message, withoutZeros)) as T;
}

const coordinates = new Set(["sheetId", "rowIndex", "columnIndex"]);

function withoutZeros(this: object, key: string, value: unknown): unknown {
  return value === 0 && coordinates.has(key) && "sheetId" in this ? undefined : value;
}
