import { buildAddOn } from "../../build.mjs";
import { jobs } from "../../src/desk/jobs.ts";
import type { Notice } from "../../src/run/notice.ts";
import { type Count, sum } from "../../src/run/report.ts";
import { readBundle } from "../apps-script/bundle.ts";
import { virtualClock } from "../apps-script/clock.ts";
import type { Execution } from "../apps-script/execution/execution.ts";
import { fillMasters } from "../demo/masters.ts";
import { connect, createWorkbench, OPERATOR, type Workbench } from "../workbench.ts";
import { runCommand } from "./command.ts";
import { claimFolder } from "./folder.ts";
import { folderOption, shopOptions } from "./shop-options.ts";

/** `import-shipments` is started by the function importShipments. */
const startedBy = (job: string): string => job.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const JOBS = Object.fromEntries(jobs.map(({ name }) => [name, startedBy(name)]));

const command = {
  name: "npm run job",
  does: "runs a job of the built add-on without a page, on the workbench's clock, and prints what it did.",
  argument: { name: "job", words: Object.keys(JOBS) },
  options: { ...folderOption, ...shopOptions },
  notes: "Exit code 1 when the job failed.",
};

runCommand(command, async ({ folder, ...shop }, job) => {
  const release = claimFolder(folder);
  await buildAddOn();
  const workbench = await createWorkbench({
    bundle: readBundle("dist"),
    folder,
    shop,
    wire: "http",
    clock: virtualClock(new Date()),
  });
  try {
    if (workbench.fresh) {
      await connect(workbench);
      fillMasters(workbench);
    }
    const execution = await workbench.host.run({ fn: JOBS[job]!, user: OPERATOR, source: "menu" });
    process.stdout.write(summary(execution, workbench));
    process.exitCode = succeeded(execution) ? 0 : 1;
  } finally {
    await workbench.close();
    release();
  }
});

const succeeded = ({ outcome, value }: Execution): boolean =>
  outcome === "completed" && (value as Notice).remedy === "none";

function summary(execution: Execution, { sandbox }: Workbench): string {
  const { value, error, outcome, calls, milliseconds } = execution;
  if (outcome !== "completed") return `${outcome}: ${error?.message ?? ""}\n`;
  const { message, report, rmsCalls } = value as Notice;
  const sheetsCalls = calls.filter(({ service }) => service.startsWith("Sheets")).length;
  const lines = [message];
  if (report !== undefined) {
    const counts = Object.entries(report.counts);
    lines.push(counts.map(([name, count]) => `${name} ${sum(count)}`).join(", "));
    lines.push(...counts.flatMap(([name, count]) => reasonLines(name, count)));
    lines.push(...report.faults.map(({ subject, reason }) => `failed ${subject}: ${reason}`));
  }
  lines.push(
    `RMS calls ${rmsCalls} (${[...sandbox.calls].map(([name, count]) => `${name} ${count}`).join(", ") || "none"}), Sheets calls ${sheetsCalls}`,
  );
  lines.push(`time ${(milliseconds / 1000).toFixed(1)} s on the workbench's clock`);
  return `${lines.join("\n")}\n`;
}

const reasonLines = (name: string, count: Count = 0): string[] =>
  typeof count === "number" ? [] : Object.entries(count).map(([reason, many]) => `${name} ${many}: ${reason}`);
