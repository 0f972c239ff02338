import { expect, test } from "vitest";
import { fittingIntervals, forecast } from "../../../../src/desk/schedule/rules/forecast.ts";
import type { Schedule } from "../../../../src/desk/schedule/rules/schedule.ts";
import { forecastWarning } from "../../../../src/desk/schedule/rules/schedule-texts.ts";
import { at, every } from "./when.ts";

const shipments = (plan: Schedule["import-shipments"]): Schedule => ({ "import-shipments": plan! });
const wish = (schedule: Schedule, quiet: { from: string; to: string } | null = null) => ({ schedule, quiet });
const means = { "import-shipments": 90, "sync-stock": 60 };

test("a mean run of 90 s every 15 minutes takes 144 of 90 minutes, looks that find nothing beside it", () => {
  expect(forecast(wish(shipments(every(15))), means, 5)).toEqual({ runs: 144, idle: 6, total: 150 });
});

test("people are warned with an interval that fits, and told what a Workspace account has", () => {
  const warning = forecastWarning(wish(shipments(every(15))), means, 5);
  expect(warning).toContain("実行 144分");
  expect(warning).toContain("1日90分まで");
  expect(warning).toContain("「出荷指示」を30分ごとにすると、約80分に収まります。");
  expect(warning).toContain("1日6時間まで");
});

test("what fits is not warned of", () => {
  expect(forecastWarning(wish(shipments(every(30))), means, 5)).toBe("");
  expect(forecastWarning(wish({}), means, 5)).toBe("");
});

test.each([
  ["nothing is scheduled", wish({}), { runs: 0, idle: 10, total: 10 }],
  ["set times", wish(shipments(at("09:00", "13:00"))), { runs: 3, idle: 10, total: 13 }],
  ["two times between two looks are one run", wish(shipments(at("09:01", "09:03"))), { runs: 2, idle: 10, total: 11 }],
  [
    "the quiet period counts only as looks",
    wish(shipments(every(30)), { from: "22:00", to: "06:00" }),
    { runs: 48, idle: 9, total: 57 },
  ],
])("forecast: %s", (_, given, { runs, idle }) => {
  expect(forecast(given, means, 5)).toEqual({ runs, idle, total: runs + idle });
});

test("an add-on looks once an hour, and runs no more often", () => {
  expect(forecast(wish(shipments(every(10))), means, 60)).toEqual({ runs: 36, idle: 0, total: 36 });
});

test("a job that never ran counts as one of half a minute", () => {
  expect(forecast(wish(shipments(every(60))), {}, 5).runs).toBe(12);
});

test("the job that costs most gives way first, and only as far as it must", () => {
  const both = { ...shipments(every(15)), "sync-stock": every(30) };
  expect(fittingIntervals(wish(both), means, 5)).toEqual({ "import-shipments": 60, "sync-stock": 60 });
  expect(fittingIntervals(wish(both), means, 5, 130)).toEqual({ "import-shipments": 30 });
});

test("where no interval is long enough people hear what else helps", () => {
  const warning = forecastWarning(wish(shipments(every(60))), { "import-shipments": 270 }, 5);
  expect(warning).toContain("間隔を延ばすだけでは収まりません。");
});
