import * as z from "zod/mini";
import { parsedJson } from "../../core/json.ts";
import { serialOf } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import {
  type ConnectionCheck,
  checkSummary,
  curesOf,
  type FunctionName,
  isFine,
  neededFunctions,
  stateTexts,
} from "./rules/connection.ts";

const CHECK = "connection";

type Stores = Pick<Platform, "shared">;

/** The last check; everybody may see it. */
export function storedCheck({ shared }: Stores): ConnectionCheck | undefined {
  const parsed = z.safeParse(checkSchema, parsedJson(shared.get(CHECK) ?? ""));
  return parsed.success ? parsed.data : undefined;
}

export const storeCheck = ({ shared }: Stores, check: ConnectionCheck): void =>
  shared.set(CHECK, JSON.stringify(check));

export const forgetCheck = ({ shared }: Stores): void => shared.remove(CHECK);

/** For ダッシュボード. */
export function connectionRow(platform: Stores): DashboardRow {
  const check = storedCheck(platform);
  const row = { item: "楽天との接続", faults: null };
  if (check === undefined) return { ...row, state: "未確認", detail: UNCHECKED, updatedAt: null };
  return {
    ...row,
    state: isFine(check) ? "正常" : "要対応",
    detail: [checkSummary(check), ...curesOf(check)].join("\n"),
    updatedAt: serialOf(new Date(check.at)),
  };
}

const UNCHECKED = "メニュー「API連携登録」→「接続を確認」で、必要な機能をすべて利用できるか確認してください。";

const checkSchema = z.object({
  at: z.string(),
  results: z.array(
    z.object({
      name: z.enum(neededFunctions.map(({ name }) => name) as [FunctionName, ...FunctionName[]]),
      state: z.enum(Object.keys(stateTexts) as [keyof typeof stateTexts, ...(keyof typeof stateTexts)[]]),
      detail: z.string(),
    }),
  ),
});
