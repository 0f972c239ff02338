import { seededRandom } from "../../random.ts";
import { type Gate, openGate, type ServiceCall, type Verdict } from "./gate.ts";

/** Which of the parked calls goes on, by its place in the list. */
export type Choice = (parked: readonly ServiceCall[]) => number;

export interface Lockstep extends Gate {
  /** "EXECUTION CALL" in the order in which they were let through. */
  readonly trace: readonly string[];
}

interface Parked {
  readonly call: ServiceCall;
  readonly go: (verdict: Verdict | Promise<Verdict>) => void;
}

/**
 * Lets one execution act at a time. Each call waits until all executions that can act have one waiting; then one is
 * chosen and goes on to its next call. The same choices give the same run, so a seed names an interleaving.
 */
export function lockstep(choose: number | Choice, inner: Gate = openGate): Lockstep {
  const choice = typeof choose === "number" ? anyOf(choose) : choose;
  const parked: Parked[] = [];
  const trace: string[] = [];
  let acting = 0;

  function step(): void {
    if (parked.length === 0 || parked.length < acting) return;
    // Threads arrive in any order; executions are numbered in the order of their start.
    parked.sort((one, other) => numberOf(one) - numberOf(other));
    const { call, go } = parked.splice(choice(parked.map((each) => each.call)), 1)[0]!;
    trace.push(`${call.execution} ${call.name}`);
    // What the inner gate throws is this call's affair, whoever's step it was.
    go((async () => inner.pass(call))());
  }

  return {
    trace,
    pass: (call) =>
      new Promise((go) => {
        parked.push({ call, go });
        step();
      }),
    working(executions) {
      acting = executions;
      inner.working?.(executions);
      step();
    },
  };
}

const numberOf = ({ call }: Parked) => Number(call.execution.slice(1));

function anyOf(seed: number): Choice {
  const random = seededRandom(seed);
  return (parked) => Math.floor(random() * parked.length);
}
