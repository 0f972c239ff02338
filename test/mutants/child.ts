import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** It had to be ended: a bug may also keep everything from ever coming to an end. */
  readonly hung: boolean;
}

/** Longer than anything takes that comes to an end, however slow the machine. */
const LONGEST = 30 * 60_000;

const running = new Set<number>();
process.once("exit", () => {
  for (const group of running) end(group);
});

/** Runs node in a group of its own, so that all that it starts ends with it, and with this process. */
export async function run(args: readonly string[], folder: string): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd: folder, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const group = child.pid;
  if (group === undefined) throw new Error("node could not be started.");
  running.add(group);
  let hung = false;
  const watch = setTimeout(() => {
    hung = true;
    end(group);
  }, LONGEST);
  const status = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = { status: await status, stdout, stderr, hung };
  clearTimeout(watch);
  end(group);
  running.delete(group);
  return ended;
}

function end(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // Nobody of it is left.
  }
}
