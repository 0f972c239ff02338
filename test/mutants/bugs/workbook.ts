import type { Mutant } from "../mutant.ts";

const placement = "src/workbook/commit/placement.ts";
const SET_UP = ["test/desk/set-up/"];

export const workbookBugs: readonly Mutant[] = [
  {
    name: "sort-within-the-written-rows-unnoticed",
    file: placement,
    before: "expectedRows(place).some(([key, rowIndex]) => !rows.has(at(key, rowIndex)))",
    after: "expectedRows(place).some(([key]) => !seen.rows.has(key))",
  },
  {
    name: "proof-of-the-first-row-alone",
    file: placement,
    before: "return expectedRows(place).some(",
    after: "return expectedRows(place).slice(0, 1).some(",
  },
  {
    name: "moved-column-unnoticed",
    file: placement,
    before: "if (seen === undefined || !sameLayout(layout, seen.layout)) return true;",
    after: "if (seen === undefined) return true;",
  },
  {
    name: "rows-written-where-they-were-read",
    file: placement,
    before: "if (row !== undefined) updated.set(key, { rowIndex: row.index, cells });",
    after:
      "if (row !== undefined) updated.set(key, { rowIndex: change.state.rows.get(key)?.index ?? row.index, cells });",
  },
  {
    name: "cursors-of-other-jobs-forgotten",
    file: "src/workbook/commit/commit.ts",
    before: "cursors: { ...open.memory.memory.cursors, ...cursors }",
    after: "cursors: { ...cursors }",
  },
  {
    name: "guard-on-the-row-before-the-last",
    file: "src/workbook/commit/guard.ts",
    before: "startIndex: rowCount - 1,\n  endIndex: rowCount,",
    after: "startIndex: rowCount - 2,\n  endIndex: rowCount - 1,",
  },
  {
    name: "row-that-changed-taken-off-the-list",
    file: "src/workbook/commit/lost-rows.ts",
    before: "!removed.has(key) && !seen.rows.has(renamed.get(key) ?? key)",
    after: "removed.has(key) && !seen.rows.has(renamed.get(key) ?? key)",
  },
  {
    name: "texts-parsed-as-typed",
    file: "src/workbook/cell.ts",
    before: "  return { stringValue: cell };",
    after: '  return cell.startsWith("=") ? { formulaValue: cell } : { stringValue: cell };',
  },
  {
    name: "key-of-blanks-taken-for-one",
    file: "src/workbook/read/snapshot.ts",
    before: 'String(cell ?? "").trim() !== "" && !strayed',
    after: 'String(cell ?? "") !== "" && !strayed',
  },
  {
    name: "neighbouring-cells-sealed-as-one",
    file: "src/workbook/declare/seal.ts",
    before: "index <= part.length; index++",
    after: "index < part.length; index++",
  },
  {
    name: "unticked-box-taken-for-an-entry",
    file: "src/workbook/declare/staff-mark.ts",
    before: "isBlank(cell) || cell === false ?",
    after: "isBlank(cell) ?",
  },
  {
    name: "restored-rows-called-proven",
    file: "src/workbook/read/staff-repair.ts",
    before: "!restored.has(key) &&\n    !copied.has(key);",
    after: "!restored.has(key);",
  },
  {
    name: "lock-opens-the-columns-of-jobs",
    file: "src/workbook/protect/wanted.ts",
    before: "groups(openColumns(sheet)).map(",
    after: "groups(columnsOf(sheet, false)).map(",
  },
  {
    name: "open-columns-with-their-header",
    file: "src/workbook/protect/wanted.ts",
    before: "  startRowIndex: 1,\n  ...columns,",
    after: "  startRowIndex: 0,\n  ...columns,",
  },
  {
    name: "renamed-column-made-anew",
    file: "src/workbook/set-up/columns.ts",
    before: "headerPlace(name) === -1 && markPlace(name) === -1);",
    after: "headerPlace(name) === -1);",
    tests: SET_UP,
  },
  {
    name: "lost-key-column-filled-anew",
    file: "src/workbook/set-up/proof.ts",
    before: "if (lost.length > 0 && facts.rows.some((row) => !row.every(isBlank)))",
    after: "if (lost.length > 1 && facts.rows.some((row) => !row.every(isBlank)))",
    tests: SET_UP,
  },
  {
    name: "header-sorted-into-the-data-written-anew",
    file: "src/workbook/set-up/proof.ts",
    before: "if (index !== -1) throw movedHeader",
    after: "if (index > 1) throw movedHeader",
    tests: SET_UP,
  },
  {
    name: "swapped-names-believed",
    file: "src/workbook/set-up/which-sheet.ts",
    before: "if (titled !== undefined && owners.get(titled) === table) return titled;",
    after: "if (titled !== undefined) return titled;",
    tests: SET_UP,
  },
];
