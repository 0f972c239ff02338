/**
 * Whatever object of this thread's own realm a script might get hold of, its `constructor.constructor` would make code
 * that runs here, beside Node. So functions of this realm no longer lead to what makes functions from text; nothing in
 * this thread does so.
 */
export function tameConstructors(): void {
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds)
    Object.defineProperty(Object.getPrototypeOf(kind), "constructor", {
      value: undefined,
      writable: false,
      configurable: false,
    });
}
