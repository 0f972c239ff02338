import * as right from "../../../src/desk/reports/rules/record-plan.ts";

/** Wrong on purpose: what is to be another in a record of RMS is added beside it. */
export const recordPlan: typeof right.recordPlan = (...given) => {
  const plan = right.recordPlan(...given);
  const records = plan.records.map((record) => (record.remove ? record : withoutId(record)));
  return { ...plan, records };
};

const withoutId = ({ detailId: _, ...record }: right.PlannedRecord): right.PlannedRecord => record;
