import { useEffect } from "preact/hooks";
import { sheetNames } from "../../src/core/sheet-names.ts";
import { Switch } from "../controls.tsx";
import { Notice } from "../notice.tsx";
import { RowsByReason } from "../rows-by-reason.tsx";
import { Files } from "./files.tsx";
import { useCsv } from "./use-csv.ts";

/** RMS用CSVを作成: save the files, then say that they are saved. */
export function CsvDialog() {
  const state = useCsv();
  const { work, csv, again, outcome, make } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet is read once, when the dialog opens.
  useEffect(() => void make(false), []);

  return (
    <>
      {work === "making" ? <p role="status">{`「${sheetNames.shipments}」を読み込んでいます…`}</p> : null}
      {work === "recording" ? <p role="status">{`「${sheetNames.shipments}」に記録しています…`}</p> : null}
      {csv === undefined || work === "making" ? null : (
        <>
          <Files state={state} csv={csv} />
          {csv.filedBefore > 0 || again ? (
            <Switch
              id="again"
              label="作り直す"
              hint="前に作成したファイルをRMSに取り込んでいないときだけ、有効にしてください。取り込んだ番号をもう一度入れると二重になります。"
              checked={again}
              onChange={(anew) => work === undefined && make(anew)}
            />
          ) : null}
          {csv.left.length === 0 ? null : (
            <section aria-labelledby="left">
              <h2 id="left">{`ファイルに入れない行（${csv.left.length}行）`}</h2>
              <RowsByReason rows={csv.left} />
            </section>
          )}
        </>
      )}
      <Notice outcome={outcome} />
      {csv !== undefined || work !== undefined ? null : (
        <div class="row">
          <button type="button" id="anew" class="plain" onClick={() => make(false)}>
            もう一度読み込む
          </button>
        </div>
      )}
    </>
  );
}
