/** What the compiler promises of the panels' calls; `npm run check` reads this file, nothing runs it. */
import type { Server } from "../../sidebar/google-script.ts";
import type { CheckResult } from "../../src/desk/connection/rules/connection.ts";
import type { SaveResult, SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import type { PreviewResult } from "../../src/desk/shipments/rules/shipment-preview.ts";
import type { BreakdownAnswer } from "../../src/desk/stock/rules/breakdown.ts";

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
type Arriving<Name extends keyof Server> = Awaited<ReturnType<Server[Name]>>;

/** A panel receives what the add-on's own function returns, to the last property. */
export const arriving: readonly [
  Same<Arriving<"loadSettings">, SettingsView>,
  Same<Arriving<"saveSettings">, SaveResult>,
  Same<Arriving<"deleteKeys">, SaveResult>,
  Same<Arriving<"checkConnection">, CheckResult>,
  Same<Arriving<"previewShipments">, PreviewResult>,
  Same<Arriving<"stockBreakdown">, BreakdownAnswer>,
] = [true, true, true, true, true, true];

export function refused(server: Server): void {
  // @ts-expect-error: the add-on has no function of that name
  server.loadSetings();
  // @ts-expect-error: the input is missing
  server.saveSettings();
  // @ts-expect-error: it arrives later
  server.loadSettings().settings;
}
