/** What the page does itself in Univer's place. */
import { type Injector, LifecycleService, LifecycleStages } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  ComponentManager,
  INTERCEPTOR_POINT,
  ISheetCellDropdownManagerService,
  SheetInterceptorService,
  VALIDATE_CELL,
} from "@univerjs/preset-sheets-core";
import { DataValidationCacheService } from "@univerjs/preset-sheets-data-validation";
import { FindReplaceController } from "@univerjs/preset-sheets-find-replace";
import type { Corner } from "../sheets-client.ts";

const LIST = "sheets.dropdown.list";

/** Once Univer's own parts are there, the list of a drop-down cell is ours, and so is the refusal of what may not be in a cell. */
export function installOwnParts(univer: FUniver, injector: Injector, list: unknown): void {
  univer.addEvent(univer.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== LifecycleStages.Rendered) return;
    // It registers Univer's list when it comes to be.
    injector.get(ISheetCellDropdownManagerService);
    injector.get(ComponentManager).delete(LIST);
    univer.registerComponent(LIST, list as never);
    const { writeCellInterceptor } = injector.get(SheetInterceptorService);
    // Univer refuses only after it has stored the value, and then stores the old one again.
    writeCellInterceptor.intercept(VALIDATE_CELL, { priority: 100, handler: () => Promise.resolve(true) });
    // Which rows a filter hides says the engine, and those are hidden rows to Univer.
    injector
      .get(SheetInterceptorService)
      .intercept(INTERCEPTOR_POINT.ROW_FILTERED, { priority: 100, handler: () => false });
  });
  // Escape goes from the search back to the cells, and Univer would leave the search open.
  univer.addEvent(univer.Event.CommandExecuted, ({ id }) => {
    if (id === "ui.operation.focus-selection") injector.get(FindReplaceController).closePanel();
  });
}

/** Univer waits three seconds before it brings up search, filling and the like, and who searches before then finds nothing. */
export function finishStart(injector: Injector): void {
  injector.get(LifecycleService).stage = LifecycleStages.Steady;
}

/** Univer looks whether a cell keeps its rule only where it wrote the cell itself. */
export function lookAtRulesAgain(univer: FUniver, injector: Injector, sheetId: string, cells: readonly Corner[]): void {
  const unitId = univer.getActiveWorkbook()?.getId();
  if (unitId === undefined || cells.length === 0) return;
  const ranges = cells.map(({ row, column }) => ({
    startRow: row,
    endRow: row,
    startColumn: column,
    endColumn: column,
  }));
  injector.get(DataValidationCacheService).markRangeDirty(unitId, sheetId, ranges);
}
