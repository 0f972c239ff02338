import { describe, expect, test } from "vitest";
import {
  movedOn,
  type Progress,
  passUnderWay,
  type Trace,
  traceAfter,
  traceIn,
  traceOn,
  updatedFrom,
} from "../../../../src/desk/products/rules/product-pass.ts";
import { defaultSettings } from "../../../../src/desk/settings/rules/settings.ts";

const at = (text: string) => new Date(`${text}+09:00`);
const NOW = at("2026-11-24T10:30:00");
const LATER = at("2026-11-25T10:30:00");
const asked = (productsSince: string | null, productsFrom = 1): Progress => ({ productsSince, productsFrom });
const begun = (settings: Progress, now = NOW, trace?: Trace) => passUnderWay(trace, settings, now);

/** What is left after a pass that began at `now` came to its end. */
const ended = (settings: Progress, now = NOW, trace?: Trace): Trace =>
  traceAfter(trace, begun(settings, now, trace).pass, settings, true);

/** What is left when a pass was cut short behind so many products. */
function cut(settings: Progress, done: number): Trace {
  return traceOn(undefined, { ...begun(settings).pass, mark: "there", done }, settings);
}

test("the first pass takes the whole shop where no date is set, and otherwise from the day before that date", () => {
  expect(begun(asked(null)).pass).toMatchObject({ whole: true });
  expect(updatedFrom(begun(asked(null)).pass)).toBeUndefined();
  expect(updatedFrom(begun(asked("2026-11-20T09:00")).pass)).toBe("2026-11-19");
  expect(updatedFrom(begun(asked("2026-11-20T00:30")).pass)).toBe("2026-11-19");
});

test("after a complete pass the date is its beginning, and the next pass begins a day before that", () => {
  const trace = ended(asked(null));
  expect(trace.progress).toEqual(asked("2026-11-24T10:30"));
  expect(updatedFrom(begun(trace.progress, LATER, trace).pass)).toBe("2026-11-23");
});

describe("a pass that was cut short", () => {
  const trace = cut(asked(null), 300);

  test("goes on at its page, and the settings tell which product that is", () => {
    expect(trace.progress).toEqual(asked(null, 301));
    expect(begun(trace.progress, LATER, trace)).toMatchObject({ pass: { mark: "there", done: 300 }, skip: 0 });
  });

  test("goes on as well when the run was killed before the settings were moved on", () => {
    expect(begun(asked(null), LATER, trace)).toMatchObject({ pass: { mark: "there", done: 300 }, skip: 0 });
  });

  test("gives way to a date that the operator set meanwhile, from the first product on", () => {
    expect(begun(asked("2026-11-01T00:00", 301), LATER, trace)).toMatchObject({
      pass: { since: "2026-11-01T00:00", mark: "", began: LATER.toISOString() },
      skip: 0,
    });
  });

  test("gives way to a position that the operator set meanwhile", () => {
    expect(begun(asked(null, 7), LATER, trace)).toMatchObject({ pass: { mark: "" }, skip: 6 });
  });
});

test("what the operator sets while a run is at work is not moved on", () => {
  const trace = cut(asked(null), 300);
  expect(movedOn({ ...defaultSettings, ...asked(null) }, trace)).toMatchObject(asked(null, 301));
  expect(movedOn({ ...defaultSettings, ...asked("2026-11-01T00:00") }, trace)).toMatchObject(asked("2026-11-01T00:00"));
});

describe("the whole shop", () => {
  const trace = ended(asked(null));
  const isWhole = (days: number, from = trace) =>
    begun(from.progress, new Date(NOW.getTime() + days * 86_400_000), from).pass.whole;

  test("is gone through again after seven days", () => {
    expect([1, 6.9, 7, 30].map((days) => isWhole(days))).toEqual([false, false, true, true]);
  });

  test("is gone through again at once when what it does not have could not all be looked for", () => {
    const unseen = traceAfter(undefined, begun(asked(null)).pass, asked(null), false);
    expect(isWhole(0.1, unseen)).toBe(true);
  });

  test("is gone through a week after an operator began with a date of his own", () => {
    const dated = ended(asked("2026-11-20T09:00"));
    expect([isWhole(1, dated), isWhole(7, dated)]).toEqual([false, true]);
  });
});

test.each(["", "x", "{}", '{"progress":1}', undefined])("a cursor that cannot be read (%s) is none", (cursor) => {
  expect(traceIn(cursor)).toBeUndefined();
});
