import { invalid } from "./api-error.ts";
import { cloned } from "./message.ts";

/** The fields a mask names: true stands for a field with all that is under it, "*" for every field of a level. */
export type Mask = true | { readonly [field: string]: Mask };

type Draft = { [field: string]: Mask };
type Json = { [field: string]: unknown };

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Reads Google's mask notation: `a,b(c,d),e/f,g.h,*`. Throws when it cannot be read. */
export function parseMask(text: string): Mask {
  const tokens = text.match(/[^\s,()./]+|[,()./]/g) ?? [];
  let at = 0;
  const unreadable = () => invalid(`Invalid field selection ${text}`);
  const taken = (...signs: string[]): boolean => {
    if (!signs.includes(tokens[at] ?? "")) return false;
    at++;
    return true;
  };
  const list = (): Mask => {
    const first = path();
    return taken(",") ? union(first, list()) : first;
  };
  const path = (): Mask => {
    const name = tokens[at++];
    if (name === undefined || /^[,()./]$/.test(name)) throw unreadable();
    const inner = rest();
    return name === "*" && inner === true ? true : { [camel(name)]: inner };
  };
  const rest = (): Mask => {
    if (taken(".", "/")) return path();
    if (!taken("(")) return true;
    const inner = list();
    if (!taken(")")) throw unreadable();
    return inner;
  };
  const mask = list();
  if (at < tokens.length) throw unreadable();
  return mask;
}

function union(a: Mask, b: Mask): Mask {
  if (a === true || b === true) return true;
  const both: Draft = { ...a };
  for (const [field, mask] of Object.entries(b)) both[field] = field in both ? union(both[field]!, mask) : mask;
  return both;
}

/** The mask under one field; undefined when the field is not asked for. */
export function under(mask: Mask, field: string): Mask | undefined {
  if (mask === true) return true;
  const own = mask[field];
  const any = mask["*"];
  return own === undefined ? any : any === undefined ? own : union(own, any);
}

/** A copy of the part of an answer that the mask names; messages along the way stay, even when they end up empty. */
export function project(value: unknown, mask: Mask): unknown {
  if (mask === true || value === null || typeof value !== "object" || Object.isFrozen(value)) return cloned(value);
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  const picked: Json = {};
  // Not by entries, which would be a list for each of the empty cells that most cells of an answer are.
  for (const field in value) {
    const inner = under(mask, field);
    const item = (value as Json)[field];
    if (inner !== undefined && item !== undefined) picked[field] = project(item, inner);
  }
  return picked;
}

/** The target with every named field taken from the source; a field that is named but absent in the source is cleared. */
export function overlay(target: object, source: object, mask: Mask): object {
  if (mask === true || "*" in mask) return cloned(source);
  const result: Json = { ...target };
  for (const [field, inner] of Object.entries(mask)) {
    const given = (source as Json)[field];
    const merged = inner === true ? cloned(given) : overlay(asObject(result[field]), asObject(given), inner);
    if (merged === undefined || merged === null) delete result[field];
    else result[field] = merged;
  }
  return result;
}

const asObject = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});
