import * as z from "zod/mini";
import { serialOf } from "../../core/jst.ts";
import { captions, inMenu } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import { stored, storedInstant } from "../../run/stored.ts";
import {
  type ConnectionCheck,
  checkSummary,
  curesOf,
  type FunctionName,
  isFine,
  isKeyRefused,
  KEY_REFUSED,
  neededFunctions,
  stateTexts,
} from "./rules/connection.ts";

const checkSchema = z.object({
  at: storedInstant,
  results: z.array(
    z.object({
      name: z.enum(neededFunctions.map(({ name }) => name) as [FunctionName, ...FunctionName[]]),
      state: z.enum(Object.keys(stateTexts) as [keyof typeof stateTexts, ...(keyof typeof stateTexts)[]]),
      detail: z.string(),
    }),
  ),
  doubts: z.optional(z.array(z.string())),
});

const property = stored<ConnectionCheck>("connection", checkSchema, undefined);

type Shared = Pick<Platform, "shared">;

/** The last check; everybody may see it. */
export const storedCheck = ({ shared }: Shared): ConnectionCheck | undefined => property.read(shared);

export const storeCheck = ({ shared }: Shared, check: ConnectionCheck): void => property.write(shared, check);

export const forgetCheck = ({ shared }: Shared): void => property.forget(shared);

/** For ダッシュボード. */
export function connectionRow(platform: Shared): DashboardRow {
  const check = storedCheck(platform);
  const row = { item: "楽天との接続" };
  if (check === undefined) return { ...row, state: "未確認", detail: UNCHECKED, faults: null, updatedAt: null };
  return {
    ...row,
    state: isFine(check) ? "正常" : isKeyRefused(check) ? KEY_REFUSED : "要対応",
    faults: check.results.filter(({ state }) => state !== "usable").length,
    detail: [checkSummary(check), ...curesOf(check)].join("\n"),
    updatedAt: serialOf(new Date(check.at)),
  };
}

const UNCHECKED = `${inMenu(captions.showConnection)}で、必要な機能をすべて利用できるか確認してください。`;
