/** Sorting and filtering by a person's hand: from menus, and from the buttons of a filter. */
import type { FUniver } from "@univerjs/core/facade";
import type { DrawnFrame } from "../../sheets/drawing/drawn.ts";
import { criteriaRequest, type DataCommand, dataRequest } from "./data-requests.ts";
import { criteriaOf, type FilterChoice } from "./filter-criteria.ts";
import { selectedColumns } from "./selected-columns.ts";

export interface DataCommands {
  /** By the selected columns of the sheet on the screen. */
  arrange(command: DataCommand): void;
  filterBy(sheetId: string, column: number, chosen: FilterChoice): void;
}

export interface DataCommandOptions {
  readonly univer: FUniver;
  readonly frameOf: (sheetId: string) => DrawnFrame | undefined;
  readonly ask: (request: object) => void;
  readonly onUnsupported: () => void;
}

export function dataCommands({ univer, frameOf, ask, onUnsupported }: DataCommandOptions): DataCommands {
  return {
    arrange(command) {
      const columns = selectedColumns(univer, frameOf);
      if (columns !== undefined) ask(dataRequest(command, columns));
    },
    filterBy(sheetId, column, chosen) {
      const filter = frameOf(sheetId)?.filter;
      if (filter === undefined) return;
      const { startRow, endRow } = filter.area;
      const sheet = univer.getActiveWorkbook()!.getSheetBySheetId(sheetId)!;
      const below = endRow - startRow - 1;
      const texts =
        below < 1
          ? []
          : sheet
              .getRange(startRow + 1, column, below, 1)
              .getDisplayValues()
              .flat();
      const criteria = criteriaOf(chosen, texts);
      if (criteria === undefined) onUnsupported();
      else ask(criteriaRequest(filter, column, criteria));
    },
  };
}
