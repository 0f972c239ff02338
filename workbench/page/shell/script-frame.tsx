/** @jsxImportSource preact */
/** A frame for HTML that a script shows. It has no origin of its own, so it reaches nothing but the messages below. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Outcome } from "../../server/page-event.ts";
import { frameDocument } from "./frame-document.ts";

export interface FrameHost {
  run(fn: string, args: unknown[]): Promise<Outcome>;
  close(): void;
  /** Escape was pressed inside, and nothing there had a use for it. */
  escape(): void;
  resize(size: { width?: number; height?: number }): void;
  focusGrid(): void;
}

async function reply(frame: HTMLIFrameElement, id: number, running: Promise<Outcome>): Promise<void> {
  const { outcome, value, error } = await running.catch(
    (cause): Outcome => ({ outcome: "failed", error: { name: "NetworkError", message: String(cause) } }),
  );
  const failure = outcome === "completed" ? undefined : { name: "ScriptError", message: error?.message ?? outcome };
  frame.contentWindow?.postMessage({ id, value: value ?? null, error: failure }, "*");
}

export function ScriptFrame({ title, html, host }: { title: string; html: string; host: FrameHost }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useLayoutEffect(() => {
    const receive = ({ source, data }: MessageEvent) => {
      if (frame.current === null || source !== frame.current.contentWindow) return;
      if (data.type === "run") void reply(frame.current, data.id, host.run(data.fn, data.args));
      if (data.type === "close") host.close();
      if (data.type === "escape") host.escape();
      if (data.type === "size") host.resize(data.size);
      if (data.type === "focus") host.focusGrid();
    };
    window.addEventListener("message", receive);
    return () => window.removeEventListener("message", receive);
  }, [host]);
  const allowed = "allow-scripts allow-forms allow-modals allow-popups allow-downloads";
  return <iframe ref={frame} title={title} srcdoc={frameDocument(html)} sandbox={allowed} />;
}
