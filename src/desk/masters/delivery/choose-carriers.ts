import type { Platform } from "../../../platform/ports.ts";
import { alone, busy } from "../../../run/alone.ts";
import { logRows, type Run, runId } from "../../../run/log.ts";
import { logTable } from "../../../run/log-table.ts";
import { problemFrom } from "../../../run/notice.ts";
import { emptyReport } from "../../../run/report.ts";
import { carrierLabel } from "../../../shop/carrier.ts";
import { openBook } from "../../../workbook/commit/book.ts";
import { rowsFor, staffCells } from "../../../workbook/commit/cells.ts";
import { keyOf } from "../../../workbook/declare/key.ts";
import { cellAt } from "../../../workbook/read/snapshot.ts";
import { mayChange, responsible } from "../../connection/operator.ts";
import { type CarrierChoices, type ChoiceResult, carrierChoices, choiceTexts } from "../rules/carrier-choice.ts";
import { deliveryTable } from "./delivery-table.ts";

/**
 * Writes into 配送サービスマスタ which carrier people chose for delivery methods that have none yet; a method without a row gets
 * one. The sheet stays the one place where they are kept, and 連携ログ says who chose what.
 */
export function chooseCarriers(platform: Platform, sent: unknown): ChoiceResult {
  if (!mayChange(platform)) return failed(choiceTexts.onlyOperator(responsible(platform)));
  const choices = carrierChoices(sent);
  if (choices === undefined) return failed(choiceTexts.unreadable);
  try {
    return alone(platform, choiceTexts.title, () => written(platform, choices)) ?? failed(busy(platform).message);
  } catch (error) {
    return failed(problemFrom(platform, error).message);
  }
}

const failed = (message: string): ChoiceResult => ({ done: false, message });

function written(platform: Platform, choices: CarrierChoices): ChoiceResult {
  const now = platform.clock.now();
  const { title } = choiceTexts;
  const run: Run = { id: runId(now), job: "choose-carriers", title, labels: {}, who: platform.who, startedAt: now };
  const book = openBook({ ...platform, tables: [deliveryTable, logTable], run: run.id });
  const state = book.state(deliveryTable);
  const keyFor = (method: string) => keyOf(deliveryTable, { method, rakutenCarrier: "" });
  const isOpen = (method: string) => {
    const row = state.rows.get(keyFor(method));
    return row === undefined || String(cellAt(state, row, "carrier") ?? "").trim() === "";
  };
  const open = choices.filter(({ method }) => isOpen(method));
  const kept = choices.filter(({ method }) => !isOpen(method)).map(({ method }) => method);
  if (open.length === 0) return failed(choiceTexts.kept(kept));
  const plan = book.plan([
    rowsFor(
      deliveryTable,
      "import",
      open.map(({ method }) => ({ method, rakutenCarrier: "", state: "" })),
    ),
    staffCells(
      deliveryTable,
      new Map(open.map(({ method, carrier }) => [keyFor(method), { carrier: carrierLabel(carrier) }])),
    ),
  ]);
  const names = open.map(({ method, carrier }) => `「${method}」${carrierLabel(carrier)}`);
  const message = [choiceTexts.chosen(names), kept.length === 0 ? "" : choiceTexts.kept(kept)].join("");
  const line = { result: "完了", report: emptyReport, message, rmsCalls: 0, now } as const;
  plan.commit({ mend: true, records: logRows(run, line, book) });
  return { done: true, message };
}
