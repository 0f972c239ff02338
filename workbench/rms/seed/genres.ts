/** An invented slice of the genre tree. Ids have six digits as Rakuten's have, from a range made up for this shop. */
export interface Genre {
  readonly id: number;
  readonly name: string;
  readonly parent: number;
  readonly attributes: readonly GenreAttribute[];
  /** This genre was merged into another: RMS answers 301 with that one's body. */
  readonly mergedInto?: number;
}

export interface GenreAttribute {
  readonly id: number;
  readonly nameJa: string;
  readonly dataType: "STRING" | "NUMBER" | "DATE";
  readonly unit: string | null;
  readonly subUnits: readonly string[];
  readonly mandatory: boolean;
  readonly dictionary: readonly { readonly id: number; readonly nameJa: string }[];
}

const attribute = (id: number, nameJa: string, more: Partial<GenreAttribute> = {}): GenreAttribute => ({
  id,
  nameJa,
  dataType: "STRING",
  unit: null,
  subUnits: [],
  mandatory: false,
  dictionary: [],
  ...more,
});

const BRAND = attribute(1, "ブランド名", {
  mandatory: true,
  dictionary: [
    { id: 10001, nameJa: "見本堂" },
    { id: 10002, nameJa: "架空工房" },
  ],
});
const SERIES = attribute(3, "シリーズ名");
const COLOUR = attribute(8, "代表カラー", {
  mandatory: true,
  dictionary: [
    { id: 10101, nameJa: "レッド" },
    { id: 10102, nameJa: "ブルー" },
  ],
});
const WEIGHT = attribute(4838, "総重量", { dataType: "NUMBER", unit: "g", subUnits: ["kg"], mandatory: true });
const RELEASE = attribute(77, "発売日", { dataType: "DATE" });

const FOOD = [BRAND, SERIES, WEIGHT];
const GOODS = [BRAND, SERIES, COLOUR, RELEASE];

/** The lowest genres of each branch; ids follow from the order here. */
const TREE: readonly (readonly [
  branch: string,
  group: string,
  leaves: readonly string[],
  attributes: readonly GenreAttribute[],
])[] = [
  ["食品", "米・穀物", ["米", "雑穀"], FOOD],
  ["食品", "菓子", ["クッキー", "せんべい", "チョコレート"], FOOD],
  ["食品", "水産加工品", ["干物", "冷凍魚介"], FOOD],
  ["日用品", "文具", ["ノート", "ボールペン"], GOODS],
  ["日用品", "台所用品", ["鍋", "保存容器"], GOODS],
  ["ファッション", "トップス", ["Tシャツ", "パーカー"], GOODS],
  ["ファッション", "靴", ["スニーカー", "靴下"], GOODS],
];

export const GENRES: ReadonlyMap<number, Genre> = new Map(build().map((genre) => [genre.id, genre]));
export const LEAF_GENRES: readonly Genre[] = [...GENRES.values()].filter(
  ({ attributes, mergedInto }) => attributes.length > 0 && mergedInto === undefined,
);
export const isFood = ({ attributes }: Genre): boolean => attributes === FOOD;

function build(): Genre[] {
  const genres: Genre[] = [];
  const add = (name: string, parent: number, attributes: readonly GenreAttribute[]): number => {
    const known = genres.find((genre) => genre.name === name && genre.parent === parent);
    if (known) return known.id;
    const id = 990101 + genres.length;
    genres.push({ id, name, parent, attributes });
    return id;
  };
  for (const [branch, group, leaves, attributes] of TREE) {
    const parent = add(group, add(branch, 0, []), []);
    for (const leaf of leaves) add(leaf, parent, attributes);
  }
  const target = genres.find(({ name }) => name === "クッキー")!;
  genres.push({ ...target, id: 990901, name: "ビスケット", mergedInto: target.id });
  return genres;
}
