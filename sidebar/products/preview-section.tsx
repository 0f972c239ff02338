import type { Change } from "../../src/desk/products/rules/merge.ts";
import type { KnownProduct, Product } from "../../src/desk/products/rules/product.ts";
import type { Preview } from "./preview.ts";
import { many } from "./sent-text.ts";

/** Rows of each kind that are shown; the rest people see in the sheet. */
const SHOWN = 10;

/** What an import would do, in numbers and with the first rows of each kind. */
export function PreviewSection({ preview, onSave }: { readonly preview: Preview; readonly onSave: () => void }) {
  const { judged, hints, known } = preview;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">取り込む内容</h2>
      {hints.length === 0 ? null : (
        <ul class="cures">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
      <p class="hint">まだ何も書き込んでいません。</p>
      <Changes title="追加" changes={judged.added} detail={({ row }) => row.name} />
      <Changes title="変更" changes={judged.changed} detail={(change) => changedText(change, known.headers)} />
      <Changes title="要確認" changes={judged.asked} detail={({ row }) => row.question} />
      <p class="row">変更なし {many(judged.unchanged)}</p>
      <RefusedRows preview={preview} onSave={onSave} />
    </section>
  );
}

interface Listed {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly detail: (change: Change) => string;
}

function Changes({ title, changes, detail }: Listed) {
  if (changes.length === 0) return <p class="row">{`${title} 0件`}</p>;
  return (
    <details>
      <summary>{`${title} ${many(changes.length)}`}</summary>
      <ul class="rows">
        {changes.slice(0, SHOWN).map((change) => (
          <li key={change.row.productCode}>
            {change.row.productCode}
            <small>{detail(change)}</small>
          </li>
        ))}
        <Rest count={changes.length - SHOWN} />
      </ul>
    </details>
  );
}

/** What is not taken, summed up by reason; as a file with every row. */
export function RefusedRows({ preview, onSave }: { readonly preview: Preview; readonly onSave: () => void }) {
  const rows = preview.refusedRows;
  const count = preview.refused.length;
  if (count === 0) return <p class="row">取り込めない行 0件</p>;
  return (
    <details open>
      <summary>{`取り込めない行 ${many(count)}`}</summary>
      <ul class="rows">
        {rows.slice(0, SHOWN).map(({ text, count: of }) => (
          <li key={text}>
            {many(of)}
            <small>{text}</small>
          </li>
        ))}
        <Rest count={rows.length - SHOWN} />
      </ul>
      <button type="button" class="plain" onClick={onSave}>
        理由を付けてCSVで保存
      </button>
    </details>
  );
}

export const Rest = ({ count }: { readonly count: number }) => (count <= 0 ? null : <li>{`ほか${many(count)}`}</li>);

/** What would be different, by the columns of 商品マスタ. */
function changedText({ row, before }: Change, headers: Preview["known"]["headers"]): string {
  const names = (Object.keys(row) as (keyof Product)[]).filter((name) => row[name] !== before?.[name]);
  return names.map((name) => `${headers[name] ?? name}: ${shown(before, name)} → ${shown(row, name)}`).join("\n");
}

const shown = (product: Product | KnownProduct | undefined, name: keyof Product): string =>
  String(product?.[name] ?? "").replace(/\n/g, "、") || "（空欄）";
