/** The browser's complaint about arguments that `google.script.run` cannot send; undefined when it can. */
export function unsendable(args: readonly unknown[]): string | undefined {
  return complaint(args, []);
}

function complaint(holder: object, parents: readonly object[]): string | undefined {
  for (const [key, value] of Object.entries(holder)) {
    if (value === null || ["string", "number", "boolean", "undefined"].includes(typeof value)) continue;
    if (typeof value !== "object" || value instanceof Date) return `Failed due to illegal value in property: ${key}`;
    if (parents.includes(value)) return "Failed due to circular reference.";
    const inner = complaint(value, [...parents, value]);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
