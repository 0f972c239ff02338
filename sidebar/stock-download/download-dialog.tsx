import { sheetNames } from "../../src/core/sheet-names.ts";
import type { StockFile } from "../../src/desk/stock/rules/stock-file.ts";
import { Select } from "../controls.tsx";
import { Notice } from "../notice.tsx";
import { type Encoding, encodings, type Found } from "./stock-csv.ts";
import { type StockFileState, useStockFile } from "./use-stock-file.ts";

/** 在庫をダウンロード: choose the characters, save. */
export function DownloadDialog() {
  const state = useStockFile();
  return state.file === undefined ? <Loading {...state} /> : <Saving state={state} file={state.file} />;
}

function Loading({ outcome, load }: StockFileState) {
  return (
    <>
      {outcome === undefined ? <p role="status">{`「${sheetNames.stock}」を読み込んでいます…`}</p> : null}
      <Notice outcome={outcome} />
      {outcome === undefined ? null : (
        <button type="button" onClick={load}>
          もう一度読み込む
        </button>
      )}
    </>
  );
}

function Saving({ state, file }: { readonly state: StockFileState; readonly file: StockFile }) {
  const { encoding, lacking, formulas, outcome, choose, save } = state;
  const asks = encoding === "cp932" && lacking.length > 0;
  return (
    <>
      <p>{`${many(file.rows.length)}行、${many(file.headers.length)}列を保存します。`}</p>
      {leftOutTexts(file).map((text) => (
        <p key={text} class="hint">
          {text}
        </p>
      ))}
      <Select
        id="encoding"
        label="文字コード"
        hint="取り込む側のシステムに合わせて選んでください。"
        value={encoding}
        options={Object.entries(encodings)}
        onChange={(chosen) => choose(chosen as Encoding)}
      />
      {asks ? (
        <section aria-labelledby="lacking">
          <h2 id="lacking">{`${encodings.cp932}にない文字が${many(lacking.length)}か所あります`}</h2>
          <Places found={lacking} />
          <div class="buttons">
            <button type="button" onClick={() => save("utf8")}>
              UTF-8で保存する
            </button>
            <button type="button" class="plain" onClick={() => save("cp932")}>
              「？」に置き換えて保存する
            </button>
          </div>
        </section>
      ) : (
        <div class="row">
          <button type="button" onClick={() => save(encoding)}>
            CSVを保存する
          </button>
        </div>
      )}
      <div class="row">
        <Notice outcome={outcome} />
      </div>
      {formulas.length === 0 ? null : (
        <section aria-labelledby="formulas">
          <h2 id="formulas">{`「=」「+」「-」「@」などで始まる文字が${many(formulas.length)}か所あります`}</h2>
          <p class="hint">
            商品コードなどが変わらないよう、そのまま書き出します。Excelでこのファイルを直接開くと、数式として扱われます。「データ」→「テキストまたはCSVから」で、データ型を「文字列」にして読み込んでください。
          </p>
          <Places found={formulas} />
        </section>
      )}
    </>
  );
}

const SHOWN = 10;

function Places({ found }: { readonly found: readonly Found[] }) {
  const left = found.length - SHOWN;
  return (
    <ul class="rows">
      {found.slice(0, SHOWN).map(({ code, header, text }) => (
        <li key={`${code}/${header}`}>
          {code === "" ? `見出し「${header}」` : `${code}「${header}」`}
          <small>{text}</small>
        </li>
      ))}
      {left > 0 ? <li>{`ほか${many(left)}か所`}</li> : null}
    </ul>
  );
}

const many = (count: number): string => count.toLocaleString("ja-JP");

function leftOutTexts({ leftOut: { hidden, unnamed, keyless, doubles } }: StockFile): string[] {
  return [
    ...(hidden.length > 0 ? [`非表示の列は含みません: ${hidden.join("、")}`] : []),
    ...(unnamed > 0 ? [`見出しのない列${many(unnamed)}列は含みません。見出しを付けると含まれます。`] : []),
    ...(keyless > 0 ? [`商品コードのない行${many(keyless)}行は含みません。`] : []),
    ...(doubles > 0 ? [`同じ商品コードの行がほかにもある${many(doubles)}行は含みません。1行だけ残してください。`] : []),
  ];
}
