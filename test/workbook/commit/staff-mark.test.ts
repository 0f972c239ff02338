import fc from "fast-check";
import { expect, test } from "vitest";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { checkbox, seal, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock, log, logLine } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id: text("番号", { note: "", writer: "import" }),
    status: text("状況", { note: "", writer: "staff", choices: ["梱包済", "出荷済"] }),
    tracking: text("伝票番号", { note: "", writer: "staff", distinct: true }),
    mark: staffKey(),
    memo: text("メモ", { note: "", writer: "staff" }),
    done: checkbox("確認済", { note: "" }),
    door: text("届け先", { note: "", writer: "import" }),
    seal: seal({ writer: "import" }),
  },
});

const SHEET = 1001;
const [STATUS, TRACKING, MARK, MEMO, DONE] = [1, 2, 3, 4, 5] as const;
const ids = ["A", "B", "C", "D", "E", "F"];

interface Desk {
  readonly sheets: EngineSheets;
  /** Keys of the rows that a run cannot prove; it brings home what it can. */
  run(rows?: readonly string[]): { readonly restored: string[]; readonly doubts: Map<string, readonly string[]> };
  people(...requests: object[]): void;
  /** People's visible cells under the header, by key; those of rows without one under "". */
  entries(): [key: string, cells: unknown[]][];
}

function desk(): Desk {
  const sheets = engineSheets();
  const people = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });
  people(...setUpRequests({ sheets: [] }, {}, { tables: [parcels, log], who: "" }));
  let runs = 0;
  return {
    sheets,
    people,
    run(rows = ids) {
      const run = `run${++runs}`;
      const book = openBook({ sheets, clock, tables: [parcels, log], run });
      const { restored, doubts } = book.repair(parcels);
      const cells = rowsFor(
        parcels,
        "import",
        rows.map((id) => ({ id, door: `${id}の町` })),
      );
      book.plan([cells]).commit({ mend: true, records: [logLine(run, "完了")] });
      const asked = [...doubts].flatMap(([key, all]) => all.map(({ doubt }) => [key, doubt] as const));
      return { restored: [...restored].sort(), doubts: new Map(asked) };
    },
    entries() {
      const { values = [] } = sheets.request("GET", `/values/${encodeURIComponent("荷物")}`) as { values?: string[][] };
      return values.slice(1).flatMap((row): [string, unknown[]][] => {
        const cells = [STATUS, TRACKING, MEMO, DONE].map((at) => (row[at] === "FALSE" ? "" : (row[at] ?? "")));
        return row[0] || cells.some((cell) => cell !== "") ? [[row[0] ?? "", cells]] : [];
      });
    },
  };
}

const enters = (rowIndex: number, columnIndex: number, userEnteredValue: object) => ({
  updateCells: {
    start: { sheetId: SHEET, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue }] }],
    fields: "userEnteredValue",
  },
});
const types = (rowIndex: number, columnIndex: number, value: string) =>
  enters(rowIndex, columnIndex, value === "" ? {} : { stringValue: value });
const ticks = (rowIndex: number, boolValue: boolean) => enters(rowIndex, DONE, { boolValue });
const block = (startRowIndex: number, endRowIndex: number, from: number = STATUS, to: number = DONE) => ({
  sheetId: SHEET,
  startRowIndex,
  endRowIndex,
  startColumnIndex: from,
  endColumnIndex: to + 1,
});
const sorts = (range: object, dimensionIndex: number, sortOrder = "DESCENDING") => ({
  sortRange: { range, sortSpecs: [{ dimensionIndex, sortOrder }] },
});
const copies = (source: object, destination: object) => ({
  copyPaste: { source, destination, pasteType: "PASTE_NORMAL" },
});
const down = (range: object) => ({ insertRange: { range, shiftDimension: "ROWS" } });
const up = (range: object) => ({ deleteRange: { range, shiftDimension: "ROWS" } });

const numbers = { A: "111", B: "444", C: "222", D: "666", E: "333", F: "555" } as Record<string, string>;
const own = (id: string) => ["梱包済", numbers[id], `${id}のメモ`, ""];

