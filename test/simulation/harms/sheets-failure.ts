import { raiseAfter, raiseInstead, sheetsFailure } from "../../../workbench/apps-script/execution/gate.ts";
import type { Harm } from "./harm.ts";

const messages: readonly (readonly [code: number, message: string])[] = [
  [
    429,
    "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com'.",
  ],
  [500, "Internal error encountered."],
  [503, "The service is currently unavailable."],
];

/** Google refuses a call of the Sheets API, or carries it out and says that it failed. */
export const sheetsFailures: readonly Harm[] = messages.flatMap(([code, message]) =>
  [raiseInstead, raiseAfter].map(
    (raise): Harm => ({
      name: `Sheets answers ${code} ${raise === raiseAfter ? "after" : "before"} applying`,
      weight: 3,
      fits: ({ name }) => name.startsWith("Sheets.Spreadsheets."),
      act: ({ name }) => raise(sheetsFailure(name.replace("Sheets.S", "s"), code, message)),
    }),
  ),
);
