/** A formula of a declaration as Sheets takes it: without its "=", and with {name} where a column's cell is meant. */
export const formulaText = (pattern: string, cell: (name: string) => string): string =>
  `=${pattern.replace(/\{(\w+)\}/g, (_, name: string) => cell(name))}`;
