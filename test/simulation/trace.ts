import type { ServiceCall } from "../../workbench/apps-script/execution/gate.ts";

/** What happened in one schedule, in the order in which it happened. */
export interface Trace {
  /** Grows with every note: says which of two things came first. */
  readonly moment: number;
  readonly lines: readonly string[];
  /** Only what was done to the product, without the calls it made. */
  readonly notes: readonly string[];
  note(text: string): void;
  call(call: ServiceCall): void;
}

export function trace(now: () => Date): Trace {
  const lines: string[] = [];
  const notes: string[] = [];
  const time = () => new Date(now().getTime() + 9 * 3_600_000).toISOString().slice(11, 23);
  return {
    lines,
    notes,
    get moment() {
      return notes.length;
    },
    note(text) {
      notes.push(`${time()} ${text}`);
      lines.push(`${time()} * ${text}`);
    },
    call: ({ execution, index, user, name, detail }) =>
      void lines.push(`${time()}     ${execution} (${user.split("@")[0]}) call ${index}: ${name} ${detail}`),
  };
}
