import { expect, test } from "vitest";
import { bigQueryProblem } from "../../../../src/desk/archive/rules/bigquery-texts.ts";

const place = { project: "shop-archive", dataset: "shukka_sheet" };

test.each([
  [501, "the advanced service is not enabled", "fix", "無効になっています"],
  [
    403,
    "BigQuery API has not been used in project 12345 before or it is disabled. Enable it by visiting …",
    "fix",
    "BigQuery APIが有効になっていません",
  ],
  [400, "The project shop-archive has not enabled BigQuery.", "fix", "BigQuery APIが有効になっていません"],
  [404, "Not found: Project shop-archive", "fix", "が見つかりません"],
  [
    403,
    "Access Denied: Project shop-archive: User does not have bigquery.jobs.create permission in project shop-archive.",
    "fix",
    "権限がありません",
  ],
  [
    403,
    "Access Denied: Dataset shop-archive:d: Permission bigquery.datasets.get denied on dataset shop-archive:d (or it may not exist).",
    "fix",
    "権限がありません",
  ],
  [403, "Request had insufficient authentication scopes.", "fix", "許可がまだありません"],
  [
    403,
    "Billing has not been enabled for this project. Enable billing at https://console.cloud.google.com/billing. DML queries are not allowed in the free tier.",
    "fix",
    "BigQueryサンドボックス",
  ],
  [403, "Quota exceeded: Your project exceeded quota for free query bytes scanned.", "wait", "割り当てを使い切って"],
  [429, "Too many requests", "wait", "混み合っています"],
  [503, "Backend error", "wait", "応答がありません"],
  [undefined, "Empty response", "wait", "応答がありません"],
  [400, "Could not convert value to integer. Field: n; Value: 楽天 花子", "report", "開発者へ"],
])("%s 「%s」 is for people to %s", (code, message, remedy, told) => {
  const problem = bigQueryProblem({ code, message }, place);
  expect(problem.remedy).toBe(remedy);
  expect(problem.message).toContain(told);
});

test("what a cell held never reaches the text", () => {
  const { message } = bigQueryProblem({ code: 400, message: "Could not parse '楽天 花子'" }, place);
  expect(message).not.toContain("花子");
});
