import { oneLine } from "../../../core/line-break.ts";
import type { ShipmentLine } from "./shipment.ts";

/** Enough to find a line by: names in RMS run to a thousand characters. */
export const shortName = ({ name, variation }: Pick<ShipmentLine, "name" | "variation">): string =>
  [cut(name, 40), cut(oneLine(variation))].filter(Boolean).join(" ");

/** Never through a character of two halves: half of one does not come back from a sheet as it was written. */
export const cut = (text: string, length = 200): string =>
  text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, "")}…` : text;
