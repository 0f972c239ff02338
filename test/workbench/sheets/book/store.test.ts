import { spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileStore } from "../../../../workbench/sheets/book/store.ts";
import { createSheetsEngine } from "../../../../workbench/sheets/engine.ts";
import { book, OPERATOR, range, rowsAt, STAFF, write } from "../book.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sheets-store-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const everything = (engine: ReturnType<typeof createSheetsEngine>, id: string, user = OPERATOR) =>
  engine.handle({ method: "GET", path: `/v4/spreadsheets/${id}?includeGridData=true`, user }).body;

describe("a spreadsheet with a store", () => {
  it("is the same after a restart, made-up ids included", () => {
    const desk = book({ store: fileStore(folder) });
    desk.engine.share(desk.id, STAFF, "reader");
    desk.type("A1", [["2026/11/24", "007", "=B1*2", "1-2"]]);
    desk.batch(
      { addSheet: { properties: { title: "second" } } },
      { addProtectedRange: { protectedRange: { range: range(0, 1, 0, 1) } } },
      { insertDimension: { range: rowsAt(0, 1) } },
    );
    const later = createSheetsEngine({ store: fileStore(folder), now: () => new Date("2031-01-01T00:00:00Z") });
    expect(everything(later, desk.id, STAFF)).toEqual(everything(desk.engine, desk.id, STAFF));
  });

  it("keeps nothing of a refused change", () => {
    const desk = book({ store: fileStore(folder) });
    desk.batch(write(0, 0, ["kept"]));
    desk.tryBatch([write(0, 0, ["refused"]), { deleteSheet: { sheetId: 9 } }]);
    const later = createSheetsEngine({ store: fileStore(folder) });
    expect(everything(later, desk.id)).toEqual(everything(desk.engine, desk.id));
  });

  it("folds a long journal into a snapshot, with formats and rules", () => {
    const desk = book({ store: fileStore(folder), rows: 2000 });
    const cell = { userEnteredFormat: { textFormat: { bold: true } }, note: "n" };
    desk.batch(
      { repeatCell: { range: range(0, 3, 0, 2), cell, fields: "userEnteredFormat,note" } },
      { setDataValidation: { range: range(1, 3, 0, 1), rule: { condition: { type: "BOOLEAN" } } } },
    );
    desk.batch(write(0, 0, ...Array.from({ length: 1500 }, (_, row) => ["x".repeat(3000), row, "=B1", true])));
    expect(readdirSync(folder)).toEqual([`${desk.id}.json`]);
    desk.batch(write(0, 0, ["after the snapshot"]));
    const later = createSheetsEngine({ store: fileStore(folder) });
    expect(everything(later, desk.id)).toEqual(everything(desk.engine, desk.id));
  });

  it("does not apply again what a snapshot already has", () => {
    const desk = book({ store: fileStore(folder) });
    const state = { text: "" };
    const store = fileStore(folder);
    desk.batch({ insertDimension: { range: rowsAt(0, 1) } });
    const [saved] = store.load();
    expect(saved?.journal.map(({ revision }) => revision)).toEqual([1, 2]);
    store.append(desk.id, { ...saved!.journal[1]!, revision: 2 }, () => state.text);
    const later = createSheetsEngine({ store: fileStore(folder) });
    expect(everything(later, desk.id)).toEqual(everything(desk.engine, desk.id));
  });

  it("survives half a line at the end of its journal, and goes on after it", () => {
    const desk = book({ store: fileStore(folder) });
    desk.batch(write(0, 0, ["whole"]));
    const journal = join(folder, `${desk.id}.journal`);
    const { size } = statSync(journal);
    appendFileSync(journal, '{"revision":3,"ti');
    const later = createSheetsEngine({ store: fileStore(folder) });
    expect(everything(later, desk.id)).toEqual(everything(desk.engine, desk.id));
    expect(statSync(journal).size).toBe(size);
  });

  it.each([
    ["a snapshot that is cut short", ".json", (text: string) => text.slice(0, -9)],
    ["an empty snapshot", ".json", () => ""],
    ["a snapshot that is something else", ".json", () => "[1]"],
    ["an empty journal", ".journal", () => ""],
    ["a journal with a spoilt line", ".journal", (text: string) => text.replace("{", "<")],
    ["a journal without its first line", ".journal", (text: string) => text.slice(text.indexOf("\n") + 1)],
    ["a journal without one of its lines", ".journal", (text: string) => text.replace(/\n.*\n/, "\n")],
    ["a journal whose change cannot be made", ".journal", (text: string) => text.replaceAll("updateCells", "noCells")],
  ])("is refused for %s, and nothing is written over it", (_, end, spoil) => {
    const desk = book({ store: fileStore(folder), rows: 2000 });
    const path = join(folder, desk.id + end);
    const large = Array.from({ length: end === ".json" ? 1500 : 1 }, () => ["x".repeat(3000)]);
    desk.batch(write(0, 0, ...large));
    if (end === ".journal") desk.batch(write(0, 0, ["last"]));
    const spoilt = spoil(readFileSync(path, "utf8"));
    writeFileSync(path, spoilt);
    expect(() => createSheetsEngine({ store: fileStore(folder) })).toThrow(/^\/\S+ (is|has) [^\n]+\.$/);
    expect(readFileSync(path, "utf8")).toBe(spoilt);
  });

  it("that was being created when its process was killed is none", () => {
    writeFileSync(join(folder, "id.journal"), '{"revision":1,"ti');
    expect(createSheetsEngine({ store: fileStore(folder) }).spreadsheetIds()).toEqual([]);
  });

  it("says which file could not be written, and has changed nothing", () => {
    const desk = book({ store: fileStore(folder) });
    const before = everything(desk.engine, desk.id);
    rmSync(join(folder, `${desk.id}.journal`));
    mkdirSync(join(folder, `${desk.id}.journal`));
    expect(() => desk.batch(write(0, 0, ["lost"]))).toThrow(
      /journal could not be written: a folder is in its place\. Nothing/,
    );
    expect(everything(desk.engine, desk.id)).toEqual(before);
  });

  it("is for its owner's eyes alone", () => {
    const desk = book({ store: fileStore(folder) });
    const modes = [folder, join(folder, `${desk.id}.journal`)].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });

  it("has every acknowledged commit after its process was killed", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "commit-forever.ts"), folder]);
    const lines = createInterface({ input: child.stdout });
    let acknowledged = -1;
    let id = "";
    for await (const line of lines) {
      const [kind, value] = line.split(" ");
      if (kind === "created") id = value!;
      else acknowledged = Number(value);
      if (acknowledged >= 200) child.kill("SIGKILL");
    }
    const { engine } = { engine: createSheetsEngine({ store: fileStore(folder) }) };
    const { body } = engine.handle({ method: "GET", path: `/v4/spreadsheets/${id}/values/A1`, user: OPERATOR });
    // One more may have reached the disk without its acknowledgement being read.
    expect(Number((body as { values: string[][] }).values[0]![0])).toBeGreaterThanOrEqual(acknowledged);
    expect(existsSync(join(folder, `${id}.journal`))).toBe(true);
  });
});
