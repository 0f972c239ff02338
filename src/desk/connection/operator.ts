import type { Platform } from "../../platform/ports.ts";
import { stored, storedName } from "../../run/stored.ts";

const property = stored("operator", storedName, undefined);

type Shared = Pick<Platform, "shared">;

/** Who connected the spreadsheet; undefined while nobody has. */
export const operatorOf = ({ shared }: Shared): string | undefined => property.read(shared);

export const setOperator = ({ shared }: Shared, who: string): void => property.write(shared, who);

export const removeOperator = ({ shared }: Shared): void => property.forget(shared);

/** Nobody changes the settings of a spreadsheet that somebody else has connected. */
export const mayChange = (platform: Pick<Platform, "shared" | "who">): boolean =>
  [undefined, platform.who].includes(operatorOf(platform));
