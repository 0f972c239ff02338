import { seededRandom } from "../../random.ts";
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

/** `Math.random` follows the seed, where one is given. */
export function installRandom(seed: number | undefined): void {
  if (seed !== undefined) Math.random = seededRandom(seed);
}
