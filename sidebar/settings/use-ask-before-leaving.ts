import { useEffect } from "preact/hooks";

/** The browser asks whoever closes or reloads the tab. Google closes a panel alone without asking: `keepDraft` sees to that. */
export function useAskBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isNeeded]);
}
