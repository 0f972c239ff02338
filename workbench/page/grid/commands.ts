/** What a person may do to the grid: what the engine is told about, and what changes nothing but the view. */

const edits = [
  "set-range-values",
  "clear-selection-content",
  "auto-clear-content",
  "auto-fill",
  "refill",
  "copy-down",
  "copy-right",
  "paste",
  "paste-value",
  "paste-by-short-key",
  "optional-paste",
  "toggle-cell-checkbox",
  "replace",
];

const views = [
  "copy",
  "move-selection",
  "move-selection-enter-tab",
  "expand-selection",
  "select-all",
  "select-range",
  "scroll-view",
  "scroll-view-reset",
  "scroll-to-cell",
  "set-scroll-relative",
  "change-zoom-ratio",
  "set-zoom-ratio",
  "set-worksheet-activate",
  "set-row-header-width",
  "set-col-header-height",
];

const allowed = new Set([...edits, ...views].map((name) => `sheet.command.${name}`));
const ofSheet = /^(sheet|sheets|formula|sheets-formula|data-validation|sheets-data-validation)\.command\./;

/** Inserting rows, formats, new sheets and the like would show in the grid and never reach the engine. */
export const isRefused = (id: string): boolean => ofSheet.test(id) && !allowed.has(id);

/** The engine computes; what Univer's own formulas would make of a cell must not show. */
export const isCalculation = (id: string): boolean =>
  /^formula\.mutation\.set-(trigger-)?formula-calculation-start$/.test(id);
