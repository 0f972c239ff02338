import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "./child.ts";

/** What found a bug: a test, a file that does not even load, or a run that fails beside all tests. */
export interface Finding {
  readonly project: Project;
  readonly where: readonly string[];
  readonly test?: string;
}

/** Those that run no script come first: they cost least (vitest.config.ts). */
export const projects = ["scriptless", "scripts"] as const;
type Project = (typeof projects)[number];

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The first test in `where` that fails in this checkout, or undefined. */
export async function failingTest(
  checkout: string,
  project: Project,
  where: readonly string[],
  test?: string,
): Promise<Finding | undefined> {
  const file = join(checkout, "tests.json");
  rmSync(file, { force: true });
  const { status, hung } = await run(
    [
      join("node_modules", "vitest", "vitest.mjs"),
      ...["run", "--bail", "1", "--passWithNoTests", "--no-isolate", "--project", project],
      ...["--reporter", "json", "--outputFile", file],
      ...(test === undefined ? [] : ["--testNamePattern", `^${escaped(test)}$`]),
      ...where,
    ],
    checkout,
  );
  if (status === 0) return undefined;
  const { testResults }: Report = existsSync(file) && !hung ? JSON.parse(readFileSync(file, "utf8")) : NO_REPORT;
  const failed = testResults.find((one) => one.status === "failed");
  if (failed === undefined) return { project, where };
  const first = failed.assertionResults.find((one) => one.status === "failed");
  const at = [relative(checkout, failed.name)];
  return { project, where: at, ...(first === undefined ? {} : { test: first.fullName }) };
}

const NO_REPORT: Report = { testResults: [] };

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** For people. */
export const findingText = ({ where, test }: Finding): string => [where.join(" "), test].filter(Boolean).join(" > ");
