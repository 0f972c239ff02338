import { DASHBOARD, REQUEST_BOX } from "../declared.ts";
import { cellRequest, typist } from "./people.ts";
import type { Step } from "./step.ts";

/** Lines of ダッシュボード that have one. */
const JOBS = ["出荷指示を取得", "在庫を連携", "商品マスタを取得", "出荷実績を送信"];

/** Somebody without keys asks for a run: the next look of 自動連携 carries it out. */
export const askForRun: Step = {
  name: "ask for a run",
  by: "people",
  weight: 3,
  act(world) {
    const { dice, office, ledger, asked, isScheduled, windows } = world;
    const view = office.view(DASHBOARD);
    const job = dice.pick(JOBS);
    const row = view.rows.find((each) => ledger.keyOf(view, each) === job);
    const column = view.headers.indexOf(REQUEST_BOX);
    if (!isScheduled || row === undefined || column === -1 || windows.areColumnsAstray()) return undefined;
    office.edit(typist(world, view, row.index, column), [cellRequest(view, row.index, column, true)]);
    asked.add(job);
    return `${job} is asked for`;
  },
};
