/** What the page does itself in Univer's place. */
import { type Injector, LifecycleStages } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  ComponentManager,
  ISheetCellDropdownManagerService,
  SheetInterceptorService,
  VALIDATE_CELL,
} from "@univerjs/preset-sheets-core";

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
  });
}
