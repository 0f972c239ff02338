import type { Errors } from "../../src/desk/settings/rules/settings-form.ts";
import { fieldTexts, SHARED_ELSEWHERE } from "../../src/desk/settings/rules/settings-texts.ts";
import { Lines } from "../controls.tsx";
import type { Draft } from "./draft.ts";

interface People {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Who may change what in the sheets. */
export function PeopleSection({ draft, errors, onChange }: People) {
  const lines = (name: "operators" | "staff") => (
    <Lines
      id={name}
      {...fieldTexts[name]}
      value={draft[name]}
      error={errors[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <section aria-labelledby="people">
      <h2 id="people">担当者</h2>
      {lines("operators")}
      {lines("staff")}
      <p class="hint">{SHARED_ELSEWHERE}</p>
    </section>
  );
}
