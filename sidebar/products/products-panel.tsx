import { useEffect } from "preact/hooks";
import { onlyOperatorImports } from "../../src/desk/products/rules/csv/import-texts.ts";
import { hasCode } from "../../src/desk/products/rules/csv/read-listings.ts";
import { fieldTexts } from "../../src/desk/settings/rules/settings-texts.ts";
import { type ProductCodeField, productCodeFields } from "../../src/shop/product-code.ts";
import { Select } from "../controls.tsx";
import { Notice } from "../notice.tsx";
import { isRead } from "./chosen-file.ts";
import { FilePicker } from "./file-picker.tsx";
import { ImportSection } from "./import-section.tsx";
import { PreviewSection, RefusedRows } from "./preview-section.tsx";
import { saveRefused } from "./save-refused.ts";
import { many } from "./sent-text.ts";
import { type ImportState, NEXT, STOP, useImport, type Work } from "./use-import.ts";

/** 商品CSVを取り込む: choose, look, import. */
export function ProductsPanel() {
  const state = useImport();
  const { view, load } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is loaded once, when the panel opens.
  useEffect(() => void load(), []);

  if (view === undefined) return <Loading {...state} />;
  if (!view.editable) return <p class="notice refused">{onlyOperatorImports(view.operator)}</p>;
  return <Importing {...state} />;
}

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
  const { files, preview, work, outcome, imported, setOutcome } = state;
  const busy = work !== undefined;
  // What is looked at may be another file or code at any time; what is being written may not.
  const isSending = work?.name === "sending";
  const save = () =>
    saveRefused(files, preview?.refused ?? []).catch(({ message }: Error) => setOutcome({ failed: true, message }));
  return (
    <>
      <FilePicker files={files} locked={isSending} onChoose={state.choose} onRemove={state.remove} />
      {files.length === 0 || isSending ? null : <CodeField state={state} />}
      {work === undefined ? null : <Working work={work} onCancel={state.cancel} />}
      {preview === undefined || busy || imported ? null : (
        <>
          <PreviewSection preview={preview} onSave={save} />
          <ImportSection preview={preview} state={state} />
        </>
      )}
      <div class="row">
        <Notice outcome={outcome} />
      </div>
      {preview === undefined || !imported || busy ? null : <RefusedRows preview={preview} onSave={save} />}
      {busy || files.length === 0 || (preview !== undefined && !imported) ? null : (
        <div class="row">
          <button type="button" id={NEXT} class="plain" onClick={state.lookAgain}>
            {imported ? "もう一度確認する" : "内容を確認する"}
          </button>
        </div>
      )}
    </>
  );
}

/** Which column is the code: those that no file has are named as such. */
function CodeField({ state }: { readonly state: ImportState }) {
  const { files, view, codeField = "manageNumber" } = state;
  const read = files.filter(isRead).map((file) => file.read);
  const fields = Object.entries(productCodeFields) as [ProductCodeField, string][];
  const stored = view?.codeField ?? codeField;
  const change = `いまの設定は「${productCodeFields[stored]}」です。取り込むと設定も変わります。`;
  return (
    <Select
      id="codeField"
      label={fieldTexts.productCode.label}
      hint={codeField === stored ? fieldTexts.productCode.hint : change}
      value={codeField}
      options={fields.map(([field, label]) => [
        field,
        read.length === 0 || hasCode(read, field) ? label : `${label}（ファイルにありません）`,
      ])}
      onChange={(field) => state.code(field as ProductCodeField)}
    />
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
        <button type="button" id={STOP} class="plain" onClick={onCancel}>
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
