import { expect, test } from "vitest";
import { LEAF_GENRES } from "../../../../workbench/rms/seed/genres.ts";
import { openSandbox } from "../open-sandbox.ts";

const get = (path: string) => openSandbox().call(`/es/2.0/navigation/${path}`);

test("every item's genre can be looked up, with its path", () => {
  const sandbox = openSandbox({ skus: 100 });
  for (const { item } of sandbox.shop.items()) {
    const { status, json } = sandbox.call(`/es/2.0/navigation/genres/${item.genreId}`);
    expect(status).toBe(200);
    expect(json.genre).toMatchObject({ genreId: Number(item.genreId), lowest: true, ancestors: null });
    expect(json.genre.nameJaPath).toHaveLength(json.genre.level);
  }
});

test("a merged genre answers 301 with the body of the one it was merged into", () => {
  const { status, json, headers } = get("genres/990901");
  expect(status).toBe(301);
  expect(json.genre.nameJa).toBe("クッキー");
  expect(headers).not.toHaveProperty("Location");
});

test("the root has children only, and relatives come when asked for", () => {
  expect(Object.keys(get("genres/0").json.genre)).toEqual(["children"]);
  const { genre } = get(`genres/${LEAF_GENRES[0]!.id}?showAncestors=true&showSiblings=true&showChildren=true`).json;
  expect(genre.ancestors).toHaveLength(2);
  expect(genre.siblings.length).toBeGreaterThan(0);
  expect(genre.children).toEqual([]);
});

test.each([
  ["genres/abc", 400, "invalidGenreId"],
  ["genres/123456", 404, "notGenreFound"],
  ["genres/990103?showChildren=yes", 400, "invalidShowGenreChildren"],
  ["genres/990103/attributes/1/dictionaryValues?page=1", 400, "invalidPageAndLimit"],
  ["genres/990103/attributes/1/dictionaryValues?page=0&limit=1", 400, "invalidPage"],
  ["genres/990103/attributes/1/dictionaryValues?page=1&limit=10001", 400, "invalidLimit"],
  ["genres/990103/attributes/-/dictionaryValues?page=1&limit=1", 400, "requiredAttributeId"],
])("%s is answered with %i %s", (path, status, code) => {
  const answer = get(path);
  expect(answer.status).toBe(status);
  expect(answer.json.errors[0].code).toBe(code);
});

test("dictionary values come page by page", () => {
  const page = (number: number) =>
    get(`genres/990103/attributes/1/dictionaryValues?page=${number}&limit=1`).json.genre.attributes[0].dictionaryValues;
  expect([page(1), page(2), page(3)].map((values) => values.length)).toEqual([1, 1, 0]);
});

test("the genre tree has a version", () => {
  expect(get("version").json.version).toMatchObject({
    id: expect.any(Number),
    fixedAt: expect.stringMatching(/\+09:00$/),
  });
});
