import { expect, test } from "vitest";
import { evaluate } from "../script-host.ts";

/**
 * Each way is a body that hands `got(value)` something which may be of the realm around the script. What makes code of
 * that realm, were it there, would find Node's `process`.
 */
const ways: Readonly<Record<string, string>> = {
  "the global object": "got(globalThis); got(this); got(Object.getPrototypeOf(globalThis));",
  "the prototypes of everything that is global":
    "for (const name of Object.getOwnPropertyNames(globalThis)) { try { chain(globalThis[name]); } catch {} }",
  "a page that has the name of a member of every object":
    "for (const name of ['constructor', '__proto__', 'toString', 'valueOf', '__defineGetter__']) { try { got(HtmlService.createHtmlOutputFromFile(name).getContent()); } catch (e) { got(e); } }",
  "an inspector of its own for what is logged":
    "console.log({ [Symbol.for('nodejs.util.inspect.custom')]: (depth, options, inspect) => { got(depth); got(options); got(inspect); got(options && options.stylize); return ''; } });",
  "what is called while something is logged": `const seen = function () { got(this); got(seen.caller); got(seen.arguments); got(arguments.callee.caller); return "x"; };
     const trap = new Proxy({}, { get(target, key, receiver) { got(receiver); got(trap.caller); return undefined; }, ownKeys() { return []; }, getPrototypeOf() { return null; } });
     class Named { get [Symbol.toStringTag]() { got(this); return "x"; } toString() { return seen.call(this); } }
     try { console.log("%s %o %d %i %j", { toString: seen }, new Named(), { valueOf: seen }, { [Symbol.toPrimitive]: seen }, { toJSON: seen }); } catch (e) { got(e); }
     try { console.log("%s", trap, new Named()); } catch (e) { got(e); }
     const broken = new Error("x"); Object.defineProperty(broken, "stack", { get: seen }); try { console.log(broken); } catch (e) { got(e); }`,
  "the errors of a stack that is full": `
     const calls = [() => console.log("x"), () => Utilities.newBlob("x").getBytes(), () => Utilities.base64Encode("x"), () => new Date(), () => Session.getEffectiveUser(), () => Utilities.formatDate(new Date(0), "Asia/Tokyo", "z"), () => PropertiesService.getUserProperties().getKeys()];
     const depth = () => { try { return depth() + 1; } catch { return 1; } };
     const after = (frames, call) => frames <= 0 ? call() : after(frames - 1, call);
     const most = depth();
     for (const call of calls) for (let room = 0; room < 200; room += 20) { try { after(most - room, call); } catch (e) { got(e); } }`,
  "a native that a service hands something it cannot take": `
     const odd = [undefined, null, 1, Symbol("x"), {}, [], { length: -1 }, 10n, "x", () => {}, new Proxy({}, { get() { throw 1; } }), { get length() { throw new Error("mine"); } }, { [Symbol.iterator]() { return { next() { got(this); return { done: true }; } }; } }];
     const members = [[Utilities, "newBlob base64Encode base64Decode computeDigest computeHmacSha256Signature formatDate parseDate formatString parseCsv getUuid"], [UrlFetchApp, "getRequest"], [HtmlService, "createHtmlOutput createHtmlOutputFromFile"], [console, "log time timeEnd"], [Logger, "log getLog"]];
     const attempt = (call) => { try { const value = call(); got(value); return value; } catch (e) { got(e); } };
     for (const [service, names] of members) for (const name of names.split(" ")) for (const one of odd) {
       for (const made of [attempt(() => service[name](one)), attempt(() => service[name]("x", one, one)), attempt(() => service[name]([1], "MD5", one))])
         for (const member of ["getBytes", "getDataAsString", "getContent", "copyBlob"]) attempt(() => made[member]("x"));
     }`,
  "frames of a stack, looked at by the script": `
     Error.prepareStackTrace = (error, frames) => { got(error); got(frames); for (const frame of frames) { got(frame); for (const name of ["getThis", "getFunction", "getTypeName", "getEvalOrigin"]) { try { got(frame[name]()); } catch (e) { got(e); } } } return "x"; };
     got(new Error("x").stack); try { null.x; } catch (e) { got(e.stack); } try { Utilities.sleep("x"); } catch (e) { got(e.stack); }
     try { Utilities.newBlob("x").getDataAsString("no-such"); } catch (e) { got(e); got(e.stack); } try { console.log(new Error("y")); } catch (e) { got(e); }`,
  "callers of the script's own functions": `function sloppy() { got(sloppy.caller); got(sloppy.arguments); let at = sloppy.caller; for (let i = 0; at && i < 20; i++) { got(at); got(at.arguments); at = at.caller; } } sloppy(); got(main.caller); got(main.arguments);`,
  "an import, also from code made at run time": `for (const load of [() => import("node:fs"), new Function("return import('node:fs')"), () => eval("import('node:fs')")]) { try { const loading = load(); got(loading); loading.then(got, got); } catch (e) { got(e); } }`,
  "what the language refuses": `for (const call of [() => eval("{"), () => new Function("{"), () => new WebAssembly.Module(new Uint8Array([0])), () => null.x, () => new Array(-1), () => decodeURIComponent("%"), () => JSON.parse("{"), () => new RegExp("("), () => [].reduce(() => 0), () => Symbol() + ""]) { try { got(call()); } catch (e) { got(e); } }`,
  "members of the language that the script has replaced": `
     const watched = [[Uint8Array, "from"], [Array, "from"], [Array.prototype, "map"], [Array.prototype, "flat"], [Object, "entries"], [Object, "fromEntries"], [Object, "assign"], [Object, "hasOwn"], [Object, "defineProperty"], [JSON, "parse"], [JSON, "stringify"], [Reflect, "get"], [Reflect, "construct"], [Function.prototype, "apply"], [String.prototype, "replace"], [Promise.prototype, "then"]];
     const kept = []; const keep = (value) => { kept[kept.length] = value; };
     for (const [owner, name] of watched) { const real = owner[name]; owner[name] = function (...args) { keep(this); for (let i = 0; i < args.length; i++) keep(args[i]); const value = Reflect.apply === undefined ? undefined : real.call(this, ...args); keep(value); return value; }; }
     for (const call of [() => Utilities.newBlob("x").getBytes(), () => Utilities.base64Decode("eA=="), () => UrlFetchApp.fetch("https://shop.example/").getBlob().copyBlob(), () => UrlFetchApp.getRequest("https://shop.example/", { payload: "x" }), () => HtmlService.createHtmlOutputFromFile("x"), () => PropertiesService.getUserProperties().getProperties(), () => Utilities.computeDigest("MD5", "x"), () => console.log({}), () => new Date(), () => ScriptApp.getProjectTriggers()]) { try { keep(call()); } catch (e) { keep(e); } }
     for (let i = 0; i < kept.length; i++) got(kept[i]);`,
  "an answer of the host": `PropertiesService.getUserProperties().setProperty("a", "1"); chain(PropertiesService.getUserProperties().getProperties()); chain(SpreadsheetApp.getActive().getSheets()); chain(ScriptApp.getProjectTriggers()); try { chain(UrlFetchApp.fetch("https://shop.example/")); } catch (e) { got(e); }`,
};

