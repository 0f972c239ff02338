import { bridge } from "./bridge.ts";

/** `Date` reads the host's clock; everything else about it stays the engine's own. */
export function installClock(): void {
  const Engine = Date;
  const clocked = new Proxy(Engine, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [bridge.now()] : args, newTarget),
    apply: () => new Engine(bridge.now()).toString(),
  });
  Engine.now = () => bridge.now();
  Object.defineProperty(Engine.prototype, "constructor", { value: clocked, writable: true, configurable: true });
  Object.defineProperty(globalThis, "Date", { value: clocked, writable: true, configurable: true });
}

/** `Math.random` follows the seed, where one is given (mulberry32). */
export function installRandom(seed: number | undefined): void {
  if (seed === undefined) return;
  let state = seed >>> 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
