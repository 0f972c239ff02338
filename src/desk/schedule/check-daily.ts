import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { emptyReport } from "../../run/report.ts";
import { checkConnection } from "../connection/check-connection.ts";
import { checkSummary, isFine } from "../connection/rules/connection.ts";
import { storedKeys } from "../connection/stored-keys.ts";
import { desk } from "../desk.ts";
import { storedSettings } from "../settings/stored-settings.ts";

const NAME = "check-connection";

/** 接続を確認, before people begin their day. It writes its own lines of ダッシュボード. */
export const checkDaily = {
  name: NAME,
  title: captions.showConnection,
  at: "07:00",
  run(platform: Platform): void {
    const startedAt = platform.clock.now();
    const result = isWanted(platform) ? checkConnection(platform) : undefined;
    const fine = result === undefined || (result.checked && isFine(result.check));
    desk.ran(platform, {
      job: NAME,
      title: captions.showConnection,
      startedAt,
      endedAt: platform.clock.now(),
      remedy: fine ? "none" : "fix",
      failed: false,
      finished: true,
      message: result === undefined ? "" : result.checked ? checkSummary(result.check) : result.message,
      faults: [],
      report: emptyReport,
    });
  },
};

/** There is nothing to check while the connection is switched off, or without keys. */
const isWanted = (platform: Platform): boolean =>
  storedSettings(platform).enabled && storedKeys(platform) !== undefined;
