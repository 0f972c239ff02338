import { useEffect } from "preact/hooks";
import { fieldTexts } from "../../src/desk/settings/rules/settings-texts.ts";
import { type ProductCodeField, productCodeFields } from "../../src/shop/product-code.ts";
import { Select } from "../controls.tsx";
import { Notice } from "../notice.tsx";
import { FilePicker } from "./file-picker.tsx";
import { ImportSection } from "./import-section.tsx";
import { PreviewSection } from "./preview-section.tsx";
import { saveRefused } from "./save-refused.ts";
import { many } from "./sent-text.ts";
import { type ImportState, useImport, type Work } from "./use-import.ts";

/** 商品CSVを取り込む: choose, look, import. */
export function ProductsPanel() {
  const state = useImport();
  const { view, load } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is loaded once, when the panel opens.
  useEffect(() => void load(), []);

  if (view === undefined) return <Loading {...state} />;
  if (!view.editable) return <p class="notice">{notYours(view.operator)}</p>;
  return <Importing {...state} />;
}

const notYours = (operator: string): string =>
  `商品CSVを取り込めるのは、楽天のキーを登録した ${operator} さんだけです。取り込みはその方に依頼してください。`;

function Loading({ work, outcome, load }: ImportState) {
  return (
    <>
      {work === undefined ? null : <p role="status">読み込んでいます…</p>}
      <Notice outcome={outcome} />
      {outcome === undefined ? null : (
        <button type="button" onClick={load}>
          もう一度読み込む
        </button>
      )}
    </>
  );
}

function Importing(state: ImportState) {
  const { files, preview, work, outcome, codeField, setOutcome } = state;
  const busy = work !== undefined;
  const save = () =>
    saveRefused(files, preview?.refused ?? []).catch(({ message }: Error) => setOutcome({ failed: true, message }));
  return (
    <>
      <FilePicker files={files} busy={busy} onChoose={state.choose} onRemove={state.remove} />
      {files.length === 0 ? null : (
        <Select
          id="codeField"
          label={fieldTexts.productCode.label}
          hint={fieldTexts.productCode.hint}
          value={codeField ?? ""}
          options={Object.entries(productCodeFields)}
          onChange={(field) => busy || state.code(field as ProductCodeField)}
        />
      )}
      {work === undefined ? null : <Working work={work} onCancel={state.cancel} />}
      {preview === undefined || busy ? null : (
        <>
          <PreviewSection preview={preview} onSave={save} />
          <ImportSection preview={preview} state={state} />
        </>
      )}
      <Notice outcome={outcome} />
    </>
  );
}

function Working({ work, onCancel }: { readonly work: Work; readonly onCancel: () => void }) {
  return (
    <section aria-labelledby="working">
      <p id="working" role="status">
        {textOf(work)}
      </p>
      {"total" in work ? <progress aria-labelledby="working" value={work.done} max={work.total} /> : null}
      <div class="buttons">
        <button type="button" class="plain" onClick={onCancel}>
          中止
        </button>
      </div>
    </section>
  );
}

function textOf(work: Work): string {
  if (work.name === "reading") return "ファイルを読み込んでいます…";
  if (work.name !== "sending") return "内容を確認しています…";
  return work.waiting ?? `取り込んでいます…（${many(work.total)}中${many(work.done)}）`;
}
