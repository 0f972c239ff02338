import { describe, expect, test } from "vitest";
import type { ReportRow } from "../../../../src/desk/reports/rules/report-row.ts";
import { A, B, C, day, full, held, judged, NOON, reportRow, TODAY } from "../../../support/reports.ts";

/** What becomes of one row: what is reported of it, or why not; undefined where nothing is said of it. */
function verdict(given: Parameters<typeof reportRow>[0], context: Parameters<typeof judged>[1] = {}) {
  const { candidates, refused, underWay } = judged([reportRow(given)], context);
  return candidates[0]?.wanted ?? refused[0]?.reason ?? (underWay.length > 0 ? "under way" : undefined);
}

test("a row with carrier, number and date is reported with just these", () => {
  expect(verdict({})).toEqual({ carrier: "1001", numbers: [A], shippedOn: TODAY });
  expect(verdict({ trackingNumber: "３９００-0000-0014", shippedOn: TODAY + 0.7 })).toEqual(verdict({}));
});

test("several numbers in the cell are several parcels", () => {
  expect(verdict({ trackingNumber: `${A}\n${B}, ${C}` })).toMatchObject({ numbers: [A, B, C] });
});

test("a number that stands twice in the cell is reported once, with a warning", () => {
  const { candidates, warned } = judged([reportRow({ trackingNumber: `${A},${A}` })]);
  expect(candidates).toMatchObject([{ wanted: { numbers: [A] } }]);
  expect(warned.map(({ reason }) => reason)).toEqual([expect.stringContaining("1件として報告")]);
});

test("twenty numbers are reported, and a row with 21 is refused", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => `9${String(at).padStart(8, "0")}1`);
  expect(verdict({ trackingNumber: numbers(20).join("\n") })).toMatchObject({ numbers: numbers(20) });
  expect(verdict({ trackingNumber: numbers(21).join("\n") })).toContain("21件");
});

describe("the carrier", () => {
  test("one that Rakuten does not know is refused with the list, and never その他 instead", () => {
    const reason = verdict({ carrier: "○○運輸" });
    expect(reason).toContain("○○運輸");
    expect(reason).toContain("1001 ヤマト運輸、1002 佐川急便");
  });

  test.each(["1001", "ヤマト運輸", "１００１ ヤマト運輸"])("%s is Yamato", (carrier) => {
    expect(verdict({ carrier })).toMatchObject({ carrier: "1001" });
  });

  test("none is refused, and その他 only where people chose it", () => {
    expect(verdict({ carrier: "" })).toContain("「配送会社」で選んで");
    expect(verdict({ carrier: "1000 その他" })).toMatchObject({ carrier: "1000" });
  });
});

describe("the number", () => {
  test.each([
    ["3.9E+11", "指数表示"],
    ["390000000000", "丸められて"],
    ["手渡し", "英数字以外"],
    ["9".repeat(121), "120文字"],
    [`${A}\n3.9E+11`, "指数表示"],
  ])("%s is refused: %s", (trackingNumber, reason) => {
    expect(verdict({ trackingNumber })).toContain(reason);
  });

  test("a rounded one is flagged on each of three rows", () => {
    const rows = ["101", "102", "103"].map((basketId) => reportRow({ basketId, trackingNumber: "390000000000" }));
    const { candidates, refused } = judged(rows);
    expect(candidates).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual(Array(3).fill(expect.stringContaining("丸められて")));
  });

  test("a check digit or a length that does not fit is a warning and no more", () => {
    const { candidates, warned } = judged([
      reportRow({ trackingNumber: "390000000015" }),
      reportRow({ basketId: "102", trackingNumber: "9000000014" }),
      reportRow({ basketId: "103", trackingNumber: B }),
    ]);
    expect(candidates).toHaveLength(3);
    expect(warned.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("検査数字"),
      expect.stringContaining("桁数"),
    ]);
  });
});

