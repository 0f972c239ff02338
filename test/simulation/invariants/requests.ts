import { DASHBOARD, REQUEST_BOX } from "../declared.ts";
import { cellIn } from "../goods.ts";
import type { Invariant } from "./invariant.ts";

/** Who asked for a run by its box has an answer, and the box is free for the next one. */
export const requestsAnswered: Invariant = {
  name: "each request is answered",
  broken: ({ office, ledger, isScheduled, asked, comparisons }) => {
    if (!isScheduled) return [];
    comparisons.note(DASHBOARD, "項目", "回答");
    const view = office.view(DASHBOARD);
    return [...asked].flatMap((job) => {
      const lines = view.rows.filter((row) => ledger.keyOf(view, row) === job);
      const [line] = lines;
      if (line === undefined || lines.length > 1) return [`${job} has ${lines.length} lines on ${DASHBOARD}`];
      return [
        ...(cellIn(view, line, REQUEST_BOX) === true ? [`${job} is still asked for`] : []),
        ...(cellIn(view, line, "回答") === "" ? [`${job} was asked for and is not answered`] : []),
      ];
    });
  },
};
