import type { Platform } from "../../platform/ports.ts";
import { readSettings, type Settings } from "./rules/settings.ts";

const SETTINGS = "settings";
const OPERATOR = "operator";

type Stores = Pick<Platform, "shared">;

/** Shared by everybody who opens the spreadsheet: settings are no secret, and never hold a key. */
export const storedSettings = ({ shared }: Stores): Settings => readSettings(shared.get(SETTINGS));

export const storeSettings = ({ shared }: Stores, settings: Settings): void =>
  shared.set(SETTINGS, JSON.stringify(settings));

/** Who connected the spreadsheet; undefined while nobody has. */
export const operatorOf = ({ shared }: Stores): string | undefined => shared.get(OPERATOR);

export const setOperator = ({ shared }: Stores, who: string): void => shared.set(OPERATOR, who);

export const removeOperator = ({ shared }: Stores): void => shared.remove(OPERATOR);

/** Nobody changes the settings of a spreadsheet that somebody else has connected. */
export const mayChange = (platform: Pick<Platform, "shared" | "who">): boolean =>
  [undefined, platform.who].includes(operatorOf(platform));
