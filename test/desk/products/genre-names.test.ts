import { expect, test } from "vitest";
import { genreNames } from "../../../src/desk/products/genre-names.ts";
import { GENRES } from "../../../workbench/rms/seed/genres.ts";
import { openRms } from "../../support/rms-port.ts";

const genres = [...GENRES.values()].filter(({ id, mergedInto }) => id >= 100_000 && mergedInto === undefined);
const ids = genres.slice(0, 5).map(({ id }) => String(id));

test("each genre is asked for once, the last one too, and those that are known never", () => {
  const { rms } = openRms();
  const names = genreNames(rms, new Map([[ids[0]!, "前からの名前"]]), () => true);
  expect(names.learn([...ids, ...ids, "", "000000", "abc"])).toBe(true);
  expect(names.learn(ids)).toBe(true);
  expect(ids.map(names.nameOf)).toEqual(["前からの名前", ...genres.slice(1, 5).map(({ name }) => name)]);
  expect(["000000", "abc"].map(names.nameOf)).toEqual(["（不明なジャンル）", "（不明なジャンル）"]);
  expect(rms.calls()).toBe(4);
});

test("where time runs out the rest is left for another time", () => {
  const { rms } = openRms();
  let left = 2;
  const names = genreNames(rms, new Map(), () => left-- > 0);
  expect(names.learn(ids)).toBe(false);
  expect(ids.map((id) => names.nameOf(id) !== "")).toEqual([true, true, false, false, false]);
  left = 9;
  expect(names.learn(ids)).toBe(true);
  expect(rms.calls()).toBe(5);
});
