import { useState } from "preact/hooks";
import { licenceTexts } from "../../src/desk/licence/rules/licence.ts";
import type { Errors, SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import { fieldTexts, KEYS_REACHABLE } from "../../src/desk/settings/rules/settings-texts.ts";
import { isSwapped, type KeyName, keyDoubt, keyFlaw, keyMended, keyNames, plainKey } from "../../src/shop/key-form.ts";
import { functionSteps, keySteps } from "../../src/shop/rms-screens.ts";
import { Field } from "../controls.tsx";
import { focusOn } from "../focus.ts";
import { NO, Question } from "../question.tsx";
import type { Draft } from "./draft.ts";

interface Keys {
  readonly view: SettingsView;
  readonly draft: Draft;
  readonly errors: Errors;
  readonly busy: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onDelete: () => void;
}

export function KeySection({ view, draft, errors, busy, onChange, onDelete }: Keys) {
  const stored = view.serviceSecret !== null || view.licenseKey !== null;
  const change = (name: KeyName, value: string) => {
    // The date that was stored for the former key says nothing of a new one; one that was typed since may.
    const dateFor = (key: string) => (key === "" ? (view.settings.licenceExpiry ?? "") : "");
    const follows = name === "licenseKey" && draft.licenceExpiry === dateFor(draft.licenseKey);
    onChange({ [name]: value, ...(follows ? { licenceExpiry: dateFor(value) } : {}) });
  };
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">楽天のキー</h2>
      <p class="hint">{KEYS_REACHABLE}</p>
      {keyNames.map((name) => (
        <KeyField
          key={name}
          name={name}
          hint={keyHint(name, view[name])}
          typed={draft[name]}
          error={errors[name]}
          onChange={(value) => change(name, value)}
        />
      ))}
      {keyNames.every((name) => isSwapped(name, draft[name])) ? <Swap draft={draft} onChange={onChange} /> : null}
      <Steps title="RMSでキーを表示する手順" steps={keySteps} />
      <Steps title="RMSで機能を利用中にする手順" steps={functionSteps} />
      <Expiry view={view} draft={draft} errors={errors} onChange={onChange} />
      {stored ? <Delete busy={busy} onDelete={onDelete} /> : null}
    </section>
  );
}

const keyHint = (name: KeyName, last: string | null): string =>
  last === null
    ? `未登録です。${fieldTexts[name].hint}`
    : `登録済み（末尾 ${last}）。変更するときだけ入力してください。`;

interface KeyInput {
  readonly name: KeyName;
  readonly hint: string;
  readonly typed: string;
  readonly error: string | undefined;
  readonly onChange: (typed: string) => void;
}

/** What looks like a typo is said at once, before anybody waits for RMS; what more typing may mend, when the field is left. */
function KeyField({ name, typed, error, ...field }: KeyInput) {
  const [left, setLeft] = useState(false);
  const key = plainKey(typed);
  const isTold = error === undefined && key !== "" && (left || isSwapped(name, typed));
  return (
    <Field
      {...field}
      id={name}
      type="password"
      label={fieldTexts[name].label}
      value={typed}
      note={keyMended(typed) + (isTold ? keyFlaw(name, key) || keyDoubt(key) : "")}
      error={error}
      onLeave={() => setLeft(true)}
    />
  );
}

const Swap = ({ draft, onChange }: Pick<Keys, "draft" | "onChange">) => (
  <button
    type="button"
    class="plain"
    onClick={() => onChange({ serviceSecret: draft.licenseKey, licenseKey: draft.serviceSecret })}
  >
    2つのキーを入れ替える
  </button>
);

const Steps = ({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) => (
  <details>
    <summary>{title}</summary>
    <ol class="steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </details>
);

/** Typed by people only where RMS does not tell. */
function Expiry({ view, draft, errors, onChange }: Pick<Keys, "view" | "draft" | "errors" | "onChange">) {
  const { label, hint } = fieldTexts.licenceExpiry;
  if (view.licence.source === "rms" && draft.licenseKey === "")
    return (
      <div class="row">
        <p class="label">{label}</p>
        <p class="value">{licenceTexts(view.licence, new Date(view.now)).detail}</p>
        <p class="hint">連携の実行時に1日1回、RMSから取得しています。</p>
      </div>
    );
  return (
    <Field
      id="licenceExpiry"
      type="date"
      label={label}
      hint={hint}
      value={draft.licenceExpiry}
      error={errors.licenceExpiry}
      onChange={(licenceExpiry) => onChange({ licenceExpiry })}
    />
  );
}

function Delete({ busy, onDelete }: Pick<Keys, "busy" | "onDelete">) {
  const [asking, setAsking] = useState(false);
  const ask = (asked: boolean) => {
    setAsking(asked);
    focusOn(asked ? NO : "delete");
  };
  if (!asking)
    return (
      <button type="button" id="delete" class="text danger" onClick={() => ask(true)}>
        キーを削除…
      </button>
    );
  return (
    <Question
      title="登録したキーを削除しますか？"
      action="削除する"
      danger
      busy={busy}
      onYes={onDelete}
      onNo={() => ask(false)}
    >
      <p>楽天との連携が止まり、お知らせのWebhookも削除されます。シートの内容とほかの設定は残ります。</p>
    </Question>
  );
}
