/** The first without the second; each of the second takes one away. */
export function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return rows.filter((row) => {
    const at = left.indexOf(row);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
