import { isOurLock } from "../declare/lock.ts";
import type { SheetState } from "../read/snapshot.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A row that people insert above the first one pushes the locks of columns down with it: they are pulled up again. */
export const lockRepairs = ({ protections }: SheetState): Request[] =>
  protections
    .filter(({ range, ...lock }) => isOurLock(lock) && mayChange(lock) && (range?.startRowIndex ?? 0) > 1)
    .map(({ protectedRangeId, range }) => ({
      updateProtectedRange: {
        protectedRange: { protectedRangeId, range: { ...range, startRowIndex: 1 } },
        fields: "range",
      },
    }));

/** Asking for more than one may change would have Google refuse the whole commit. */
const mayChange = (lock: GoogleAppsScript.Sheets.Schema.ProtectedRange): boolean =>
  lock.warningOnly === true || lock.requestingUserCanEdit === true;
