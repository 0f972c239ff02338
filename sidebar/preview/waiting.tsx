import type { PreviewEntry } from "../../src/desk/shipments/rules/shipment-preview.ts";
import { CarrierChoice } from "./carrier-choice.tsx";
import { carrierlessMethods, groupsOf } from "./groups.ts";

/** Why rows would wait for people, each reason once with how many rows have it; a carrier can be chosen right here. */
export function Waiting({ entries }: { readonly entries: readonly PreviewEntry[] }) {
  const groups = groupsOf(entries);
  if (groups.length === 0) return null;
  const methods = carrierlessMethods(entries);
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">取り込んだあとに確認が必要な理由</h2>
      <ul class="rows">
        {groups.map(({ name, rows, of }) => (
          <li key={name}>
            {`${name} ${rows.toLocaleString("ja-JP")}件`}
            {of.length === 0 ? null : <small>{of.join("\n")}</small>}
          </li>
        ))}
      </ul>
      {methods.length === 0 ? null : <CarrierChoice methods={methods} />}
    </section>
  );
}
