import { sameAddress } from "../../../core/mail-address.ts";

/** What Google lets the menu know of whoever opens a spreadsheet. */
export interface Opening {
  /** Who connected it; undefined while nobody has. */
  readonly operator: string | undefined;
  /** Whether their own properties say that they hold the keys, or were let into the whole menu before. */
  readonly proven: boolean;
  /** Their address; empty where Google hides it, as it does outside of one's own Workspace domain. */
  readonly who: string;
  /** Of the file; undefined where Google names none. */
  readonly owner: string | undefined;
  /** Whom the settings name beside. */
  readonly operators: readonly string[];
}

/**
 * Whether to show the few items that need no keys. Before somebody has connected the spreadsheet anybody may. Of somebody
 * nameless nothing is known but that they hold no keys: their menu leads to the whole one.
 */
export function isStaff({ operator, proven, who, owner, operators }: Opening): boolean {
  if (operator === undefined || proven) return false;
  return ![operator, ...(owner === undefined ? [] : [owner]), ...operators].some((one) => sameAddress(one, who));
}

/** The addresses in the stored settings, which may be older or newer than we are. */
export function operatorsIn(settings: unknown): readonly string[] {
  const { operators } = (settings ?? {}) as { readonly operators?: unknown };
  return Array.isArray(operators) ? operators.filter((one) => typeof one === "string") : [];
}
