import { createContext, Script } from "node:vm";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { Answer, Call, End, FromThread, Load, LogLevel, Start, ToThread } from "../execution/protocol.ts";
import type { ThreadData } from "../execution/thread-pool.ts";
import type { Bridge, Realm } from "../realm/bridge.ts";
import { type Meter, meter } from "./meter.ts";
import { natives } from "./natives.ts";
import { tameConstructors } from "./tame-constructors.ts";

tameConstructors();

const { answers, signal, realm } = workerData as ThreadData;
const port = parentPort!;
const send = (message: FromThread) => port.postMessage(message);

const realmScript = new Script(`(function (module) {"use strict";${realm}\nreturn module.exports;})`, {
  filename: "apps-script",
});
/** Evaluating anything makes the context settle its promises (`microtaskMode`). */
const settle = new Script("0");

interface Loaded extends Load {
  /** Compiled once, run afresh in each execution; a syntax error shows in each, as at Google. */
  readonly script: () => Script;
  readonly lookups: Map<string, Script>;
}
const bundles = new Map<string, Loaded>();
/** More names than a bundle has are somebody's guesses, not worth keeping. */
const LOOKUPS = 500;

port.on("message", (message: ToThread) => {
  if (message.kind === "start") send(execute(message, bundles.get(message.bundle)!));
  else bundles.set(message.bundle, { ...message, script: compiled(message.code), lookups: new Map() });
});

function compiled(code: string): () => Script {
  let script: Script | undefined;
  return () => (script ??= new Script(code, { filename: "Code" }));
}

/** Asks the host and sleeps until it answers. */
function ask(name: string, args: string, bytes: readonly Uint8Array[]): Answer {
  Atomics.store(signal, 0, 0);
  send({ kind: "call", name, args, bytes } satisfies Call);
  // The notice of the answer before may come late, when this one's thread already sleeps for the next.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
  return (receiveMessageOnPort(answers) as { message: Answer }).message;
}

function bridgeFor(start: Start, load: Load, { away }: Meter): Bridge {
  let known = start.now;
  let since = Date.now();
  let dead = false;
  return {
    natives,
    start,
    load,
    away,
    now: () => (start.virtual ? known : known + Date.now() - since),
    log(level: LogLevel, message: string) {
      if (!dead) send({ kind: "log", level, message });
    },
    call(name, args, bytes) {
      if (dead) return { now: known, dead };
      const answer = ask(name, args, bytes);
      known = answer.now;
      since = Date.now();
      dead = answer.dead === true;
      return answer;
    },
  };
}

/** One execution: a fresh context, Apps Script's globals, the whole bundle, and then the function. */
function execute(start: Start, loaded: Loaded): End {
  // Without a prototype: the members of ours would be globals of the script's, and lead out of its context.
  const context = createContext(Object.create(null), { microtaskMode: "afterEvaluate" });
  const module = { exports: {} as { install: (bridge: Bridge) => Realm } };
  const used = meter();
  const bridge = bridgeFor(start, loaded, used);
  const installed = realmScript.runInContext(context)(module).install(bridge) as Realm;
  used.start();
  try {
    const [root = "", ...path] = start.fn.split(".");
    const looked = lookup(root, loaded);
    const before = looked.runInContext(context) as unknown;
    loaded.script().runInContext(context);
    const found = looked.runInContext(context) as unknown;
    // What stood there before is the language's or a service of Google's, and nobody's to call by name.
    const ending = installed.invoke(found === before ? undefined : memberAt(found, path));
    settle.runInContext(context);
    return { kind: "end", ...ending(), usage: used.read() };
  } catch (error) {
    return { kind: "end", error: installed.failure(error), usage: used.read() };
  }
}

/** Also finds top-level `const`, which is no property of the global object. */
function lookup(fn: string, { lookups }: Loaded): Script {
  const known = lookups.get(fn);
  if (known !== undefined) return known;
  const script = new Script(isName(fn) ? `typeof ${fn} === "undefined" ? undefined : ${fn}` : "undefined");
  if (lookups.size < LOOKUPS) lookups.set(fn, script);
  return script;
}

/** A menu item may name a function of an object of the script's: only what the object has of its own. */
const memberAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce(
    (at, name) => (Object.hasOwn(Object(at), name) ? (at as Record<string, unknown>)[name] : undefined),
    value,
  );

function isName(fn: string): boolean {
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$_]*$/u.test(fn)) return false;
  try {
    return new Script(`var ${fn}`) !== undefined;
  } catch {
    // A word of the language's own.
    return false;
  }
}