describe("the same number on two rows", () => {
  const two = (first: Partial<ReportRow> = {}, second: Partial<ReportRow> = {}) =>
    judged([reportRow(first), reportRow({ orderNumber: "123456-20261123-0000000002", ...second })]);

  test("holds both back and names the other order on each", () => {
    const { candidates, refused } = two();
    expect(candidates).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("0000000002"),
      expect.stringContaining("0000000001"),
    ]);
  });

  test("is reported, with a warning, of each row that people confirmed", () => {
    const { candidates, refused, warned } = two({ cancelConfirmed: true });
    expect(candidates.map(({ row }) => row.orderNumber)).toEqual(["123456-20261123-0000000001"]);
    expect(refused).toHaveLength(1);
    expect(warned).toHaveLength(1);
    expect(two({ cancelConfirmed: true }, { cancelConfirmed: true }).candidates).toHaveLength(2);
  });

  test("is not confirmed by a tick from before", () => {
    const questions =
      "「確認済」のチェックは今回の変更より前のものです。一度外し、次の取込でこの表示が消えてから入れ直してください。";
    expect(two({ cancelConfirmed: true, questions }, { cancelConfirmed: true }).candidates).toHaveLength(1);
  });

  test("is seen whatever signs it has, and between one number and several", () => {
    expect(two({ trackingNumber: "3900-0000-0014" }, { trackingNumber: `${B}\n${A}` }).refused).toHaveLength(2);
  });

  test("is none where one of the rows is cancelled: its label may have gone onto the other", () => {
    expect(two({ state: "取消" }).candidates).toHaveLength(1);
  });

  test("holds the new row back where the other was reported already", () => {
    const sentRecords = `7001 1001 ${A} 2026/11/24`;
    const { candidates, refused } = two({ state: "出荷済", report: { ...reported, sentRecords } });
    expect(candidates).toEqual([]);
    expect(refused.map(({ row }) => row.orderNumber)).toEqual(["123456-20261123-0000000002"]);
  });
});

const reported = { ...reportRow().report, reportState: "送信済" as const, reportedAt: NOON - 1 };

describe("a service without tracking", () => {
  test("is reported by carrier and date alone where it is flagged 番号なし, and refused where it is not", () => {
    const entered = { carrier: "1003 日本郵便", trackingNumber: "" };
    expect(verdict({ ...entered, untracked: true })).toEqual({ carrier: "1003", numbers: [], shippedOn: TODAY });
    expect(verdict(entered)).toContain("番号なし");
    expect(verdict({ ...entered, shippedOn: null, shippingStatus: "出荷済" }, { shippingDate: "today" })).toContain(
      "番号なし",
    );
  });

  test("is reported with the number where it has one all the same", () => {
    expect(verdict({ untracked: true })).toMatchObject({ numbers: [A] });
  });

  test("is not reported because its carrier was chosen", () => {
    const chosen = { untracked: true, trackingNumber: "", shippedOn: null };
    expect(verdict(chosen)).toBeUndefined();
    expect(verdict(chosen, { shippingDate: "today" })).toBeUndefined();
    expect(verdict({ ...chosen, shippingStatus: "出荷済" }, { shippingDate: "today" })).toMatchObject({ numbers: [] });
  });
});

test.each([
  ["nothing", { carrier: "", trackingNumber: "", shippedOn: null }],
  ["a carrier alone", { trackingNumber: "", shippedOn: null }],
  ["a day alone", { carrier: "", trackingNumber: "", shippedOn: TODAY }],
  ["a number whose day is still to come", { shippedOn: null }],
])("of a row with %s nothing is said", (_, given) => {
  expect(verdict(given)).toBeUndefined();
});

test("a row that staff marked 出荷済 says what it lacks", () => {
  const shipped = { shippingStatus: "出荷済" };
  expect(verdict({ ...shipped, trackingNumber: "" })).toContain("伝票番号がありません");
  expect(verdict({ ...shipped, shippedOn: null })).toContain("発送日が空です");
  expect(verdict({ ...shipped, carrier: "" })).toContain("配送会社がありません");
});

