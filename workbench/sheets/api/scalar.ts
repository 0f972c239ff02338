/** Scalars as Google's front end reads them, from JSON and from a query alike; undefined for what it refuses. */

const TRUE = new Set(["true", "t", "yes", "y", "1"]);
const FALSE = new Set(["false", "f", "no", "n", "0"]);

/** Python's clients write "True". */
export function booleanOf(item: unknown): boolean | undefined {
  if (typeof item === "boolean") return item;
  const word = String(item).toLowerCase();
  if (TRUE.has(word)) return true;
  return FALSE.has(word) ? false : undefined;
}

/** The fields of the API that take fractions; all other numbers are 32-bit integers. */
const FRACTIONS = new Set([
  ...[
    "numberValue",
    "red",
    "green",
    "blue",
    "alpha",
    "bubbleOpacity",
    "pieHole",
    "scaleFactor",
    "convergenceThreshold",
  ],
  ...["bucketSize", "outlierPercentile", "intervalSize", "minValue", "maxValue", "start", "end", "interval"],
  ...["viewWindowMin", "viewWindowMax", "size"],
]);

/** A number for the field of that name; digits may come as text. */
export function numberOf(item: unknown, field: string): number | undefined {
  const text = typeof item === "string" && /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(item);
  const number = text ? Number(item) : item;
  if (typeof number !== "number" || !Number.isFinite(number)) return undefined;
  return FRACTIONS.has(field) || number === (number | 0) ? number : undefined;
}
