import { sameAddress } from "../../../core/mail-address.ts";
import type { Settings } from "../../settings/rules/settings.ts";
import type { Errors } from "../../settings/rules/settings-form.ts";
import { rightsTexts } from "./rights-texts.ts";

/** Nobody is both, and whoever connects the spreadsheet cannot keep themselves out. */
export function peopleErrors({ operators, staff }: Pick<Settings, "operators" | "staff">, connected: string): Errors {
  for (const address of staff) {
    if (sameAddress(address, connected)) return { staff: rightsTexts.connected(address) };
    if (operators.some((operator) => sameAddress(operator, address))) return { staff: rightsTexts.both(address) };
  }
  return {};
}
