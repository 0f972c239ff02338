import { useRef, useState } from "preact/hooks";
import type { ChosenFile } from "./chosen-file.ts";
import { many } from "./sent-text.ts";

interface Picker {
  readonly files: readonly ChosenFile[];
  readonly busy: boolean;
  readonly onChoose: (files: readonly File[]) => void;
  readonly onRemove: (name: string) => void;
}

/** Files are chosen or dropped, several at once or one after the other. */
export function FilePicker({ files, busy, onChoose, onRemove }: Picker) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const choose = (list: FileList | null | undefined) => {
    if (!busy && list && list.length > 0) onChoose([...list]);
  };
  return (
    <section aria-labelledby="files" class="state">
      <h2 id="files">商品CSV</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way for the mouse alone; the button serves everybody. */}
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          choose(event.dataTransfer?.files);
        }}
      >
        <p>ここにファイルをドロップ</p>
        <p class="hint">RMSの商品一括編集でダウンロードしたCSV（複数可）</p>
        <button
          type="button"
          id="choose"
          class="plain"
          aria-disabled={busy}
          onClick={() => busy || input.current?.click()}
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
            <Chosen key={file.name} {...file} busy={busy} onRemove={() => onRemove(file.name)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Chosen({
  name,
  read,
  busy,
  onRemove,
}: ChosenFile & { readonly busy: boolean; readonly onRemove: () => void }) {
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
        aria-disabled={busy}
        aria-label={`${name}を外す`}
        onClick={() => busy || onRemove()}
      >
        外す
      </button>
    </li>
  );
}
