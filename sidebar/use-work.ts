import { useState } from "preact/hooks";
import type { Outcome } from "./notice.tsx";

/** What the panel is waiting for, and how the last thing came out. */
export function useWork<Kind extends string>() {
  const [kind, setKind] = useState<Kind>();
  const [outcome, setOutcome] = useState<Outcome>();

  /** `lost` takes back what nobody can rely on once it failed. */
  const attempt = async (next: Kind, act: () => Promise<void>, lost = () => {}) => {
    setKind(next);
    try {
      await act();
    } catch (error) {
      lost();
      setOutcome({ failed: true, message: (error as Error).message });
    }
    setKind(undefined);
  };
  // What is at work keeps its button, and with it the focus; the button then does nothing.
  const busy = kind !== undefined;
  const idle = (act: () => void) => () => busy || act();
  return { kind, busy, outcome, setOutcome, attempt, idle };
}
