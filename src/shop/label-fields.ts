import { type Order, type Package, PICKUP } from "./order.ts";
import { contradicts, isPostcode, prefectureIn } from "./postcode.ts";

type Labelled = Pick<Package, "addressee" | "dropOff" | "awaiting">;

/** Nothing is sent: such an order needs no label. */
const WITHOUT_PARCEL = /店頭受取|発送を伴わない/;

/** What a label needs and the order does not say, by the names of its columns. */
export function missingOnLabel({ deliveryMethod }: Pick<Order, "deliveryMethod">, destination: Labelled): string[] {
  const { addressee, dropOff, awaiting } = destination;
  if (awaiting !== null || WITHOUT_PARCEL.test(deliveryMethod)) return [];
  const { name, postcode, prefecture, city, street, phone } = addressee;
  const isAbroad = !isBlank(prefecture) && prefectureIn(prefecture) === undefined;
  // A store's address is one text, in which prefecture and city may stand.
  const isStore = dropOff === PICKUP;
  return [
    isBlank(name) && "お届け先氏名",
    (isAbroad ? isBlank(postcode) : !isPostcode(postcode)) && "郵便番号",
    !isStore && isBlank(prefecture) && "都道府県",
    !isStore && isBlank(city) && "市区町村",
    isBlank(street) && "番地・建物",
    (isAbroad ? isBlank(phone) : digitsIn(phone) < SHORTEST_PHONE) && "電話番号",
  ].filter((field) => field !== false);
}

/** With its area code, as RMS has it. */
const SHORTEST_PHONE = 10;

const digitsIn = (text: string): number => text.normalize("NFKC").replace(/\D/g, "").length;
const isBlank = (text: string): boolean => text.trim() === "";

/** What looks wrong on a label and is no reason to stop: the list of postcodes that we know by their first digits may be old. */
export function labelWarnings({ addressee: { postcode, prefecture } }: Pick<Package, "addressee">): string[] {
  if (!contradicts(postcode, prefecture)) return [];
  return [`郵便番号（${postcode}）は${prefecture}のものではないようです。お届け先を確認してください。`];
}
