import { HISTORY_STAYS, HISTORY_WAYS } from "../../src/desk/settings/rules/settings-texts.ts";
import { Field } from "../controls.tsx";

/** How long personal data stays, and what erasing it here cannot reach. */
export function RetentionSection({ field }: { readonly field: Omit<Parameters<typeof Field>[0], "type"> }) {
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">個人情報</h2>
      <Field type="number" {...field} />
      <div class="row">
        <p class="hint">{HISTORY_STAYS}</p>
        <ul class="hint">
          {HISTORY_WAYS.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
