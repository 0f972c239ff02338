import { useState } from "preact/hooks";
import { productCodeFields } from "../../src/shop/product-code.ts";
import { focusOn } from "../focus.ts";
import { NO, Question } from "../question.tsx";
import type { Preview } from "./preview.ts";
import { Rest } from "./preview-section.tsx";
import { many } from "./sent-text.ts";
import { type ImportState, NEXT } from "./use-import.ts";

const SHOWN = 10;

/** The button that imports, and what has to be asked before it does. */
export function ImportSection({ preview, state }: { readonly preview: Preview; readonly state: ImportState }) {
  const [retires, setRetires] = useState(false);
  const [asking, setAsking] = useState(false);
  const { products } = preview.judged.gone;
  const isOtherField = preview.codeField !== state.view?.codeField;
  const isAsked = isOtherField || retires;
  const ask = (asked: boolean) => {
    setAsking(asked);
    focusOn(asked ? NO : NEXT);
  };
  const nothing = preview.read.listings.length === 0 && !retires;
  return (
    <>
      {products.length === 0 ? null : (
        <section aria-labelledby="gone">
          <h2 id="gone">ファイルにない商品</h2>
          <label class="check" for="retires">
            <input
              id="retires"
              type="checkbox"
              checked={retires}
              aria-describedby="retires-hint"
              onChange={({ currentTarget }) => setRetires(currentTarget.checked)}
            />
            <span>{`${many(products.length)}を「廃止」にする`}</span>
          </label>
          <p id="retires-hint" class="hint">
            選んだファイルに店舗の全商品があるときだけチェックしてください。行と在庫は消えません。
          </p>
          <details>
            <summary>商品を確認</summary>
            <ul class="rows">
              {products.slice(0, SHOWN).map(({ productCode, name }) => (
                <li key={productCode}>
                  {productCode}
                  <small>{name}</small>
                </li>
              ))}
              <Rest count={products.length - SHOWN} />
            </ul>
          </details>
        </section>
      )}
      {asking ? (
        <Question
          title="この内容で取り込みますか？"
          action="取り込む"
          danger={retires}
          onYes={() => state.send(retires)}
          onNo={() => ask(false)}
        >
          {isOtherField ? (
            <p>{`API接続設定の「商品コードに使う項目」が「${productCodeFields[preview.codeField]}」に変わります。これまでの商品の商品コードが変わるときは、行ごとに確認します。`}</p>
          ) : null}
          {retires ? <p>{`ファイルにない${many(products.length)}の商品が「廃止」になります。`}</p> : null}
        </Question>
      ) : (
        <button
          type="button"
          id={NEXT}
          aria-disabled={nothing}
          onClick={() => nothing || (isAsked ? ask(true) : state.send(false))}
        >
          取り込む
        </button>
      )}
    </>
  );
}
