import { OFF, type Plan } from "../../../../src/desk/schedule/rules/schedule.ts";
import type { Window } from "../../../../src/desk/schedule/rules/window.ts";

/** `2026-11-24 10:30` in Japan, a Tuesday; seconds where they are given. */
export const jst = (text: string): Date =>
  new Date(`${text.replace(" ", "T")}${text.length === 16 ? ":00" : ""}+09:00`);

export const every = (minutes: Plan["every"]): Plan => ({ every: minutes, times: [] });
export const at = (...times: string[]): Plan => ({ ...OFF, times });

export const ALWAYS: Window = { weekdays: [0, 1, 2, 3, 4, 5, 6], quiet: null };
export const quiet = (from: string, to: string): Window => ({ ...ALWAYS, quiet: { from, to } });
export const on = (...weekdays: number[]): Window => ({ ...ALWAYS, weekdays });
