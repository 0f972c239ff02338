import { createHash } from "node:crypto";

/** An id in the shape of a UUID that follows from what it is given, so that a run can be repeated. */
export function requestUuid(...words: readonly (string | number)[]): string {
  const hex = createHash("sha256").update(words.join("\u0000")).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
