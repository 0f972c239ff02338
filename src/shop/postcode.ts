/**
 * The first three digits of the postcodes of each prefecture, ranges with what is not given out yet between them. Where a valley
 * or an island is served from the neighbour's side, a prefecture has digits of the other's, and both have them (Japan Post's own
 * list, 2025). 199 was 神奈川県's until its postcodes moved to 252.
 */
const prefixes: Readonly<Record<string, string>> = {
  北海道: "001-009 040-099",
  青森県: "018 030-039",
  岩手県: "020-029",
  宮城県: "980-989",
  秋田県: "010-019",
  山形県: "990-999",
  福島県: "960-979",
  茨城県: "300-319",
  栃木県: "311 320-329 349",
  群馬県: "370-379 384 389",
  埼玉県: "330-370",
  千葉県: "260-299",
  東京都: "100-209",
  神奈川県: "199 210-259",
  新潟県: "389 940-959",
  富山県: "930-939",
  石川県: "920-929 939",
  福井県: "910-919 922",
  山梨県: "400-409",
  長野県: "380-399 949",
  岐阜県: "500-509",
  静岡県: "410-439",
  愛知県: "431 440-499",
  三重県: "498 510-519 647",
  滋賀県: "520-529",
  京都府: "520 600-629",
  大阪府: "530-599 618 630",
  兵庫県: "563 650-679",
  奈良県: "630-639 647-648",
  和歌山県: "640-649",
  鳥取県: "680-684 686-689",
  島根県: "684-685 690-699",
  岡山県: "700-719",
  広島県: "720-739",
  山口県: "740-759",
  徳島県: "770-779",
  香川県: "760-769",
  愛媛県: "790-799",
  高知県: "780-789",
  福岡県: "800-816 818-839 871",
  佐賀県: "840-849",
  長崎県: "811 817 848 850-859",
  熊本県: "860-869",
  大分県: "839 870-879",
  宮崎県: "880-889",
  鹿児島県: "890-899",
  沖縄県: "900-909",
};

/** As RMS writes them. */
export const prefectures: readonly string[] = Object.keys(prefixes);

/** The prefecture that an address begins with, however it is spelled; undefined for a place abroad. */
export function prefectureIn(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  return prefectures.find((name) => plain.startsWith(name)) ?? prefectures.find((name) => name.slice(0, -1) === plain);
}

const POSTCODE = /^(\d{3})-?\d{4}$/;
const digitsOf = (text: string): string | undefined => POSTCODE.exec(text.normalize("NFKC").trim())?.[1];

export const isPostcode = (text: string): boolean => digitsOf(text) !== undefined;

/** Only what is sure: a place abroad, or a postcode that is none, contradicts nothing. */
export function contradicts(postcode: string, prefecture: string): boolean {
  const digits = digitsOf(postcode);
  const ranges = prefixes[prefectureIn(prefecture) ?? ""];
  if (digits === undefined || ranges === undefined) return false;
  return !ranges.split(" ").some((range) => {
    const [first = "", last = first] = range.split("-");
    return first <= digits && digits <= last;
  });
}
