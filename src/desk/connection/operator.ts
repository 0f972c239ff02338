import { sameAddress } from "../../core/mail-address.ts";
import type { Platform } from "../../platform/ports.ts";
import { stored, storedName } from "../../run/stored.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { OPERATOR } from "../stored-names.ts";

const property = stored(OPERATOR, storedName, undefined);

type Shared = Pick<Platform, "shared">;

/** Who connected the spreadsheet; undefined while nobody has. */
export const operatorOf = ({ shared }: Shared): string | undefined => property.read(shared);

export const setOperator = ({ shared }: Shared, who: string): void => property.write(shared, who);

export const removeOperator = ({ shared }: Shared): void => property.forget(shared);

type Asking = Pick<Platform, "shared" | "who" | "owner">;

/**
 * Whoever may become the operator: the owner of the file, whom nobody locks out, or somebody whom the settings name. Anybody
 * where Google names no owner, or not whoever asks.
 */
export function mayConnect({ shared, who, owner }: Asking): boolean {
  const holder = owner();
  if (holder === undefined || who === "") return true;
  return [holder, ...storedSettings({ shared }).operators].some((one) => sameAddress(one, who));
}

/** Nobody changes the settings of a spreadsheet that somebody else has connected, or could not connect themselves. */
export function mayChange(platform: Asking): boolean {
  const operator = operatorOf(platform);
  return operator === undefined ? mayConnect(platform) : operator === platform.who;
}

/** Whom to ask, for those who may not. */
export const responsible = (platform: Asking): string => operatorOf(platform) ?? platform.owner() ?? "";