const LOOK = `
  const found = [];
  let way = "";
  const seenValues = new Set();
  function got(value) {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seenValues.has(value)) return;
    seenValues.add(value);
    for (let at = value, depth = 0; at !== null && at !== undefined && depth < 5; depth++) {
      for (const step of [(x) => x, (x) => x.constructor, (x) => x.constructor.constructor]) {
        try {
          const make = step(at);
          if (typeof make !== "function" || !/Function$/.test(make.name)) continue;
          const made = Function.prototype.call.call(make, undefined, "return typeof process");
          if (typeof made === "function" && made() === "object") found.push(String(depth) + " " + typeof value);
        } catch {}
      }
      try { at = Object.getPrototypeOf(at); } catch { break; }
    }
  }
  function chain(value) { got(value); if (value === null || (typeof value !== "object" && typeof value !== "function")) return; for (const name of Reflect.ownKeys(value)) { try { got(value[name]); } catch (e) { got(e); } } }`;

test.each(Object.keys(ways))("no way out leads through %s", async (name) => {
  const fetch = async () => ({ status: 200, headers: [["a", "b"] as const], body: new Uint8Array([1]) });
  const found = await evaluate(`${LOOK}\n${ways[name]}\nreturn found;`, { fetch });
  expect(found).toEqual([]);
});

test("the look for a way out finds one where there is one", async () => {
  const around =
    "const around = { constructor: { constructor: function Function() { return () => 'object'; } } }; got(around);";
  expect(await evaluate(`${LOOK}\n${around}\nreturn found;`)).not.toEqual([]);
});
