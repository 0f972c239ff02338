import { type Caller, type Handlers, Refused, WithBytes } from "../served/serving.ts";
import type { ServiceCall } from "./gate.ts";
import type { Answer, Call } from "./protocol.ts";

/** What carrying out a call takes. */
export interface Carrying {
  readonly handlers: Handlers;
  /** Milliseconds that a call takes on the host's clock, beside what it waits for. */
  readonly latency: (call: ServiceCall) => number;
}

export type Served = Omit<Answer, "now">;

/** Has the handler of a call serve it. What it refuses is thrown into the script; any other error is a fault of the workbench. */
export async function carryOut(
  { handlers, latency }: Carrying,
  caller: Caller,
  call: ServiceCall,
  args: readonly unknown[],
  bytes: Call["bytes"],
): Promise<Served> {
  const handler = Object.hasOwn(handlers, call.name) ? handlers[call.name] : undefined;
  try {
    if (handler === undefined) throw new Refused(`workbench: ${call.name} is not implemented`);
    const served = await handler(caller, ...(args as never[]), ...(bytes.length === 0 ? [] : [bytes as never]));
    await caller.sleep(latency(call));
    if (served instanceof WithBytes) return { json: JSON.stringify(served.value), bytes: served.bytes };
    return { json: JSON.stringify(served) };
  } catch (error) {
    if (error instanceof Refused) return { error: error.raised };
    throw error;
  }
}
