import { type Entry, toChoose } from "../entry.ts";
import { type Condition, conditionOf, unsureCondition } from "../rules/conditions.ts";
import { ACTIVE, STOPPED } from "./condition-table.ts";

/** 確認条件マスタ as a job uses it: the conditions in force. One that is stopped, or being written, may be incomplete. */
export function readConditions(entries: readonly Entry[]): Condition[] {
  return entries.flatMap(({ text, fault, unusable }) => {
    const active = text("active");
    if (active === STOPPED || active === "false") return [];
    // Nobody said that it is stopped.
    if (!["", ACTIVE, "true"].includes(active)) fault("active", toChoose("有効・停止"));
    const [field, operator, value, message] = ["field", "operator", "value", "message"].map(text) as [
      string,
      string,
      string,
      string,
    ];
    const condition = conditionOf({ field, operator, value, message });
    if (!Array.isArray(condition)) return [condition];
    for (const { column, reason } of condition) fault(column, reason);
    const isBeingWritten = condition.every(({ column }) => text(column) === "");
    return isBeingWritten ? [] : [unsureCondition(unusable() ?? "")];
  });
}
