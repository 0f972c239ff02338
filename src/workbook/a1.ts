/** `A`, `Z`, `AA` for column 0, 25, 26. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

export const quoted = (sheet: string): string => `'${sheet.replace(/'/g, "''")}'`;

export const headerRange = (sheet: string): string => `${quoted(sheet)}!1:1`;

export const columnRange = (sheet: string, column: number): string =>
  `${quoted(sheet)}!${columnLetters(column)}:${columnLetters(column)}`;
