import { useState } from "preact/hooks";
import { fieldTexts } from "../../src/desk/settings/rules/settings-texts.ts";
import { pastTargetChoices } from "../../src/shop/payment-target.ts";
import { productCodeFields } from "../../src/shop/product-code.ts";
import { shippingDateChoices } from "../../src/shop/shipping-date.ts";
import { Field, Select, Switch, Unsaved } from "../controls.tsx";
import { focusOn } from "../focus.ts";
import { Notice } from "../notice.tsx";
import { NO, Question } from "../question.tsx";
import { ArchiveSection } from "./archive-section.tsx";
import { ConnectionSection } from "./connection-section.tsx";
import { type Draft, draftOf, unsavedFields } from "./draft.ts";
import { KeySection } from "./key-section.tsx";
import { NoticeSection } from "./notice-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { RetentionSection } from "./retention-section.tsx";
import { ScheduleSection } from "./schedule-section.tsx";
import { TargetSection } from "./target-section.tsx";
import { useAskBeforeLeaving } from "./use-ask-before-leaving.ts";
import { useSaving } from "./use-saving.ts";
import type { SettingsState, Shown } from "./use-settings.ts";

type TextField =
  | "periodDays"
  | "refreshMinutes"
  | "pastTarget"
  | "productCode"
  | "productsSince"
  | "productsFrom"
  | "shippingDate"
  | "stopShare"
  | "stopAmount"
  | "retentionDays";

/** For the one who connected the spreadsheet, or may yet: everything that can be set, from top to bottom. */
export function SettingsForm({ shown, state }: { readonly shown: Shown; readonly state: SettingsState }) {
  const { errors, save, removeKeys, removeWebhook, setUp } = useSaving(shown, state);
  const { view, draft } = shown;
  const { kind, busy, idle, outcome } = state;
  const change = (part: Partial<Draft>) => state.setShown({ view, draft: { ...draft, ...part } });
  const edited = { view, draft, errors, busy };
  const unsaved = unsavedFields(draft, view);
  useAskBeforeLeaving(unsaved.size > 0);
  const field = (name: TextField) => ({
    id: name,
    ...fieldTexts[name],
    value: draft[name],
    error: errors[name],
    onChange: (value: string) => change({ [name]: value }),
  });
  const choice = (name: "pastTarget" | "productCode" | "shippingDate", choices: Readonly<Record<string, string>>) => ({
    ...field(name),
    options: Object.entries(choices),
  });
  return (
    <Unsaved.Provider value={unsaved}>
      <ConnectionSection view={view} busy={busy} checking={kind === "checking"} onCheck={idle(state.check)} />
      <form onSubmit={save} aria-busy={busy} noValidate>
        <Switch
          id="enabled"
          {...fieldTexts.enabled}
          checked={draft.enabled}
          onChange={(enabled) => change({ enabled })}
        />
        <KeySection {...edited} onChange={change} onDelete={idle(removeKeys)} />
        <section aria-labelledby="shipments">
          <h2 id="shipments">出荷指示</h2>
          <Field type="number" {...field("periodDays")} />
          <Field type="number" {...field("refreshMinutes")} />
          <TargetSection {...edited} onChange={(targets) => change({ targets })} onSetUp={idle(setUp)} />
          <Select {...choice("pastTarget", pastTargetChoices)} />
        </section>
        <section aria-labelledby="products">
          <h2 id="products">商品</h2>
          <Select {...choice("productCode", productCodeFields)} />
          <Field type="datetime-local" {...field("productsSince")} />
          <Field type="number" {...field("productsFrom")} />
        </section>
        <section aria-labelledby="reports">
          <h2 id="reports">出荷実績</h2>
          <Select {...choice("shippingDate", shippingDateChoices)} />
          <Switch
            id="confirmOrders"
            {...fieldTexts.confirmOrders}
            checked={draft.confirmOrders}
            onChange={(confirmOrders) => change({ confirmOrders })}
          />
        </section>
        <section aria-labelledby="stock">
          <h2 id="stock">在庫</h2>
          <Switch
            id="stockUpdate"
            {...fieldTexts.stockUpdate}
            checked={draft.stockUpdate}
            onChange={(stockUpdate) => change({ stockUpdate })}
          />
          <Field type="number" {...field("stopShare")} />
          <Field type="number" {...field("stopAmount")} />
        </section>
        <ScheduleSection {...edited} onChange={change} />
        <NoticeSection
          {...edited}
          testing={kind === "testing"}
          onChange={change}
          onTest={idle(state.test)}
          onDelete={idle(removeWebhook)}
        />
        <RetentionSection field={field("retentionDays")} />
        <ArchiveSection {...edited} onChange={change} />
        <PeopleSection {...edited} onChange={change} />
        <footer>
          <Notice outcome={outcome} />
          <button type="submit" id="save" aria-disabled={busy}>
            {kind === "saving" ? "保存しています…" : unsaved.size === 0 ? "保存" : `保存（未保存 ${unsaved.size}件）`}
          </button>
          {unsaved.size === 0 ? null : (
            <Discard
              busy={busy}
              onDiscard={() => {
                state.setShown({ view, draft: draftOf(view) });
                focusOn("save");
              }}
            />
          )}
        </footer>
      </form>
    </Unsaved.Provider>
  );
}

function Discard({ busy, onDiscard }: { readonly busy: boolean; readonly onDiscard: () => void }) {
  const [asking, setAsking] = useState(false);
  const ask = (asked: boolean) => {
    setAsking(asked);
    focusOn(asked ? NO : "discard");
  };
  if (!asking)
    return (
      <button type="button" id="discard" class="text" aria-disabled={busy} onClick={() => busy || ask(true)}>
        変更を取り消す…
      </button>
    );
  return (
    <Question
      title="入力した変更を取り消しますか？"
      action="取り消す"
      danger
      busy={busy}
      onYes={() => busy || onDiscard()}
      onNo={() => ask(false)}
    >
      <p>「未保存」の項目が、保存されている内容に戻ります。</p>
    </Question>
  );
}
