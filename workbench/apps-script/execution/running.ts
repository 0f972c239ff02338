import type { HostClock } from "../clock.ts";
import type { Caller } from "../served/serving.ts";
import { type Carrying, carryOut, type Served } from "./carry-out.ts";
import type { Execution, LogEntry, Outcome } from "./execution.ts";
import type { Gate, ServiceCall, Verdict } from "./gate.ts";
import type { AuthMode, Call, CurrentCell, End, Failure, FromThread, Load, Source, Start, Usage } from "./protocol.ts";
import type { RunRequest } from "./request.ts";
import { describe } from "./service-call.ts";
import type { Thread } from "./thread-pool.ts";

/** What an execution needs of its host. */
export interface Surroundings extends Carrying {
  readonly clock: HostClock;
  readonly gate: Gate;
  /** On a virtual clock, which computing does not move: real milliseconds without any call that count as endless. */
  readonly spinLimit: number;
  /** Says how many more, or fewer, executions can act by themselves. */
  readonly working: (change: 1 | -1) => void;
  /** The execution is over for everyone else, though its code may still unwind. */
  readonly ended: (execution: string) => void;
}

/** Real milliseconds that a dead execution's code may take to unwind. */
const UNWINDING = 500;
const timedOut: Failure = { name: "Exception", message: "Exceeded maximum execution time", stack: "" };

/** One execution on its thread: serves its calls one by one until it ends, is killed or runs out of time. */
export class RunningExecution implements Caller {
  readonly id: string;
  readonly user: string;
  readonly source: Source;
  readonly authMode: AuthMode;
  readonly currentCell: CurrentCell | undefined;
  readonly #start: Start;
  readonly #startedAt: Date;
  readonly #deadline: number;
  readonly #surroundings: Surroundings;
  readonly #calls: ServiceCall[] = [];
  readonly #log: LogEntry[] = [];
  #thread: Thread | undefined;
  #timer: NodeJS.Timeout | undefined;
  #release: (() => void) | undefined;
  #dead: { readonly outcome: Outcome; readonly error?: Failure; readonly at: number } | undefined;
  #finish: (execution: Execution) => void = () => {};
  #break: (fault: unknown) => void = () => {};
  /** Rejects only for a fault of the workbench itself, never for what the script does. */
  readonly finished = new Promise<Execution>((resolve, reject) => {
    this.#finish = resolve;
    this.#break = reject;
  });

  constructor(id: string, start: Start, { currentCell }: RunRequest, milliseconds: number, surroundings: Surroundings) {
    this.id = id;
    this.user = start.user;
    this.source = start.source;
    this.authMode = start.authMode;
    this.currentCell = currentCell;
    this.#start = start;
    this.#startedAt = surroundings.clock.now();
    this.#deadline = this.#startedAt.getTime() + milliseconds;
    this.#surroundings = surroundings;
    this.#resume();
  }

