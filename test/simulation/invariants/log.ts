import { LOG } from "../declared.ts";
import type { Invariant } from "./invariant.ts";

export const nothingRunning: Invariant = {
  name: "no run is left at 実行中",
  broken: ({ office }) => {
    const { headers, rows } = office.view(LOG);
    const [id, result] = [headers.indexOf("実行ID"), headers.indexOf("結果")];
    const ids = rows.map(({ cells }) => String(cells[id] ?? ""));
    return [
      ...rows
        .filter(({ cells }) => cells[result] === "実行中")
        .map(({ cells }) => `run ${cells[id]} still says 実行中`),
      ...ids.filter((each, at) => each !== "" && ids.indexOf(each) !== at).map((each) => `run ${each} has two lines`),
    ];
  },
};
