import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { checkSummary, isFine } from "../src/domain/connection.ts";
import { productCodeFields } from "../src/domain/settings.ts";
import type { Errors, SaveResult, SettingsView } from "../src/domain/settings-form.ts";
import { fieldTexts } from "../src/domain/settings-texts.ts";
import { ConnectionSection } from "./connection-section.tsx";
import { Field, Notice, Select, Switch, type Told } from "./controls.tsx";
import { type Draft, draftErrors, draftOf, inputOf } from "./draft.ts";
import { server } from "./google-script.ts";
import { KeySection } from "./key-section.tsx";
import { ReadOnly } from "./read-only.tsx";
import { TargetSection } from "./target-section.tsx";

type Work = "loading" | "saving" | "checking" | "";

function SettingsPanel() {
  const [view, setView] = useState<SettingsView>();
  const [draft, setDraft] = useState<Draft>();
  const [errors, setErrors] = useState<Errors>({});
  const [told, setTold] = useState<Told>();
  const [work, setWork] = useState<Work>("loading");
  const form = useRef<HTMLFormElement>(null);

  const adopt = (loaded: SettingsView) => {
    setView(loaded);
    setDraft(draftOf(loaded));
    setErrors({});
  };
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
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  const check = () =>
    attempt("checking", async () => {
      const result = await server("checkConnection");
      if (!result.checked) return setTold({ failed: true, message: result.message });
      setView(await server("loadSettings"));
      setTold({ failed: !isFine(result.check), message: checkSummary(result.check) });
    });

  const taken = (result: SaveResult, message: string) => {
    if (result.saved) adopt(result.view);
    else setErrors(result.errors);
    setTold(
      result.saved
        ? { failed: false, message }
        : { failed: true, message: result.errors.form ?? "保存できない項目があります。赤い説明を確認してください。" },
    );
  };

  if (view === undefined || draft === undefined)
    return (
      <>
        {work === "loading" ? <p role="status">読み込んでいます…</p> : null}
        <Notice told={told} />
        {work === "" ? (
          <button type="button" onClick={load}>
            もう一度読み込む
          </button>
        ) : null}
      </>
    );
  if (!view.editable) return <ReadOnly view={view} />;

  const save = async (event: Event) => {
    event.preventDefault();
    if (work !== "") return;
    const found = draftErrors(draft, view);
    if (Object.keys(found).length > 0) return taken({ saved: false, errors: found }, "");
    const input = inputOf(draft, view);
    await attempt("saving", async () => {
      const result = await server("saveSettings", input);
      taken(result, "保存しました。");
      // Whoever has just entered keys wants to know whether Rakuten takes them.
      if (result.saved && Object.keys(input.keys).length > 0) await check();
    });
  };
  const remove = () => attempt("saving", async () => taken(await server("deleteKeys"), "キーを削除しました。"));
  const setUp = () =>
    attempt("saving", async () => {
      const { message } = await server("setUpNow");
      const { targets, targetsMissing } = await server("loadSettings");
      const loaded = { ...view, targets, targetsMissing };
      setView(loaded);
      setDraft({ ...draft, targets: draftOf(loaded).targets });
      setTold({ failed: false, message });
    });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const field = (name: "periodDays" | "productsSince" | "productsFrom") => ({
    id: name,
    ...fieldTexts[name],
    value: draft[name],
    error: errors[name],
    onChange: (value: string) => change({ [name]: value }),
  });
  const busy = work !== "";

  return (
    <>
      <ConnectionSection view={view} busy={busy} checking={work === "checking"} onCheck={check} />
      <form ref={form} onSubmit={save} aria-busy={busy} noValidate>
        <Switch
          id="enabled"
          {...fieldTexts.enabled}
          checked={draft.enabled}
          onChange={(enabled) => change({ enabled })}
        />
        <KeySection view={view} draft={draft} errors={errors} busy={busy} onChange={change} onDelete={remove} />
        <section aria-labelledby="shipments">
          <h2 id="shipments">出荷指示</h2>
          <Field type="number" {...field("periodDays")} />
          <TargetSection
            view={view}
            draft={draft}
            errors={errors}
            busy={busy}
            onChange={(targets) => change({ targets })}
            onSetUp={setUp}
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
          <button type="submit" disabled={busy}>
            {work === "saving" ? "保存しています…" : "保存"}
          </button>
        </footer>
      </form>
    </>
  );
}

render(<SettingsPanel />, document.getElementById("app") as HTMLElement);