  begin(thread: Thread, load: Load): void {
    if (this.#dead !== undefined) {
      thread.release();
      return;
    }
    this.#thread = thread;
    this.#computing();
    thread.start(load, this.#start, {
      heard: (message) => this.#receive(message),
      broken: (fault) => void this.fail(fault),
    });
  }

  /** It may not begin at all; 0 ms on record. */
  refuse(message: string): void {
    const name = this.source === "run" ? "TypeError" : "Exception";
    this.#die("failed", { name, message, stack: "" });
    this.#report(undefined);
  }

  /** Ends the execution from outside, as when the host closes. */
  async stop(): Promise<void> {
    this.#die("killed");
    await this.#abandon();
  }

  remaining(): number {
    return this.#deadline - this.#now();
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (!(milliseconds > 0)) return;
    await this.waitFor(this.#surroundings.clock.sleep(Math.min(milliseconds, this.remaining() + 1), signal));
  }

  async waitFor<Value>(promise: Promise<Value>): Promise<Value> {
    this.#pause();
    try {
      return await promise;
    } finally {
      if (this.#dead === undefined) this.#resume();
    }
  }

  #now(): number {
    return this.#surroundings.clock.now().getTime();
  }

  #resume(): void {
    if (this.#release !== undefined) return;
    this.#release = this.#surroundings.clock.hold();
    this.#surroundings.working(1);
  }

  #pause(): void {
    if (this.#release === undefined) return;
    this.#release();
    this.#release = undefined;
    this.#surroundings.working(-1);
  }

  /** The thread computes from here on; code that never calls a service again is stopped with its thread. */
  #computing(): void {
    const { clock, spinLimit } = this.#surroundings;
    const limit = clock.virtual ? spinLimit : Math.max(this.remaining(), 0);
    this.#timer = setTimeout(() => {
      this.#die("timed out", timedOut);
      void this.#abandon();
    }, limit);
  }

  #receive(message: FromThread): void {
    if (message.kind === "log") {
      if (this.#dead !== undefined) return;
      this.#log.push({ level: message.level, message: message.message, at: this.#now() - this.#startedAt.getTime() });
      return;
    }
    clearTimeout(this.#timer);
    if (message.kind === "end") this.#end(message);
    else void this.#answer(message);
  }

  async #answer(message: Call): Promise<void> {
    try {
      const answer = await this.#served(message);
      if (this.#thread === undefined) return;
      const now = this.#now();
      if (this.#dead === undefined) this.#computing();
      else this.#timer = setTimeout(() => void this.#abandon(), UNWINDING);
      this.#thread.answer(this.#dead === undefined ? { now, ...answer } : { now, dead: true });
    } catch (fault) {
      await this.fail(fault);
    }
  }

  /** A fault of the workbench is not thrown into the script, which might swallow it and go on. */
  async fail(fault: unknown): Promise<void> {
    this.#break(fault);
    await this.stop();
  }

  async #served(message: Call): Promise<Served> {
    const args = JSON.parse(message.args) as readonly unknown[];
    const call = describe(message.name, args, this, this.#calls.length, this.#now() - this.#startedAt.getTime());
    this.#calls.push(call);
    const verdict = await this.#surroundings.gate.pass(call);
    if (this.#isOver()) return {};
    const answer = verdict.serve ? await carryOut(this.#surroundings, this, call, args, message.bytes) : {};
    return this.#isOver() ? {} : this.#afterwards(verdict, answer);
  }

  #isOver(): boolean {
    if (this.remaining() < 0) this.#die("timed out", timedOut);
    return this.#dead !== undefined;
  }

  #afterwards({ instead }: Verdict, answer: Served): Served {
    if (instead === undefined) return answer;
    if (instead !== "kill") return { error: instead };
    this.#die("killed");
    return {};
  }

  #die(outcome: Outcome, error?: Failure): void {
    if (this.#dead !== undefined) return;
    this.#dead = { outcome, at: this.#now(), ...(error === undefined ? {} : { error }) };
    this.#surroundings.ended(this.id);
    this.#pause();
  }

  #end({ value, error, usage }: End): void {
    this.#thread?.release();
    this.#thread = undefined;
    this.#die(error === undefined ? "completed" : "failed", error);
    this.#report(value, usage);
  }

  async #abandon(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    clearTimeout(this.#timer);
    await thread?.terminate();
    this.#report(undefined);
  }

  #report(value: string | undefined, usage?: Usage): void {
    const { outcome, error, at } = this.#dead!;
    const { id, user, source } = this;
    this.#finish({
      id,
      fn: this.#start.fn,
      user,
      source,
      startedAt: this.#startedAt,
      outcome,
      ...(outcome === "completed" && value !== undefined ? { value: JSON.parse(value) } : {}),
      ...(error === undefined ? {} : { error }),
      calls: this.#calls,
      log: this.#log,
      milliseconds: at - this.#startedAt.getTime(),
      ...(usage === undefined ? {} : { usage }),
    });
  }
}
