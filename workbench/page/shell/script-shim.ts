/**
 * Runs inside a panel's frame, before the panel's own scripts: `google.script.run` and `google.script.host` by messages to the page.
 * It is sent there as text, so it may use nothing from outside itself.
 */
export function installScriptShim(): void {
  type Handler = ((value: unknown, userObject: unknown) => void) | undefined;
  interface Runner {
    readonly success: Handler;
    readonly failure: Handler;
    readonly userObject: unknown;
  }
  interface Call extends Runner {
    readonly id: number;
    readonly fn: string;
    readonly args: unknown[];
  }

  /** Apps Script serves ten calls of a client at a time. */
  const limit = 10;
  const waiting: Call[] = [];
  const underway = new Map<number, Call>();
  let lastId = 0;

  const send = (message: object) => window.parent.postMessage(message, "*");

  function next(): void {
    while (underway.size < limit && waiting.length > 0) {
      const call = waiting.shift()!;
      underway.set(call.id, call);
      send({ type: "run", id: call.id, fn: call.fn, args: call.args });
    }
  }

  const isPlain = (value: object) => {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype || Array.isArray(value);
  };

  /** Numbers, booleans, strings, null, and plain objects and arrays of them; anything else fails the call at once. */
  function transferable(value: unknown, name: string, above: readonly object[] = []): unknown {
    if (value === undefined || value === null) return null;
    if (typeof value !== "object" && typeof value !== "function") return value;
    if (typeof value === "function" || above.includes(value) || !isPlain(value)) {
      throw new TypeError(`Failed due to illegal value in property: ${name}`);
    }
    const within = [...above, value];
    if (Array.isArray(value)) return value.map((item, index) => transferable(item, String(index), within));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, transferable(item, key, within)]));
  }

  function formValues(form: HTMLFormElement): Record<string, string | string[]> {
    const data = new FormData(form);
    const read = (name: string) => {
      const values = data.getAll(name).map((value) => {
        if (typeof value !== "string") throw new TypeError(`The workbench does not send files: ${name}`);
        return value;
      });
      return values.length === 1 ? values[0]! : values;
    };
    return Object.fromEntries([...new Set(data.keys())].map((name) => [name, read(name)]));
  }

  function call(runner: Runner, fn: string, args: unknown[]): void {
    const [form] = args;
    const sent =
      form instanceof HTMLFormElement && args.length === 1
        ? [formValues(form)]
        : args.map((value, index) => transferable(value, String(index)));
    waiting.push({ ...runner, id: ++lastId, fn, args: sent });
    next();
  }

  function runner(state: Runner): object {
    const builders: Record<string, (value: never) => object> = {
      withSuccessHandler: (success: Handler) => runner({ ...state, success }),
      withFailureHandler: (failure: Handler) => runner({ ...state, failure }),
      withUserObject: (userObject: unknown) => runner({ ...state, userObject }),
    };
    return new Proxy(builders, {
      get(target, name) {
        if (typeof name !== "string" || name in target) return target[name as string];
        // Private functions, and a promise's "then", are not on the list that Apps Script gives to a client.
        if (name.endsWith("_") || name === "then") return undefined;
        return (...args: unknown[]) => call(state, name, args);
      },
    });
  }

  // As a browser asks a page that is about to be closed.
  function mayLeave(): boolean {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return !event.defaultPrevented;
  }

  window.addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.type === "leave") return send({ type: "leave", may: mayLeave() });
    const done = source === window.parent ? underway.get(data?.id) : undefined;
    if (done === undefined) return;
    underway.delete(done.id);
    next();
    if (data.error === undefined) return done.success?.(data.value, done.userObject);
    const error = Object.assign(new Error(data.error.message), { name: data.error.name });
    if (done.failure === undefined) console.error(error);
    else done.failure(error, done.userObject);
  });

  // The page hears no key that is pressed in here. Afterwards, as the panel's own listeners come later.
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    setTimeout(() => event.defaultPrevented || send({ type: "escape" }));
  });

  const host = {
    close: () => send({ type: "close" }),
    setHeight: (height: number) => send({ type: "size", size: { height } }),
    setWidth: (width: number) => send({ type: "size", size: { width } }),
    editor: { focus: () => send({ type: "focus" }) },
  };
  const run = runner({ success: undefined, failure: undefined, userObject: undefined });
  Object.assign(window, { google: { script: { run, host } } });
}
