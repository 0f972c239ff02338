import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { LOG } from "../declared.ts";
import type { Invariant } from "./invariant.ts";

export const nothingRunning: Invariant = {
  name: "no run is left at 実行中",
  broken: ({ office, comparisons }) => {
    comparisons.note(LOG, "実行ID", "結果", "実行者");
    const { headers, rows } = office.view(LOG);
    const who = headers.indexOf("実行者");
    const [id, result] = [headers.indexOf("実行ID"), headers.indexOf("結果")];
    const ids = rows.map(({ cells }) => String(cells[id] ?? ""));
    return [
      ...rows
        .filter(({ cells }) => cells[result] === "実行中")
        .map(({ cells }) => `run ${cells[id]} still says 実行中`),
      ...rows
        .filter(({ cells }) => cells[id] !== "" && ![OPERATOR, STAFF, ""].includes(String(cells[who])))
        .map(({ cells }) => `run ${cells[id]} was started by ${cells[who]}`),
      ...ids.filter((each, at) => each !== "" && ids.indexOf(each) !== at).map((each) => `run ${each} has two lines`),
    ];
  },
};
