import { captions } from "../../../core/menu-texts.ts";
import type { Platform } from "../../../platform/ports.ts";
import { problemFrom } from "../../../run/notice.ts";
import { mayChange, operatorOf } from "../../connection/operator.ts";
import { onlyOperator } from "../../settings/rules/settings-texts.ts";
import { storedSettings } from "../../settings/stored-settings.ts";
import type { BigQueryCheck } from "../rules/bigquery-check.ts";
import { bigQueryUsable } from "../rules/bigquery-texts.ts";
import { accessTo } from "./bigquery-access.ts";
import { prepared, tableNames } from "./prepared.ts";
import { found, tableIn } from "./queries.ts";

/** Does once all that archiving needs to be allowed, with no row in it; dataset and tables are there afterwards. */
export function checkBigQuery(platform: Platform): BigQueryCheck {
  const operator = operatorOf(platform);
  if (!mayChange(platform)) return { usable: false, message: onlyOperator(operator ?? "") };
  try {
    const settings = storedSettings(platform);
    const access = accessTo({ ...platform, settings, sleep: (milliseconds) => platform.clock.sleep(milliseconds) });
    const { location, made, travelHours } = prepared(access);
    // A project without billing lets rows be loaded, and none be changed.
    const [table] = tableNames.map((name) => tableIn(access.place, name));
    found(access, { query: `DELETE FROM ${table} WHERE FALSE`, parameters: [] });
    const { project, dataset } = access.place;
    return {
      usable: true,
      message: bigQueryUsable(`${project}.${dataset}`, { location, made, days: Math.ceil(travelHours / 24) }),
    };
  } catch (error) {
    return { usable: false, message: problemFrom(platform, error).message };
  }
}

/** The check of the panel, told in an alert. */
export const showBigQuery = (platform: Platform): void =>
  platform.screen.alert(captions.showBigQuery, checkBigQuery(platform).message);
