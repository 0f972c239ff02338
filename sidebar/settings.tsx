import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { checkSummary, isFine } from "../src/desk/connection/rules/connection.ts";
import {
  type Errors,
  type SaveResult,
  type SettingsView,
  targetField,
} from "../src/desk/settings/rules/settings-form.ts";
import { fieldTexts } from "../src/desk/settings/rules/settings-texts.ts";
import { productCodeFields } from "../src/shop/product-code.ts";
import { ConnectionSection } from "./connection-section.tsx";
import { Field, focusOn, Notice, Select, Switch, type Told } from "./controls.tsx";
import { type Draft, draftErrors, draftOf, inputOf, rebased } from "./draft.ts";
import { server } from "./google-script.ts";
import { KeySection } from "./key-section.tsx";
import { ReadOnly } from "./read-only.tsx";
import { TargetSection } from "./target-section.tsx";

type Work = "loading" | "saving" | "checking" | "";

function SettingsPanel() {
  const [panel, setPanel] = useState<{ readonly view: SettingsView; readonly draft: Draft }>();
  const [errors, setErrors] = useState<Errors>({});
  const [told, setTold] = useState<Told>();
  const [work, setWork] = useState<Work>("loading");

  /** `done` is the draft that the server has dealt with; without one, what was typed is still to be saved. */
  const adopt = (view: SettingsView, done?: Draft) =>
    setPanel((before) => {
      const next = draftOf(view);
      return { view, draft: before ? rebased(before.draft, done ?? draftOf(before.view), next) : next };
    });
  const attempt = async (kind: Work, act: () => Promise<void>) => {
    setWork(kind);
    try {
      await act();
    } catch (error) {
      setTold({ failed: true, message: (error as Error).message });
    }
    setWork("");
  };
  const load = () =>
    attempt("loading", async () => {
      adopt(await server("loadSettings"));
      setTold(undefined);
    });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is loaded once, when the panel opens.
  useEffect(() => void load(), []);

  useEffect(() => {
    if (Object.keys(errors).length > 0) document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  const check = () =>
    attempt("checking", async () => {
      const result = await server("checkConnection");
      if (!result.checked) return setTold({ failed: true, message: result.message });
      adopt(await server("loadSettings"));
      setTold({ failed: !isFine(result.check), message: checkSummary(result.check) });
    });

  const taken = (result: SaveResult, done: Draft, message: string) => {
    if (result.saved) adopt(result.view, done);
    setErrors(result.saved ? {} : result.errors);
    setTold(
      result.saved
        ? { failed: false, message }
        : { failed: true, message: result.errors.form ?? "保存できない項目があります。赤い説明を確認してください。" },
    );
  };

  // What is at work keeps its button, and with it the focus; the button then does nothing.
  const busy = work !== "";
  const idle = (act: () => void) => () => busy || act();

  if (panel === undefined)
    return (
      <>
        {work === "loading" ? <p role="status">読み込んでいます…</p> : null}
        <Notice told={told} />
        {told === undefined ? null : (
          <button type="button" aria-disabled={busy} onClick={idle(load)}>
            もう一度読み込む
          </button>
        )}
      </>
    );
  const { view, draft } = panel;
  if (!view.editable) return <ReadOnly view={view} />;

  const save = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const found = draftErrors(draft, view);
    if (Object.keys(found).length > 0) return taken({ saved: false, errors: found }, draft, "");
    const input = inputOf(draft, view);
    await attempt("saving", async () => {
      const result = await server("saveSettings", input);
      taken(result, draft, "保存しました。");
      // Whoever has just entered keys wants to know whether Rakuten takes them.
      if (result.saved && Object.keys(input.keys).length > 0) await check();
    });
  };
  const remove = () =>
    attempt("saving", async () => {
      const { serviceSecret, licenseKey } = draft;
      const result = await server("deleteKeys");
      taken(result, { ...draftOf(view), serviceSecret, licenseKey }, "キーを削除しました。");
      if (result.saved) focusOn("serviceSecret");
    });
  const setUp = () =>
    attempt("saving", async () => {
      const { message } = await server("setUpNow");
      const loaded = await server("loadSettings");
      adopt(loaded);
      setTold({ failed: false, message });
      const [first] = loaded.targets;
      if (first !== undefined && loaded.targetsMissing === "") focusOn(targetField(first.key));
    });
  const change = (part: Partial<Draft>) => setPanel({ view, draft: { ...draft, ...part } });
  const field = (name: "periodDays" | "productsSince" | "productsFrom") => ({
    id: name,
    ...fieldTexts[name],
    value: draft[name],
    error: errors[name],
    onChange: (value: string) => change({ [name]: value }),
  });

  return (
    <>
      <ConnectionSection view={view} busy={busy} checking={work === "checking"} onCheck={idle(check)} />
      <form onSubmit={save} aria-busy={busy} noValidate>
        <Switch
          id="enabled"
          {...fieldTexts.enabled}
          checked={draft.enabled}
          onChange={(enabled) => change({ enabled })}
        />
        <KeySection view={view} draft={draft} errors={errors} busy={busy} onChange={change} onDelete={idle(remove)} />
        <section aria-labelledby="shipments">
          <h2 id="shipments">出荷指示</h2>
          <Field type="number" {...field("periodDays")} />
          <TargetSection
            view={view}
            draft={draft}
            errors={errors}
            busy={busy}
            onChange={(targets) => change({ targets })}
            onSetUp={idle(setUp)}
          />
        </section>
        <section aria-labelledby="products">
          <h2 id="products">商品</h2>
          <Select
            id="productCode"
            {...fieldTexts.productCode}
            value={draft.productCode}
            options={Object.entries(productCodeFields)}
            error={errors.productCode}
            onChange={(productCode) => change({ productCode })}
          />
          <Field type="datetime-local" {...field("productsSince")} />
          <Field type="number" {...field("productsFrom")} />
        </section>
        <section aria-labelledby="schedule">
          <h2 id="schedule">自動連携</h2>
          <p class="hint">現在はメニューから実行します。</p>
        </section>
        <footer>
          <Notice told={told} />
          <button type="submit" aria-disabled={busy}>
            {work === "saving" ? "保存しています…" : "保存"}
          </button>
        </footer>
      </form>
    </>
  );
}
render(<SettingsPanel />, document.getElementById("app") as HTMLElement);
