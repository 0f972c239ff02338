import { GENRES, type Genre, type GenreAttribute } from "../../seed/genres.ts";
import { errors } from "../answers.ts";
import { type Answer, type Call, ok } from "../call.ts";

const VERSION = { id: 99, fixedAt: "2026-11-01T10:00:00+09:00" };
const invalid = (code: string, parameter: string) => errors(400, code, `The ${parameter} parameter is invalid.`);

/** `GET /es/2.0/navigation/version` */
export const navigationVersion = (): Answer => ok({ version: VERSION });

/** `GET /es/2.0/navigation/genres/{genreId}`; a merged genre answers 301 with the body of the one it was merged into. */
export function genre(call: Call): Answer {
  const asked = askedGenre(call);
  if ("status" in asked) return asked;
  if (asked.root) return ok({ version: VERSION, genre: { children: childrenOf(0).map(base) } });
  return {
    status: asked.status301 ? 301 : 200,
    body: { version: VERSION, genre: withRelations(asked.genre, call.query) },
  };
}

/** `GET …/genres/{genreId}/attributes` and `…/attributes/{attributeId}` */
export function genreAttributes(call: Call): Answer {
  return attributesAnswer(call, (attribute) => attributeModel(attribute));
}

/** `GET …/attributes/{attributeId}/dictionaryValues?page=&limit=`; `-` stands for every attribute, then without paging. */
export function dictionaryValues(call: Call): Answer {
  const { page, limit } = { page: call.query.get("page"), limit: call.query.get("limit") };
  if ((page === null) !== (limit === null))
    return errors(400, "invalidPageAndLimit", "Both page and limit are required.");
  if (page !== null && !inRange(page)) return invalid("invalidPage", "page");
  if (limit !== null && !inRange(limit)) return invalid("invalidLimit", "limit");
  if (page !== null && call.params.attributeId === "-") {
    return errors(400, "requiredAttributeId", "The attributeId parameter is required.");
  }
  const first = (Number(page ?? 1) - 1) * Number(limit ?? 10_000);
  return attributesAnswer(call, (attribute) => ({
    ...attributeModel(attribute),
    dictionaryValues: attribute.dictionary.slice(first, first + Number(limit ?? 10_000)),
  }));
}

const inRange = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 10_000;

type Asked = { readonly root: true } | { readonly root: false; readonly genre: Genre; readonly status301: boolean };

function askedGenre({ params, query }: Call): Asked | Answer {
  const id = params.genreId ?? "";
  if (!/^(0|\d{6})$/.test(id)) return invalid("invalidGenreId", "genreId");
  for (const [name, code] of RELATIONS) {
    const value = query.get(name);
    if (value !== null && value !== "true" && value !== "false") return invalid(code, name);
  }
  if (id === "0") return { root: true };
  const found = GENRES.get(Number(id));
  if (!found) return errors(404, "notGenreFound", "Not genre found.");
  const target = found.mergedInto === undefined ? found : GENRES.get(found.mergedInto)!;
  return { root: false, genre: target, status301: target !== found };
}

const RELATIONS = [
  ["showAncestors", "invalidShowGenreAncestors"],
  ["showSiblings", "invalidShowGenreSiblings"],
  ["showChildren", "invalidShowGenreChildren"],
] as const;

function attributesAnswer(call: Call, model: (attribute: GenreAttribute) => object): Answer {
  const asked = askedGenre(call);
  if ("status" in asked) return asked;
  if (asked.root) return errors(404, "notGenreFound", "Not genre found.");
  const id = call.params.attributeId ?? "-";
  if (id !== "-" && !/^\d{1,9}$/.test(id)) return invalid("invalidAttributeId", "attributeId");
  const attributes = asked.genre.attributes.filter((attribute) => id === "-" || attribute.id === Number(id));
  if (attributes.length === 0) return errors(404, "notAttributeFound", "Not attribute found.");
  const body = {
    version: VERSION,
    genre: { ...withRelations(asked.genre, call.query), attributes: attributes.map(model) },
  };
  return { status: asked.status301 ? 301 : 200, body };
}

const childrenOf = (id: number): Genre[] =>
  [...GENRES.values()].filter(({ parent, mergedInto }) => parent === id && mergedInto === undefined);

function pathOf(genre: Genre): Genre[] {
  const parent = GENRES.get(genre.parent);
  return parent ? [...pathOf(parent), genre] : [genre];
}

function base(genre: Genre) {
  const path = pathOf(genre);
  return {
    genreId: genre.id,
    genreIdPath: path.map(({ id }) => id),
    nameJa: genre.name,
    nameJaPath: path.map(({ name }) => name),
    level: path.length,
    lowest: genre.attributes.length > 0,
    properties: { itemRegisterFlg: genre.attributes.length > 0 },
  };
}

function withRelations(genre: Genre, query: URLSearchParams) {
  const shown = (name: string, genres: () => Genre[]) => (query.get(name) === "true" ? genres().map(base) : null);
  return {
    ...base(genre),
    ancestors: shown("showAncestors", () => pathOf(genre).slice(0, -1)),
    siblings: shown("showSiblings", () => childrenOf(genre.parent).filter(({ id }) => id !== genre.id)),
    children: shown("showChildren", () => childrenOf(genre.id)),
  };
}

const attributeModel = ({ id, nameJa, dataType, unit, subUnits, mandatory, dictionary }: GenreAttribute) => ({
  id,
  nameJa,
  dataType,
  minLength: null,
  maxLength: dataType === "STRING" ? 100 : null,
  minValue: dataType === "NUMBER" ? 0 : null,
  maxValue: dataType === "NUMBER" ? 999_999_999 : null,
  dateFormat: dataType === "DATE" ? "YYYY-MM-DD" : null,
  unit,
  subUnits,
  properties: {
    rmsMandatoryFlg: mandatory,
    rmsMandatoryType: mandatory ? "MANDATORY" : "OPTIONAL_ITEM_PAGE",
    rmsMultiValueLimit: 1,
    rmsInputMethod: dictionary.length > 0 ? "SELECTIVE" : "DESCRIPTIVE",
    rmsSkuUnifyFlg: false,
    rmsRecommend: true,
  },
});
