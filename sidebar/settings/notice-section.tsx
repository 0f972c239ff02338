import { captions } from "../../src/core/menu-texts.ts";
import { NOTICES } from "../../src/desk/notices/rules/notice-texts.ts";
import { webhookKinds } from "../../src/desk/notices/rules/webhook.ts";
import type { Errors, SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import { fieldTexts } from "../../src/desk/settings/rules/settings-texts.ts";
import { Field, Switch } from "../controls.tsx";
import type { Draft } from "./draft.ts";

interface Notices {
  readonly view: SettingsView;
  readonly draft: Draft;
  readonly errors: Errors;
  readonly busy: boolean;
  readonly testing: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onTest: () => void;
  readonly onDelete: () => void;
}

/** Where notices go, and when the day's parcels are looked at. */
export function NoticeSection({ view, draft, errors, busy, testing, onChange, onTest, onDelete }: Notices) {
  const { webhook } = view;
  const unsaved = draft.webhook.trim() !== "" || draft.noticeMail !== view.settings.noticeMail;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{NOTICES}</h2>
      <Switch
        id="noticeMail"
        {...fieldTexts.noticeMail}
        checked={draft.noticeMail}
        onChange={(noticeMail) => onChange({ noticeMail })}
      />
      <Field
        id="webhook"
        type="password"
        label={fieldTexts.webhook.label}
        hint={webhookHint(webhook)}
        value={draft.webhook}
        error={errors.webhook}
        onChange={(value) => onChange({ webhook: value })}
      />
      {webhook === null ? null : (
        <button type="button" class="text danger" aria-disabled={busy} onClick={onDelete}>
          Webhookを削除
        </button>
      )}
      <Field
        id="closingTime"
        type="time"
        {...fieldTexts.closingTime}
        value={draft.closingTime}
        error={errors.closingTime}
        onChange={(closingTime) => onChange({ closingTime })}
      />
      <button type="button" class="plain" disabled={unsaved} aria-disabled={busy} onClick={onTest}>
        {testing ? "送信しています…" : captions.testNotices}
      </button>
      {unsaved ? <p class="hint">テスト送信は、保存してから行えます。</p> : null}
    </section>
  );
}

const webhookHint = (webhook: SettingsView["webhook"]): string =>
  webhook === null
    ? `未登録です。${fieldTexts.webhook.hint}`
    : `${webhookKinds[webhook.kind]}を登録済み（末尾 ${webhook.end}）。変更するときだけ入力してください。`;
