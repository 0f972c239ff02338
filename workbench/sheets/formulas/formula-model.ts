import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, Model } from "@ironcalc/wasm";
import type { Value } from "./value.ts";

let ready = false;

/** An empty workbook of the formula engine, which computes only when it is told to. */
export function newModel(timeZone: string): Model {
  if (!ready) initSync({ module: readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")) });
  ready = true;
  const model = new Model("mirror", "en", knownZone(timeZone), "en");
  model.pauseEvaluation();
  return model;
}

const knownZone = (zone: string): string => (zone === "Etc/GMT" ? "UTC" : zone);

/** What to type for a value. The apostrophe keeps the engine from reading a text as a number or a date. */
export function engineInput(value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "object") return value.error;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
