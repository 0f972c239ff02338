import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Outcome } from "./simulate.ts";

const RUN = fileURLToPath(new URL("../../scripts/run.mjs", import.meta.url));

/** Simulates the days in so many processes, and hands over each when it is done: without its lines, which are many. */
export async function eachApart(
  seeds: readonly number[],
  processes: number,
  done: (outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...seeds];
  await Promise.all(Array.from({ length: Math.max(1, Math.min(processes, seeds.length)) }, () => work(waiting, done)));
}

async function work(waiting: number[], done: (outcome: Outcome) => void): Promise<void> {
  const worker = fork(RUN, ["test/simulation/worker.ts"], { serialization: "advanced" });
  const gone = goneOf(worker);
  try {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const answer = new Promise<Outcome>((resolve) => void worker.once("message", resolve));
      worker.send(seed);
      done(await Promise.race([answer, gone]));
    }
  } finally {
    worker.kill();
  }
}

function goneOf(worker: ChildProcess): Promise<never> {
  const gone = new Promise<never>((_, reject) => {
    worker.once("exit", (code, signal) =>
      reject(new Error(`A process that simulates days ended with ${code ?? signal}.`)),
    );
  });
  // Nobody waits for it any more once all days are done.
  gone.catch(() => undefined);
  return gone;
}
