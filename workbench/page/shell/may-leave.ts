const asked = new WeakMap<HTMLIFrameElement, (may: boolean) => void>();

/** Whether a panel has nothing against being closed. Whoever asks a second time, because it does not answer, need not wait for it. */
export function mayLeave(frame: HTMLIFrameElement | null): Promise<boolean> {
  const panel = frame?.contentWindow;
  if (frame === null || !panel) return Promise.resolve(true);
  const waiting = asked.get(frame);
  if (waiting !== undefined) {
    waiting(true);
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const receive = ({ source, data }: MessageEvent) => {
      if (source === panel && data?.type === "leave") settle(data.may === true);
    };
    const settle = (may: boolean) => {
      window.removeEventListener("message", receive);
      asked.delete(frame);
      resolve(may);
    };
    asked.set(frame, settle);
    window.addEventListener("message", receive);
    panel.postMessage({ type: "leave" }, "*");
  });
}
