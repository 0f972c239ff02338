import { deleteColumn, insertColumn, moveColumn, renameHeader, restoreHeader } from "./columns.ts";
import { answerProduct, changeGoods } from "./goods.ts";
import { changeCondition, fillInMaster } from "./masters.ts";
import { answerRow, changeParcel, enterParcel } from "./parcels.ts";
import { askForRun } from "./requests.ts";
import { deleteRow, filterRows, insertRows, pasteRow, sortRows } from "./rows.ts";
import { changeSet } from "./sets.ts";
import { cancel, restore, shopSteps } from "./shop.ts";
import type { Step } from "./step.ts";
import { answerReturn, changeMovement, countGoods, markShipped, typeMovement } from "./stock.ts";
import { overtypeApiCell, typeStaffCell } from "./type-cell.ts";

/** Everything that people and the shop do. */
export const steps: readonly Step[] = [
  ...[typeStaffCell, overtypeApiCell, fillInMaster, changeCondition, changeSet, answerProduct],
  askForRun,
  ...[countGoods, typeMovement, changeMovement, markShipped, answerReturn],
  ...[enterParcel, changeParcel, answerRow],
  ...[insertRows, deleteRow, sortRows, filterRows, pasteRow],
  ...[insertColumn, moveColumn, deleteColumn, renameHeader, restoreHeader],
  ...shopSteps,
  changeGoods,
];

/** What happens around parcels whose report is under way. */
export const parcelSteps: readonly Step[] = [enterParcel, changeParcel, answerRow, cancel, restore];
