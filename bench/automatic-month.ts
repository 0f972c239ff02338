import { automaticMonth } from "../test/support/automatic-month.ts";

/** Every tenth day of the month RMS is away. */
const outagesIn = (days: number): number[] =>
  Array.from({ length: days }, (_, day) => day).filter((day) => day % 10 === 4);

/** What comes of so many days in which 自動連携 is left to itself, with so many orders a day. */
export async function automaticLine(days: number, ordersPerDay: number): Promise<string> {
  const started = performance.now();
  const outages = outagesIn(days);
  const figures = await automaticMonth({ days, ordersPerDay, outages });
  const { looks, idle, mostIdleCalls, runs, late, overlaps, mostMinutes, meanMinutes } = figures;
  const { boxes, unanswered, orders, missing, failed } = figures;
  return (
    `${days} days of 自動連携 with ${ordersPerDay} orders a day (${orders} orders, ${outages.length} days without RMS): ` +
    `${looks} looks, ${idle} of them idle with ${mostIdleCalls} calls at the most (target 2), ${failed} failed; ` +
    `${runs} runs, ${late.length} late by more than a look (target 0), ${overlaps} at the same time (target 0); ` +
    `${boxes} boxes, ${unanswered} without an answer in time (target 0); ${missing} orders missing three hours after an outage (target 0); ` +
    `trigger minutes a day: ${meanMinutes.toFixed(0)} in the mean, ${mostMinutes.toFixed(0)} at the most (limit 90); ` +
    `${((performance.now() - started) / 1000).toFixed(0)} s here`
  );
}
