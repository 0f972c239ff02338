import { type Saving, savingOf } from "../kept/saving.ts";
import type { RmsRequest, RmsResponse } from "./exchange.ts";
import type { RmsSandbox } from "./sandbox.ts";
import { saveState } from "./state-file.ts";

export interface KeptShop {
  /** As the sandbox's own, but a call that changes the shop is answered when the change is on disk. */
  handle(request: RmsRequest): Promise<RmsResponse>;
  readonly saving: Saving;
}

/** A shop that a kill cannot take anything from that a caller was told of. Its file is there from now on. */
export function keptShop(sandbox: RmsSandbox, path: string): KeptShop {
  const saving = savingOf(path, () => saveState(path, sandbox.shop.state));
  // What a seed makes depends on the hour in which the shop was opened.
  saving.now();
  return {
    saving,
    async handle(request) {
      const before = sandbox.changes();
      const response = sandbox.handle(request);
      if (sandbox.changes() !== before) await saving.soon();
      return response;
    },
  };
}
