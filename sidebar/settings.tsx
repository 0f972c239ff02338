import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SettingsView } from "../src/domain/settings.ts";
import { server } from "./google-script.ts";

interface Draft {
  readonly serviceSecret: string;
  readonly licenseKey: string;
  readonly periodDays: string;
}

interface Told {
  readonly failed: boolean;
  readonly message: string;
}

function SettingsPanel() {
  const [view, setView] = useState<SettingsView>();
  const [draft, setDraft] = useState<Draft>({ serviceSecret: "", licenseKey: "", periodDays: "" });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState<Told>();
  const [busy, setBusy] = useState(true);

  const adopt = (loaded: SettingsView) => {
    setView(loaded);
    setDraft({ serviceSecret: "", licenseKey: "", periodDays: String(loaded.settings.periodDays) });
  };
  const attempt = (work: () => Promise<void>) => {
    setBusy(true);
    work()
      .catch((error: Error) => setTold({ failed: true, message: error.message }))
      .finally(() => setBusy(false));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is loaded once, when the panel opens.
  useEffect(() => attempt(async () => adopt(await server("loadSettings"))), []);

  const save = (event: Event) => {
    event.preventDefault();
    attempt(async () => {
      const result = await server("saveSettings", inputOf(draft));
      setErrors(result.saved ? {} : result.errors);
      if (result.saved) adopt(result.view);
      setTold(
        result.saved
          ? { failed: false, message: "保存しました。" }
          : { failed: true, message: result.errors.form ?? "保存できない項目があります。" },
      );
    });
  };
  const field = (name: keyof Draft) => ({
    value: draft[name],
    error: errors[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });

  return (
    <form onSubmit={save} aria-busy={busy} noValidate>
      <h2>楽天のキー</h2>
      <Field
        id="serviceSecret"
        label="サービスシークレット"
        type="password"
        hint={keyHint(view?.serviceSecret)}
        {...field("serviceSecret")}
      />
      <Field
        id="licenseKey"
        label="ライセンスキー"
        type="password"
        hint={keyHint(view?.licenseKey)}
        {...field("licenseKey")}
      />
      <h2>出荷指示の取得</h2>
      <Field
        id="periodDays"
        label="出荷指示取得期間（日）"
        type="number"
        hint="何日前までの注文を取得するかを1～64で入力してください。"
        {...field("periodDays")}
      />
      <button type="submit" disabled={busy}>
        保存
      </button>
      <div role="status">
        {told === undefined ? null : <p class={`notice${told.failed ? " failed" : ""}`}>{told.message}</p>}
      </div>
    </form>
  );
}

/** An empty key field keeps what is stored. */
const inputOf = ({ serviceSecret, licenseKey, periodDays }: Draft) => ({
  settings: { periodDays: periodDays.trim() === "" ? null : Number(periodDays) },
  keys: { ...(serviceSecret === "" ? {} : { serviceSecret }), ...(licenseKey === "" ? {} : { licenseKey }) },
});

const keyHint = (last: string | null | undefined): string =>
  last
    ? `登録済み（末尾 ${last}）。変更するときだけ入力してください。`
    : "未登録です。RMSに表示されている値を入力してください。";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly type: "password" | "number";
  readonly hint: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function Field({ id, label, type, hint, value, error, onChange }: FieldProps) {
  const described = `${id}-hint${error === undefined ? "" : ` ${id}-error`}`;
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        autocomplete="off"
        aria-describedby={described}
        aria-invalid={error !== undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-hint`} class="hint">
        {hint}
      </div>
      {error === undefined ? null : (
        <div id={`${id}-error`} class="error">
          {error}
        </div>
      )}
    </div>
  );
}

render(<SettingsPanel />, document.getElementById("app") as HTMLElement);
