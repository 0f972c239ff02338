import { captions } from "../../src/core/menu-texts.ts";
import type { ReportCsv } from "../../src/desk/reports/report-csv.ts";
import type { CsvState } from "./use-csv.ts";

/** Each file with a button of its own: browsers hold back the second of two that one press brings. */
export function Files({ state, csv: { files } }: { readonly state: CsvState; readonly csv: ReportCsv }) {
  const { saved, work, save, record } = state;
  if (files.length === 0)
    return (
      <p class="notice" role="status">
        RMS用CSVに入れる行はありません。
      </p>
    );
  const rows = files.reduce((sum, file) => sum + file.rows.length, 0);
  const mayRecord = saved.size > 0 && work === undefined;
  return (
    <>
      <p class="notice" role="status">
        {`${many(rows)}行を${many(files.length)}個のファイルにしました。まだ何も記録していません。`}
      </p>
      <ol class="steps">
        <li>
          ファイルを保存します。
          <ul class="files">
            {files.map((file) => (
              <li key={file.name}>
                <div>
                  {file.name}
                  <small>{`${many(file.rows.length)}行${saved.has(file.name) ? "（保存しました）" : ""}`}</small>
                </div>
                <button type="button" class="plain" aria-label={`${file.name}を保存`} onClick={() => save(file)}>
                  保存
                </button>
              </li>
            ))}
          </ul>
        </li>
        <li>RMSの注文一覧から、ファイルを1つずつ取り込みます。</li>
        <li>
          保存したファイルの行に「CSV作成済」と記録します。
          <p class="hint">
            {`RMSに取り込んでも注文は発送済になりません。RMSで発送完了報告をするか、APIが使えるようになってから「${captions.reportShipments}」を実行してください。`}
          </p>
          <div class="buttons">
            <button type="button" aria-disabled={!mayRecord} onClick={() => mayRecord && record()}>
              「CSV作成済」と記録する
            </button>
          </div>
          {saved.size > 0 && saved.size < files.length ? (
            <p class="hint">{`まだ保存していないファイル${many(files.length - saved.size)}個の行は、記録しません。`}</p>
          ) : null}
        </li>
      </ol>
    </>
  );
}

const many = (count: number): string => count.toLocaleString("ja-JP");
