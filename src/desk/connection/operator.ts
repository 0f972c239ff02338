import type { Platform } from "../../platform/ports.ts";

const OPERATOR = "operator";

type Shared = Pick<Platform, "shared">;

/** Who connected the spreadsheet; undefined while nobody has. */
export const operatorOf = ({ shared }: Shared): string | undefined => shared.get(OPERATOR);

export const setOperator = ({ shared }: Shared, who: string): void => shared.set(OPERATOR, who);

export const removeOperator = ({ shared }: Shared): void => shared.remove(OPERATOR);

/** Nobody changes the settings of a spreadsheet that somebody else has connected. */
export const mayChange = (platform: Pick<Platform, "shared" | "who">): boolean =>
  [undefined, platform.who].includes(operatorOf(platform));
