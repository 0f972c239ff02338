import { captions } from "../../src/core/menu-texts.ts";
import {
  type Errors,
  type SettingsView,
  type Target,
  targetField,
} from "../../src/desk/settings/rules/settings-form.ts";
import { fieldTexts, STATUS_WANTED } from "../../src/desk/settings/rules/settings-texts.ts";
import { Select } from "../controls.tsx";
import type { Draft } from "./draft.ts";
import { isStatus, targetOptions } from "./target-options.ts";

interface Targets {
  readonly view: SettingsView;
  readonly draft: Draft;
  readonly errors: Errors;
  readonly busy: boolean;
  readonly onChange: (targets: Draft["targets"]) => void;
  readonly onSetUp: () => void;
}

/** 支払方法マスタ as fields: the compulsory default, and each payment method behind a fold. */
export function TargetSection({ view, draft, errors, busy, onChange, onSetUp }: Targets) {
  const own = view.targets.filter(({ required }) => !required);
  const chosen = ({ key }: Target) => draft.targets[key] ?? "";
  const set = own.filter((row) => chosen(row) !== "").length;
  const errorOf = (row: Target) => errors[targetField(row.key)] ?? (isStatus(chosen(row)) ? undefined : STATUS_WANTED);
  const choice = (row: Target) => (
    <Select
      key={row.key}
      id={targetField(row.key)}
      label={row.required ? "デフォルト（必須）" : row.name}
      value={chosen(row)}
      options={targetOptions(row, chosen(row))}
      error={errorOf(row)}
      onChange={(value) => onChange({ ...draft.targets, [row.key]: value })}
    />
  );
  return (
    <fieldset aria-describedby="targets-hint">
      <legend>{fieldTexts.targets.label}</legend>
      <p id="targets-hint" class="hint">
        {fieldTexts.targets.hint}
      </p>
      {view.targetsMissing === "" ? null : (
        <div class="notice failed">
          <p>{view.targetsMissing}</p>
          <button type="button" class="plain" aria-disabled={busy} onClick={onSetUp}>
            {captions.setUp}を実行
          </button>
        </div>
      )}
      {view.targets.filter(({ required }) => required).map(choice)}
      {own.length === 0 ? null : (
        <details open={own.some((row) => errorOf(row) !== undefined)}>
          <summary>{`支払方法ごとに設定（${set === 0 ? "すべてデフォルト" : `${set}件を個別に設定`}）`}</summary>
          {own.map(choice)}
        </details>
      )}
    </fieldset>
  );
}
