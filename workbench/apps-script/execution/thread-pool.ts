import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { Answer, FromThread, Load, ToThread } from "./protocol.ts";

/** What a thread is given for life. */
export interface ThreadData {
  readonly answers: MessagePort;
  /** The thread sleeps on it until its call is answered. */
  readonly signal: Int32Array;
  /** The script that puts Apps Script's globals into a context. */
  readonly realm: string;
  /** Where iconv-lite lies; loaded by the thread when a charset needs it. */
  readonly iconv: string;
}

interface Listener {
  readonly heard: (message: FromThread) => void;
  /** The thread itself has broken down, out of memory perhaps. */
  readonly broken: (fault: unknown) => void;
}

/** A worker thread that runs one execution at a time. */
export interface Thread {
  start(load: Load, start: ToThread, listener: Listener): void;
  answer(answer: Answer): void;
  /** Its execution is over: the thread may serve another. */
  release(): void;
  /** Stops whatever runs on it, endless loops too. */
  terminate(): Promise<void>;
}

const IDLE_THREADS = 6;
const idle: Worker[] = [];
const channels = new WeakMap<Worker, { answers: MessagePort; signal: Int32Array; bundles: Set<string> }>();

let sources: Promise<{ thread: string; realm: string }> | undefined;

/** Threads outlive their host, as starting one costs as much as thirty executions; idle ones do not keep the process alive. */
export async function takeThread(): Promise<Thread> {
  const worker = idle.pop() ?? (await startWorker());
  worker.ref();
  const channel = channels.get(worker)!;
  return {
    start(load, start, listener) {
      worker.on("message", listener.heard).on("error", listener.broken);
      worker.on("exit", () => listener.broken(new Error("workbench: an execution's thread has ended")));
      if (!channel.bundles.has(load.bundle)) worker.postMessage(load);
      channel.bundles.add(load.bundle);
      worker.postMessage(start);
    },
    answer(answer) {
      channel.answers.postMessage(answer);
      Atomics.store(channel.signal, 0, 1);
      Atomics.notify(channel.signal, 0);
    },
    release() {
      silence(worker);
      worker.unref();
      if (idle.length < IDLE_THREADS) idle.push(worker);
      else void worker.terminate();
    },
    async terminate() {
      silence(worker);
      await worker.terminate();
    },
  };
}

const silence = (worker: Worker) => {
  for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
};

async function startWorker(): Promise<Worker> {
  sources ??= bundleSources();
  const { thread, realm } = await sources;
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const iconv = createRequire(import.meta.url).resolve("iconv-lite");
  const workerData: ThreadData = { answers: port2, signal, realm, iconv };
  const worker = new Worker(thread, { eval: true, workerData, transferList: [port2] });
  port1.unref();
  channels.set(worker, { answers: port1, signal, bundles: new Set() });
  return worker;
}

/** Worker threads cannot load TypeScript on Node 20, so their code is bundled, once per process. */
async function bundleSources(): Promise<{ thread: string; realm: string }> {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = async (entry: string, platform: "node" | "neutral") => {
    const entryPoints = [join(here, "..", entry)];
    const { outputFiles } = await build({
      entryPoints,
      bundle: true,
      write: false,
      format: "cjs",
      platform,
      target: "node20",
      // A sloppy function tells whom it calls about itself.
      banner: { js: '"use strict";' },
    });
    return outputFiles[0]!.text;
  };
  const [thread, realm] = await Promise.all([
    bundled("thread/thread.ts", "node"),
    bundled("realm/install.ts", "neutral"),
  ]);
  return { thread, realm };
}
