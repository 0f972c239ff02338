import { expect, test } from "vitest";
import { jobs } from "../../src/desk/jobs.ts";
import { errorId, subjectOf } from "../../src/run/error-id.ts";
import type { SheetState } from "../../src/workbook/read/snapshot.ts";

const log = (...ids: string[]) => ({ rows: new Map(ids.map((id) => [id, {}])) }) as unknown as SheetState;

test.each([...jobs.map(({ name, title }) => [name, title]), ["confirm-orders", "注文を確認済みにする"]])(
  "the line of an error of %s is called by what people know, %s",
  (job, title) => {
    expect(errorId(job!, "2行目", log())).toBe(`${title}:2行目`);
    expect(subjectOf(job!, `${title}:2行目`)).toBe("2行目");
  },
);

test("a line of an earlier version stays the line of its error, and is found", () => {
  const former = "import-shipments:123456-20261124-0000000001";
  expect(errorId("import-shipments", "123456-20261124-0000000001", log(former))).toBe(former);
  expect(subjectOf("import-shipments", former)).toBe("123456-20261124-0000000001");
});

test("a run's own line, and one of another job, is no error of this one", () => {
  expect(subjectOf("import-shipments", "20261124-103000000")).toBeUndefined();
  expect(subjectOf("import-shipments", "在庫を連携:A")).toBeUndefined();
});
