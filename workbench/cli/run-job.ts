import { buildAddOn } from "../../build.mjs";
import type { Notice } from "../../src/run/notice.ts";
import { type Count, sum } from "../../src/run/report.ts";
import { readBundle } from "../apps-script/bundle.ts";
import { virtualClock } from "../apps-script/clock.ts";
import type { Execution } from "../apps-script/execution/execution.ts";
import { fillMasters } from "../demo/masters.ts";
import { connect, createWorkbench, OPERATOR, type Workbench, type WorkbenchOptions } from "../workbench.ts";

/** Builds the add-on, runs a job in the workbench of this folder and prints what it came to; false where it failed. */
export async function runJob(
  job: string,
  folder: string,
  shop: NonNullable<WorkbenchOptions["shop"]>,
): Promise<boolean> {
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
    const execution = await workbench.host.run({ fn: startedBy(job), user: OPERATOR, source: "menu" });
    process.stdout.write(summary(execution, workbench));
    return succeeded(execution);
  } finally {
    await workbench.close();
  }
}

/** `import-shipments` is started by the function importShipments. */
const startedBy = (job: string): string => job.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

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
