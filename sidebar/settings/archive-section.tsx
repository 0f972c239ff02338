import { archiveChoices } from "../../src/core/archive-choices.ts";
import type { Errors, SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import { fieldTexts } from "../../src/desk/settings/rules/settings-texts.ts";
import { Field, Select } from "../controls.tsx";
import { BigQuerySection } from "./bigquery-section.tsx";
import type { Draft } from "./draft.ts";

interface Props {
  readonly view: SettingsView;
  readonly draft: Draft;
  readonly errors: Errors;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** When orders leave the list, and where to. */
export const ArchiveSection = ({ view, draft, errors, onChange }: Props) => (
  <section aria-labelledby="archive">
    <h2 id="archive">過去の出荷の保管</h2>
    <Field
      type="number"
      id="archiveAfterDays"
      {...fieldTexts.archiveAfterDays}
      value={draft.archiveAfterDays}
      error={errors.archiveAfterDays}
      onChange={(archiveAfterDays: string) => onChange({ archiveAfterDays })}
    />
    <Select
      id="archiveTo"
      {...fieldTexts.archiveTo}
      value={draft.archiveTo}
      error={errors.archiveTo}
      options={Object.entries(archiveChoices)}
      onChange={(archiveTo: string) => onChange({ archiveTo })}
    />
    {draft.archiveTo === "bigquery" && (
      <BigQuerySection stored={view.settings} draft={draft} errors={errors} onChange={onChange} />
    )}
  </section>
);