test("what is 出荷済 without a day goes out with the day that people said of this report, while that is today", () => {
  const blank = { shippingStatus: "出荷済", shippedOn: null };
  expect(verdict(blank, { blankDay: TODAY })).toMatchObject({ shippedOn: TODAY });
  expect(verdict(blank, { blankDay: TODAY - 1 })).toContain("発送日が空です");
  expect(verdict({ shippedOn: null }, { blankDay: TODAY })).toBeUndefined();
  expect(verdict({ ...blank, shippedOn: TODAY - 2 }, { blankDay: TODAY })).toMatchObject({ shippedOn: TODAY - 2 });
});

describe("the day", () => {
  test.each([
    ["明日", "日付ではありません"],
    [20261124, "日付ではありません。2026/11/24 のことですか"],
    ["20261124", "2026/11/24 のことですか"],
    [TODAY - 366, "1年以上"],
    [TODAY + 366, "1年以上"],
    [1e9, "1年以上"],
  ])("%s is refused: %s", (shippedOn, reason) => {
    expect(verdict({ shippedOn })).toContain(reason);
  });

  test("a day within a year is taken", () => {
    expect(verdict({ shippedOn: TODAY - 365 })).toMatchObject({ shippedOn: TODAY - 365 });
  });

  test("is that of the report, or the next business day, where the shop has it so", () => {
    const friday = { now: day("2026-11-20") + 0.6 };
    expect(verdict({ shippedOn: null }, { ...friday, shippingDate: "today" })).toMatchObject({
      shippedOn: day("2026-11-20"),
    });
    expect(verdict({ shippedOn: day("2026-11-20") }, { ...friday, shippingDate: "nextBusinessDay" })).toMatchObject({
      shippedOn: day("2026-11-24"),
    });
    const isClosed = (at: number) => at === day("2026-11-24");
    expect(verdict({}, { ...friday, isClosed, shippingDate: "nextBusinessDay" })).toMatchObject({
      shippedOn: day("2026-11-25"),
    });
  });

  test("stays as it was reported on later days, and changes with what people enter", () => {
    const report = { ...reported, sentRecords: `7001 1001 ${A} 2026/11/20` };
    expect(verdict({ report }, { shippingDate: "today" })).toBeUndefined();
    expect(verdict({ report, trackingNumber: `${A}\n${B}` }, { shippingDate: "today" })).toMatchObject({
      shippedOn: day("2026-11-20"),
    });
    expect(verdict({ report })).toMatchObject({ shippedOn: TODAY });
  });

  test("stays as RMS showed it for these numbers, where the row lost what it said of its report", () => {
    const listed = [full(7001, A, { shippedOn: day("2026-11-20") })];
    for (const shippingDate of ["today", "nextBusinessDay"] as const) {
      expect(verdict({ listed }, { shippingDate })).toMatchObject({ shippedOn: day("2026-11-20") });
      expect(verdict({ listed, trackingNumber: B }, { shippingDate })).toEqual(
        verdict({ trackingNumber: B }, { shippingDate }),
      );
    }
    expect(verdict({ listed })).toMatchObject({ shippedOn: TODAY });
    const nameless = [held(7001, { carrier: "1001", shippedOn: day("2026-11-20") })];
    const shipped = { trackingNumber: "", untracked: true, shippingStatus: "出荷済" };
    expect(verdict({ ...shipped, listed: nameless }, { shippingDate: "today" })).toMatchObject({
      numbers: [],
      shippedOn: day("2026-11-20"),
    });
  });
});

