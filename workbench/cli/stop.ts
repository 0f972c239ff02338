import { reasonOf } from "../kept/reason.ts";

/** Ends the process when it is asked to, once this is done. What could not be done it says in one line, with exit code 1. */
export function onStop(work: () => Promise<void>): void {
  const stop = () =>
    work().then(
      () => process.exit(),
      (error: unknown) => {
        process.stderr.write(`What changed last could not be kept: ${reasonOf(error)}.\n`);
        process.exit(1);
      },
    );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
}
