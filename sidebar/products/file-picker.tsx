import { useRef } from "preact/hooks";
import type { ChosenFile } from "./chosen-file.ts";
import { many } from "./sent-text.ts";
import { useDropped } from "./use-dropped.ts";

interface Picker {
  readonly files: readonly ChosenFile[];
  readonly locked: boolean;
  readonly onChoose: (files: readonly File[]) => void;
  readonly onRemove: (name: string) => void;
}

/** Files are chosen or dropped, several at once or one after the other. */
export function FilePicker({ files, locked, onChoose, onRemove }: Picker) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (list: FileList | null | undefined) => {
    if (!locked && list && list.length > 0) onChoose([...list]);
  };
  const over = useDropped(choose);
  return (
    <section aria-labelledby="files" class="state">
      <h2 id="files">商品CSV</h2>
      <div class={over ? "drop over" : "drop"}>
        <p>ここにファイルをドロップ</p>
        <p class="hint">RMSの商品一括編集でダウンロードしたCSV（複数可）</p>
        <button
          type="button"
          id="choose"
          class="plain"
          aria-disabled={locked}
          onClick={() => locked || input.current?.click()}
        >
          ファイルを選ぶ
        </button>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            choose(currentTarget.files);
            // The same file can be chosen once more.
            currentTarget.value = "";
          }}
        />
      </div>
      {files.length === 0 ? null : (
        <ul class="files">
          {files.map((file) => (
            <Chosen key={file.name} {...file} locked={locked} onRemove={() => onRemove(file.name)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Chosen({
  name,
  read,
  locked,
  onRemove,
}: ChosenFile & { readonly locked: boolean; readonly onRemove: () => void }) {
  return (
    <li>
      <div>
        {name}
        {read === undefined ? null : "problem" in read ? (
          <p class="error">{read.problem}</p>
        ) : (
          <small>
            {read.kind}・{many(read.rows.length + read.refused.length).replace("件", "行")}
          </small>
        )}
      </div>
      <button
        type="button"
        class="text"
        aria-disabled={locked}
        aria-label={`${name}を外す`}
        onClick={() => locked || onRemove()}
      >
        外す
      </button>
    </li>
  );
}