/** Every parcel has its number and a memo, and an import has seen them. */
function worked(): Desk {
  const opened = desk();
  opened.run();
  opened.people(
    ...ids.flatMap((id, at) => [
      types(at + 1, STATUS, "梱包済"),
      types(at + 1, TRACKING, numbers[id] as string),
      types(at + 1, MEMO, `${id}のメモ`),
    ]),
  );
  opened.run();
  return opened;
}
const home = ids.map((id) => [id, own(id)]);

test("people's cells that were sorted without their rows go home in the next commit, and no cell is lost", () => {
  const { run, people, entries } = worked();
  people(sorts(block(1, 7), TRACKING));
  expect(entries()[0]).toEqual(["A", own("D")]);
  expect(run()).toEqual({ restored: ids, doubts: new Map() });
  expect(entries()).toEqual(home);
  expect(run()).toEqual({ restored: [], doubts: new Map() });
});

test("what people typed after the last commit and before they sorted goes home too", () => {
  const { run, people, entries } = worked();
  people(types(2, MEMO, "Bは急ぎ"), types(5, TRACKING, "999"), sorts(block(1, 7), TRACKING));
  run();
  expect(entries()).toEqual(
    home.map(([id, cells]) => [
      id,
      id === "B" ? ["梱包済", "444", "Bは急ぎ", ""] : id === "E" ? ["梱包済", "999", "Eのメモ", ""] : cells,
    ]),
  );
});

test("where only some of people's columns were sorted, only those go home", () => {
  const { run, people, entries } = worked();
  people(sorts(block(1, 7, STATUS, MARK), TRACKING));
  expect(run().doubts).toEqual(new Map());
  expect(entries()).toEqual(home);
});

test("cells that were shifted down or up go home, the last ones from below the list", () => {
  const opened = worked();
  opened.people(down(block(3, 4)));
  expect(opened.entries().at(-1)).toEqual(["", own("F")]);
  expect(opened.run().doubts).toEqual(new Map());
  expect(opened.entries()).toEqual(home);
  opened.people(up(block(2, 3)));
  opened.run();
  expect(opened.entries()).toEqual(home.map(([id, cells]) => [id, id === "B" ? ["", "", "", ""] : cells]));
});

test("what lay beside cells that were shifted off the list stays where it is when they go home, and its row is named", () => {
  const { sheets, run, people, entries } = worked();
  people(types(7, MEMO, "人の覚え書き"), down(block(6, 7, STATUS, MARK)));
  const { strays } = openBook({ sheets, clock, tables: [parcels], run: "look" }).repair(parcels);
  expect(strays).toEqual([{ rowIndex: 7, name: "F" }]);
  expect(run().doubts).toEqual(new Map());
  expect(entries()).toEqual([...home, ["", ["", "", "人の覚え書き", ""]]]);
});

test("cells pasted or filled over another row's cannot be told apart: the row asks, until a person changes something on it", () => {
  const { run, people, entries } = worked();
  people(copies(block(1, 2), block(3, 5)));
  const before = entries();
  expect(run()).toEqual({
    restored: [],
    doubts: new Map([
      ["C", ["from", "A"]],
      ["D", ["from", "A"]],
    ]),
  });
  expect(entries()).toEqual(before);
  expect([...run().doubts.keys()]).toEqual(["C", "D"]);
  people(types(3, TRACKING, "777"));
  expect([...run().doubts.keys()]).toEqual(["D"]);
});

test("a tick answers what a row asks; a box that was ticked and unticked again, or has just been put there, does not", () => {
  const { run, people } = worked();
  people(copies(block(1, 2), block(3, 5)));
  run();
  people(ticks(3, false));
  expect([...run().doubts.keys()]).toEqual(["C", "D"]);
  people(ticks(3, true));
  expect([...run().doubts.keys()]).toEqual(["D"]);
});

test("a tracking number that was moved alone, without its mark, is asked for", () => {
  const { run, people } = worked();
  people(sorts(block(1, 7, TRACKING, TRACKING), TRACKING));
  const { restored, doubts } = run();
  expect(restored).toEqual([]);
  expect(doubts.get("A")).toEqual(["from", "D"]);
  expect(doubts.size).toBeGreaterThan(3);
});

test("something pasted over the hidden column itself is named, not lost", () => {
  const { run, people } = worked();
  people(types(2, MARK, "425792000001"));
  expect(run().doubts).toEqual(new Map([["B", ["pasted", "425792000001"]]]));
  expect(run().doubts).toEqual(new Map([["B", ["pasted", "425792000001"]]]));
});

