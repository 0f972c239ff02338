import { type Cell, isBlank } from "../cell.ts";

const FORM = /^#[0-9a-z]{8,14}$/;
export const isSeal = (cell: Cell): boolean => typeof cell === "string" && FORM.test(cell);

/** Called for each character: looking `Math` up each time would cost more than the sum itself. */
const { imul } = Math;

/** Two 32-bit FNV-style lanes: enough to notice accidents; it is no protection against intent. */
export function sealOf(cells: Iterable<Cell>): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const cell of cells) {
    const part = sealText(cell);
    for (let index = 0; index <= part.length; index++) {
      const code = index === part.length ? 31 : part.charCodeAt(index);
      a = imul(a ^ code, 0x01000193);
      b = imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
    }
  }
  return `#${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`.padEnd(9, "0");
}

/** Numbers to twelve digits: a sheet may round the last ones of a time. */
function sealText(cell: Cell): string {
  if (isBlank(cell)) return "";
  return typeof cell === "number" ? String(Number(cell.toPrecision(12))) : String(cell);
}
