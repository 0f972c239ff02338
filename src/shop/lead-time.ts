import { isInsular, placeText } from "./islands.ts";
import type { Addressee, Package } from "./order.ts";
import { prefectureIn } from "./postcode.ts";
import type { Unusable } from "./unusable.ts";

/** Stands for every island of a prefecture that no row names. */
export const ISLAND = "離島";

/** Days on the way to a place: a prefecture, a part of one, or islands. */
export interface LeadTime extends Partial<Unusable> {
  /** As `placeIn` spells it. */
  readonly place: string;
  /** As `serviceText` spells it; empty where it holds for every service. */
  readonly service: string;
  /** Null where nobody has filled it in, or not so that it can be used. */
  readonly days: number | null;
}

export type Destination = Pick<Package, "addressee" | "island">;

/** What all spellings of a service's name have in common. */
export const serviceText = (name: string): string => name.normalize("NFKC").replace(/\s/g, "").toLowerCase();

/** 離島, or a place that begins with its prefecture; undefined for what no address begins with. */
export function placeIn(typed: string): string | undefined {
  const text = placeText(typed);
  if (text === ISLAND) return ISLAND;
  const prefecture = prefectureIn(text);
  return prefecture !== undefined && text.startsWith(prefecture) ? text : prefecture;
}

export const isOnIsland = ({ addressee, island }: Destination): boolean => island || isInsular(addressOf(addressee));

/** The row that names the place most exactly, and of those the one for the service; undefined where none is filled in. */
export function leadTimeTo(destination: Destination, service: string, rows: readonly LeadTime[]): LeadTime | undefined {
  const { prefecture, city } = destination.addressee;
  const address = addressOf(destination.addressee);
  const onIsland = isOnIsland(destination);
  const municipality = addressOf({ prefecture, city, street: "" });
  // Of a municipality with islands and mainland, its row speaks for the mainland.
  const isThere = (place: string) =>
    onIsland
      ? place === ISLAND || (address.startsWith(place) && (isInsular(place) || place.length > municipality.length))
      : address.startsWith(place);
  const name = serviceText(service);
  return rows
    .filter((row) => isFilledIn(row) && (row.service === "" || row.service === name) && isThere(row.place))
    .sort((a, b) => exactness(b) - exactness(a))[0];
}

const isFilledIn = ({ days, unusable }: LeadTime): boolean => days !== null || unusable !== undefined;

const exactness = ({ place, service }: LeadTime): number =>
  (place === ISLAND ? 0 : place.length * 2) + (service === "" ? 0 : 1);

const addressOf = ({ prefecture, city, street }: Pick<Addressee, "prefecture" | "city" | "street">): string =>
  (placeIn(prefecture) ?? placeText(prefecture)) + placeText(city + street);