test("cells of a row that is gone stay where they are and are asked for", () => {
  const { run, people, entries } = worked();
  people(copies(block(1, 2), block(2, 3)), {
    deleteDimension: { range: { sheetId: SHEET, dimension: "ROWS", startIndex: 1, endIndex: 2 } },
  });
  expect(run(ids.slice(1)).doubts).toEqual(new Map([["B", ["from", "A"]]]));
  expect(entries()[0]).toEqual(["B", own("A")]);
});

test("a question stays with its cells, also when they were moved and went home", () => {
  const { run, people, entries } = worked();
  people(copies(block(1, 2), block(2, 3)), {
    deleteDimension: { range: { sheetId: SHEET, dimension: "ROWS", startIndex: 1, endIndex: 2 } },
  });
  run(ids.slice(1));
  people(sorts(block(1, 3), TRACKING));
  expect(run(ids.slice(1)).doubts).toEqual(new Map([["B", ["from", "A"]]]));
  expect(entries()[0]).toEqual(["B", own("A")]);
});

test("what people type in the instant before cells go home is not overwritten", () => {
  const { sheets, run, people, entries } = worked();
  people(sorts(block(1, 7), TRACKING));
  sheets.before("get", () => people(types(1, MEMO, "いま書いた")), 2);
  run();
  expect(entries().find(([id]) => id === "D")).toEqual(["D", ["梱包済", "666", "いま書いた", ""]]);
});

test("a row inserted in the instant of the write leaves every cell with its parcel", () => {
  const { sheets, run, people, entries } = worked();
  people(sorts(block(1, 7), TRACKING));
  const range = { sheetId: SHEET, dimension: "ROWS", startIndex: 1, endIndex: 2 };
  sheets.before("batchUpdate", () => people({ insertDimension: { range } }));
  run();
  expect(entries()).toEqual(home);
});

test("nothing is proven of a row before its cells are home and no question is open", () => {
  const { sheets, run, people } = worked();
  const proven = () => ids.filter(openBook({ sheets, clock, tables: [parcels], run: "look" }).proven(parcels));
  expect(proven()).toEqual(ids);
  people(sorts(block(1, 4), TRACKING), copies(block(5, 6), block(6, 7)));
  expect(proven()).toEqual(["D", "E"]);
  run();
  expect(proven()).toEqual(["A", "B", "C", "D", "E"]);
});

const span = fc.tuple(fc.nat(5), fc.nat(5)).map(([a, b]) => [Math.min(a, b) + 1, Math.max(a, b) + 2] as const);
const meddling = fc.oneof(
  fc.tuple(span, fc.constantFrom(STATUS, TRACKING, MEMO)).map(([[a, b], by]) => sorts(block(a, b), by)),
  span.map(([a, b]) => sorts(block(a, b, STATUS, MARK), TRACKING, "ASCENDING")),
  span.map(([a, b]) => sorts(block(a, b, TRACKING, MEMO), MEMO)),
  fc.tuple(fc.nat(5), span).map(([from, [a, b]]) => copies(block(from + 1, from + 2), block(a, b))),
  fc
    .tuple(fc.nat(5), span)
    .map(([from, [a, b]]) => copies(block(from + 1, from + 2, STATUS, MARK), block(a, b, STATUS, MARK))),
  span.map(([a, b]) => down(block(a, b))),
  span.map(([a, b]) => up(block(a, b))),
);

test("after any meddling each parcel has its own number or a named question, and no cell that people left is lost", () => {
  fc.assert(
    fc.property(fc.array(meddling, { minLength: 1, maxLength: 3 }), (requests) => {
      const { run, people, entries } = worked();
      people(...requests);
      const left = new Set(
        entries()
          .flatMap(([, cells]) => cells)
          .filter((cell) => /^(\d{3}|.のメモ)$/.test(String(cell))),
      );
      // With all that people had gone, there is nothing left to tell by.
      fc.pre(left.size > 0);
      const { doubts } = run();
      const after = entries();
      const now = new Set(after.flatMap(([, cells]) => cells));
      expect([...left].filter((cell) => !now.has(cell))).toEqual([]);
      const unsaid = after.filter(([id, cells]) => id !== "" && cells[1] !== numbers[id] && !doubts.has(id));
      expect(unsaid).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
