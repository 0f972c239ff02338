import { useState } from "preact/hooks";
import { captions } from "../../src/core/menu-texts.ts";
import type { BigQueryCheck } from "../../src/desk/archive/rules/bigquery-check.ts";
import type { Settings } from "../../src/desk/settings/rules/settings.ts";
import type { Errors } from "../../src/desk/settings/rules/settings-form.ts";
import { fieldTexts } from "../../src/desk/settings/rules/settings-texts.ts";
import { Field } from "../controls.tsx";
import { serverWithin } from "../google-script.ts";
import type { Draft } from "./draft.ts";

interface Props {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly stored: Settings;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Google makes a dataset and two tables, and starts a query. */
const SECONDS = 90;

/** Where in BigQuery archives lie, for those who keep them there. */
export function BigQuerySection({ stored, draft, errors, onChange }: Props) {
  const [check, setCheck] = useState<BigQueryCheck | "checking">();
  const field = (name: "bigQueryProject" | "bigQueryDataset") => ({
    id: name,
    ...fieldTexts[name],
    value: draft[name],
    error: errors[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const ask = async () => {
    setCheck("checking");
    setCheck(
      await serverWithin(SECONDS)
        .checkBigQuery()
        .catch(({ message }: Error) => ({ usable: false, message })),
    );
  };
  const unsaved =
    draft.bigQueryProject !== (stored.bigQueryProject ?? "") || draft.bigQueryDataset !== stored.bigQueryDataset;
  const busy = check === "checking";
  return (
    <>
      <Field type="text" {...field("bigQueryProject")} />
      <Field type="text" {...field("bigQueryDataset")} />
      <button type="button" aria-disabled={busy || unsaved} onClick={busy || unsaved ? undefined : ask}>
        {busy ? "確認しています…" : captions.showBigQuery}
      </button>
      <p class={typeof check === "object" && !check.usable ? "error" : "hint"} role="status">
        {unsaved ? "保存すると確認できます。" : typeof check === "object" ? check.message : ""}
      </p>
    </>
  );
}
