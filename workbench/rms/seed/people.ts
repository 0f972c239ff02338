import type { Orderer, Person } from "../shop/order.ts";
import type { Random } from "./random.ts";

/** Words that no family bears as its name: whoever sees them knows that the person is invented. */
const FAMILIES = [
  ["見本", "ミホン"],
  ["試験", "シケン"],
  ["架空", "カクウ"],
  ["仮名", "カメイ"],
  ["例示", "レイジ"],
  ["模擬", "モギ"],
  ["試作", "シサク"],
  ["記入例", "キニュウレイ"],
  ["練習", "レンシュウ"],
  ["雛形", "ヒナガタ"],
  ["検証", "ケンショウ"],
  ["想定", "ソウテイ"],
  ["仮想", "カソウ"],
  ["標本", "ヒョウホン"],
  ["下書", "シタガキ"],
  ["模型", "モケイ"],
  ["見出", "ミダシ"],
  ["素案", "ソアン"],
  ["例題", "レイダイ"],
  ["空欄", "クウラン"],
] as const;

/** Names that a spreadsheet would take for a formula, a number or a mention. */
const AWKWARD_FAMILIES = [
  ["=見本", "ミホン"],
  ["+試験", "シケン"],
  ["-架空", "カクウ"],
  ["@仮名", "カメイ"],
  ["007例示", "レイジ"],
  ["'模擬", "モギ"],
  ["𠮷例文", "ヨシレイブン"],
  ["見本📦", "ミホン"],
  ["とてもとても長い名前の見本株式会社架空営業部第一営業課", "トテモトテモナガイナマエノミホン"],
] as const;

const FIRST_NAMES = [
  ["太郎", "タロウ"],
  ["花子", "ハナコ"],
  ["一郎", "イチロウ"],
  ["次郎", "ジロウ"],
  ["三郎", "サブロウ"],
  ["桜子", "サクラコ"],
  ["松子", "マツコ"],
  ["竹蔵", "タケゾウ"],
  ["梅子", "ウメコ"],
  ["空", "ソラ"],
  ["海", "ウミ"],
  ["陸", "リク"],
  ["ひかり", "ヒカリ"],
  ["のぞみ", "ノゾミ"],
  ["こだま", "コダマ"],
] as const;

/** Prefecture and the first three digits of a postcode there. */
const PREFECTURES = [
  ["北海道", "060"],
  ["青森県", "030"],
  ["岩手県", "020"],
  ["宮城県", "980"],
  ["秋田県", "010"],
  ["山形県", "990"],
  ["福島県", "960"],
  ["茨城県", "310"],
  ["栃木県", "320"],
  ["群馬県", "371"],
  ["埼玉県", "330"],
  ["千葉県", "260"],
  ["東京都", "100"],
  ["神奈川県", "231"],
  ["新潟県", "950"],
  ["富山県", "930"],
  ["石川県", "920"],
  ["福井県", "910"],
  ["山梨県", "400"],
  ["長野県", "380"],
  ["岐阜県", "500"],
  ["静岡県", "420"],
  ["愛知県", "460"],
  ["三重県", "514"],
  ["滋賀県", "520"],
  ["京都府", "604"],
  ["大阪府", "540"],
  ["兵庫県", "650"],
  ["奈良県", "630"],
  ["和歌山県", "640"],
  ["鳥取県", "680"],
  ["島根県", "690"],
  ["岡山県", "700"],
  ["広島県", "730"],
  ["山口県", "753"],
  ["徳島県", "770"],
  ["香川県", "760"],
  ["愛媛県", "790"],
  ["高知県", "780"],
  ["福岡県", "810"],
  ["佐賀県", "840"],
  ["長崎県", "850"],
  ["熊本県", "860"],
  ["大分県", "870"],
  ["宮崎県", "880"],
  ["鹿児島県", "890"],
  ["沖縄県", "900"],
] as const;

const CITIES = ["架空市", "見本市", "試験市仮区", "架空郡例示町", "想定市"] as const;
const TOWNS = ["見本町", "架空台", "仮名が丘", "試作", "例示通", "雛形本町"] as const;
const BUILDINGS = [
  "",
  "",
  "",
  " 見本マンション101号室",
  " 架空ハイツ0012号",
  "\nサンプルビル　３階",
  " (株)仮想 気付",
] as const;

const ISLANDS = [
  ["東京都", "100", "架空島見本村"],
  ["沖縄県", "907", "架空郡見本島町"],
  ["長崎県", "811", "想定市架空島"],
] as const;

type Named = readonly [written: string, kana: string];

export interface PersonWish {
  /** The address lies on an island that carriers charge extra for. */
  readonly island?: boolean;
}

export function person(random: Random, { island = false }: PersonWish = {}): Person {
  const [familyName, familyNameKana] = random.pick<Named>(random.chance(0.03) ? AWKWARD_FAMILIES : FAMILIES);
  const [firstName, firstNameKana] = random.pick(FIRST_NAMES);
  const [prefecture, zipCode1, islandCity] = island ? random.pick(ISLANDS) : random.pick(PREFECTURES);
  const city = islandCity ?? (prefecture === "東京都" ? "架空区" : random.pick(CITIES));
  const block = `${random.int(1, 9)}-${random.int(1, 20)}-${random.int(1, 30)}`;
  return {
    zipCode1,
    zipCode2: String(random.int(0, 9999)).padStart(4, "0"),
    prefecture,
    city,
    subAddress: `${random.pick(TOWNS)}${block}${random.pick(BUILDINGS)}`,
    familyName,
    firstName,
    familyNameKana,
    firstNameKana,
    phoneNumber1: "000",
    phoneNumber2: "0000",
    phoneNumber3: String(random.int(0, 9999)).padStart(4, "0"),
  };
}

export function orderer(random: Random, wish?: PersonWish): Orderer {
  const known = random.chance(0.7);
  return {
    ...person(random, wish),
    emailAddress: maskedAddress(random),
    sex: known ? random.pick(["男", "女"]) : null,
    birthYear: known ? random.int(1950, 2005) : null,
    birthMonth: known ? random.int(1, 12) : null,
    birthDay: known ? random.int(1, 28) : null,
  };
}

/** Rakuten masks every address as letters and digits at its forwarding domain; ours lies under a domain that cannot exist. */
export function maskedAddress(random: Random): string {
  const digits = Array.from({ length: 4 }, () => random.int(0, 0xffffffff).toString(16).padStart(8, "0")).join("");
  return `${digits}s1@pc.fw.rakuten.ne.jp.invalid`;
}
