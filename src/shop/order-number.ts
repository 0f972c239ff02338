import { instantOfWall, startOfDay } from "../core/jst.ts";

/** `<shop>-<yyyymmdd>-<8 or 10 digits>` (rms-api 2.1). */
const FORM = /\d{4,}-(\d{4})(\d{2})(\d{2})-\d{4,}/;

/** 申込番号 of what is delivered later or again, such as `290333-20170915-215337-r`: its orders have numbers of their own. */
const APPLICATION = new RegExp(`${FORM.source}-r(?![a-z\\d])`, "i");

/** What stands before the `-r` of an application is no order's number, though it looks like one. */
const NUMBER = new RegExp(`${FORM.source}(?!\\d|-r(?![a-z\\d]))`, "i");

/** The order number in what was typed or pasted, among other text, invisible characters and any kind of dash; undefined when there is none. */
export const orderNumberOf = (typed: string): string | undefined => NUMBER.exec(plain(typed))?.[0];

/** The 申込番号 in what was typed or pasted. */
export const applicationNumberOf = (typed: string): string | undefined =>
  APPLICATION.exec(plain(typed))?.[0].toLowerCase();

const plain = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s*[\p{Pd}−ー⁃]\s*/gu, "-");

export const isOrderNumber = (text: string): boolean => FORM.exec(text)?.[0] === text;

/** What the numbers of one shop's orders begin with. */
export const shopOf = (number: string): string => (isOrderNumber(number) ? number.slice(0, number.indexOf("-")) : "");

interface OwnNumbers {
  readonly own: string[];
  readonly strange: string[];
}

/**
 * Parts numbers, as many at a time as come, into those of the shop that most of all until then, and of `known`, are of, and
 * the others. RMS answers for one shop: what is of another one got there by a fault. A number in no known form is left alone.
 */
export function ofOneShop(known: readonly string[]): (numbers: readonly string[]) => OwnNumbers {
  const votes = new Map<string, number>();
  const count = (numbers: readonly string[]): void => {
    for (const shop of numbers.map(shopOf)) if (shop !== "") votes.set(shop, (votes.get(shop) ?? 0) + 1);
  };
  count(known);
  return (numbers) => {
    count(numbers);
    const most = Math.max(0, ...votes.values());
    const [ours] = [...votes].find(([, many]) => many === most) ?? [""];
    const isOwn = (number: string) => ["", ours].includes(shopOf(number));
    return { own: numbers.filter(isOwn), strange: numbers.filter((number) => !isOwn(number)) };
  };
}

/** Midnight in Japan before which no order with this number, or a later one, was made: a day of grace before its own date. */
export function earliestOrder(number: string): Date | undefined {
  const day = FORM.exec(number)?.slice(1, 4).join("-");
  const midnight = day === undefined ? undefined : instantOfWall(day);
  return midnight === undefined ? undefined : startOfDay(midnight, 1);
}
