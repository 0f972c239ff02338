import type { Means } from "./forecast.ts";
import { attended, NOT_RUNNING } from "./owner-texts.ts";

/** What the settings show of 自動連携. */
export interface AutomationView {
  readonly owner: {
    readonly who: string;
    readonly since: string;
    /** Between two looks. */
    readonly minutes: 5 | 60;
  } | null;
  readonly means: Means;
}

export const automationText = ({ owner }: AutomationView): string => (owner === null ? NOT_RUNNING : attended(owner));

/** Of a spreadsheet that nobody looks after yet it is not known that Google allows only one look an hour. */
export const tickMinutes = ({ owner }: AutomationView): 5 | 60 => owner?.minutes ?? 5;
