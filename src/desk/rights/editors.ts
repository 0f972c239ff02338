import type { Platform } from "../../platform/ports.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import { stored, storedName } from "../../run/stored.ts";
import type { RenewedFor } from "../../workbook/commit/open-book.ts";
import { operatorOf } from "../connection/operator.ts";
import { eachOnce } from "../settings/rules/mail-list.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { rightsTexts } from "./rules/rights-texts.ts";

type Shared = Pick<Platform, "shared" | "who" | "owner">;

/** That Google did not take the protections which a run asked for. */
const refusedNote = stored("protection-refused", storedName, undefined);

/** Whoever connected the spreadsheet, whoever runs and whom the settings name; the owner of the file Google adds itself. */
const usersOf = ({ shared, who }: Pick<Shared, "shared" | "who">, operators: readonly string[]): string[] =>
  eachOnce([who, operatorOf({ shared }) ?? "", ...operators].filter(Boolean));

/** For a run: its first commit brings the protections of the sheets that it read up to date. */
export function editorsOf(platform: Shared, operators = storedSettings(platform).operators): RenewedFor {
  const { shared } = platform;
  return {
    users: usersOf(platform, operators),
    isRunnerHidden: platform.who === "",
    owner: () => platform.owner(),
    renewed(refusal) {
      if (refusal !== undefined) refusedNote.write(shared, refusal);
      else if (refusedNote.read(shared) !== undefined) refusedNote.forget(shared);
    },
  };
}

/** For ダッシュボード. */
export function protectionRow(platform: Pick<Shared, "shared" | "who">): DashboardRow {
  const row = { item: rightsTexts.item, faults: null, updatedAt: null };
  if (refusedNote.read(platform.shared) !== undefined)
    return { ...row, state: "要対応", detail: `${rightsTexts.refused}${rightsTexts.refusedHow}` };
  const users = usersOf(platform, storedSettings(platform).operators);
  return { ...row, state: "正常", detail: rightsTexts.kept(users.length) };
}
