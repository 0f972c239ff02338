import type { SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import { fieldTexts, onlyOperator } from "../../src/desk/settings/rules/settings-texts.ts";
import { pastTargetChoices } from "../../src/shop/payment-target.ts";
import { productCodeFields } from "../../src/shop/product-code.ts";
import { progressLabel } from "../../src/shop/progress.ts";
import { ConnectionSection } from "./connection-section.tsx";

/** For everybody but the one who connected the spreadsheet: what is set, and whom to ask. */
export function ReadOnly({ view }: { readonly view: SettingsView }) {
  const { settings, operator, targets } = view;
  const target = targets.find(({ required }) => required)?.target ?? null;
  const facts = [
    [fieldTexts.periodDays.label, String(settings.periodDays)],
    [fieldTexts.refreshMinutes.label, String(settings.refreshMinutes)],
    [fieldTexts.targets.label, typeof target === "number" ? progressLabel(target) : (target ?? "未設定")],
    [fieldTexts.pastTarget.label, pastTargetChoices[settings.pastTarget]],
    [fieldTexts.productCode.label, productCodeFields[settings.productCode]],
    [fieldTexts.stockUpdate.label, settings.stockUpdate ? "有効" : "無効"],
  ] as const;
  return (
    <>
      <p class="notice refused">{onlyOperator(operator)}</p>
      <ConnectionSection view={view} busy={false} checking={false} onCheck={() => {}} />
      <section aria-labelledby="settings">
        <h2 id="settings">設定</h2>
        <dl>{facts.map(([term, text]) => [<dt key={term}>{term}</dt>, <dd key={`${term}:`}>{text}</dd>])}</dl>
      </section>
    </>
  );
}