describe("never reported is a row that", () => {
  test.each<[string, Partial<ReportRow>, string]>([
    ["is 要確認", { state: "要確認" }, "要確認"],
    ["is 保留", { state: "保留" }, "保留"],
    ["staff hold", { shippingStatus: "保留" }, "保留"],
    ["is cancelled", { state: "取消" }, "取消"],
    ["has entries of which nobody can tell whose they are", { proven: false }, "この行のものか"],
  ])("%s", (_, given, reason) => {
    const { candidates, refused } = judged([reportRow(given)]);
    expect(candidates).toEqual([]);
    expect(refused).toMatchObject([{ reason: expect.stringContaining(reason), held: true }]);
  });

  test("is cancelled is, once people ticked that it shall be, with a tick that is newer than the cancellation", () => {
    expect(verdict({ state: "取消", cancelConfirmed: true })).toMatchObject({ numbers: [A] });
    const questions =
      "「確認済」のチェックは今回の取消より前のものです。一度外し、次の取込でこの表示が消えてから入れ直してください。";
    expect(verdict({ state: "取消", cancelConfirmed: true, questions })).toContain("取消の行");
  });

  test("is cancelled and never went out, of which nothing is said", () => {
    expect(verdict({ state: "取消", trackingNumber: "" })).toBeUndefined();
  });
});

describe("once reported", () => {
  const report = { ...reported, sentRecords: `7001 1001 ${A} 2026/11/24` };

  test("a row is left alone while it says the same", () => {
    expect(verdict({ report, trackingNumber: "3900-0000-0014" })).toBeUndefined();
    expect(verdict({ report: { ...report, reportState: "一部送信済" } })).toBeUndefined();
  });

  test.each<[string, Partial<ReportRow>]>([
    ["number", { trackingNumber: B }],
    ["further number", { trackingNumber: `${A}\n${B}` }],
    ["carrier", { carrier: "1002 佐川急便" }],
    ["day", { shippedOn: TODAY - 1 }],
  ])("another %s is reported", (_, given) => {
    expect(verdict({ report, ...given })).toBeTypeOf("object");
  });

  test("a number that people took away is asked for", () => {
    expect(verdict({ report, trackingNumber: "" })).toContain(A);
  });

  test.each(["送信待ち", "送信中", "確認中"] as const)(
    "a row in %s waits an hour for what became of it",
    (reportState) => {
      const open = (age: number) => ({ ...report, reportState, reportedAt: NOON - age / 1440 });
      expect(verdict({ report: open(1), trackingNumber: B })).toBe("under way");
      expect(verdict({ report: open(59) })).toBe("under way");
      expect(verdict({ report: open(61) })).toMatchObject({ numbers: [A] });
    },
  );

  test.each(["エラー", "期限切れ", "CSV作成済"] as const)("a row in %s is tried again", (reportState) => {
    expect(verdict({ report: { ...report, reportState } })).toMatchObject({ numbers: [A] });
  });
});

describe("an order that was closed at Rakuten before we had to do with it", () => {
  const closed = { state: "出荷済", shippingStatus: "出荷済" } as const;
  const record = { detailId: 7001, carrier: "1001", trackingNumber: A, shippedOn: TODAY };

  test("is left alone without a number, with the same one, and with what is none", () => {
    expect(verdict({ ...closed, trackingNumber: "" })).toBeUndefined();
    expect(verdict({ ...closed, listed: [record] })).toBeUndefined();
    expect(verdict({ ...closed, trackingNumber: "手渡し" })).toBeUndefined();
  });

  test("is looked at where the row has another number", () => {
    expect(verdict({ ...closed, trackingNumber: B, listed: [record] })).toMatchObject({ numbers: [B] });
  });
});

test("a thousand good rows and one bad one are a thousand reports and one refusal", () => {
  const rows = Array.from({ length: 1000 }, (_, at) =>
    reportRow({
      orderNumber: `123456-20261123-${String(at).padStart(10, "0")}`,
      trackingNumber: `9${at + 10_000_001}`,
    }),
  );
  const { candidates, refused } = judged([...rows, reportRow({ carrier: "○○運輸" })]);
  expect([candidates.length, refused.length]).toEqual([1000, 1]);
});
