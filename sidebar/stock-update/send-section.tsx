import { useState } from "preact/hooks";
import { captions, inMenu } from "../../src/core/menu-texts.ts";
import { fieldTexts } from "../../src/desk/settings/rules/settings-texts.ts";
import type { UpdatePreview } from "../../src/desk/shop-stock/rules/update-preview.ts";
import { focusOn } from "../focus.ts";
import { NO, Question } from "../question.tsx";

interface Send {
  readonly preview: UpdatePreview;
  readonly busy: boolean;
  readonly onSend: () => void;
}

/** The button that writes to the shop, with a question before it; or why there is none. */
export function SendSection({ preview: { changes, enabled, stop }, busy, onSend }: Send) {
  const [asking, setAsking] = useState(false);
  const ask = (asked: boolean) => {
    setAsking(asked);
    focusOn(asked ? NO : "send");
  };
  if (changes.length === 0 || stop !== "") return null;
  if (!enabled) return <p class="row">{SWITCHED_OFF}</p>;
  if (asking)
    return (
      <Question
        title={`楽天の在庫を${changes.length}件更新しますか？`}
        action="更新する"
        busy={busy}
        onYes={() => busy || onSend()}
        onNo={() => busy || ask(false)}
      >
        <p>その間に売れた数は、楽天の在庫から差し引いたままにします。</p>
      </Question>
    );
  return (
    <div class="row">
      <button type="button" id="send" onClick={() => ask(true)}>
        {captions.updateShopStock}
      </button>
    </div>
  );
}

const SWITCHED_OFF = `楽天の在庫の更新は無効になっています。更新するには、${inMenu(captions.showSettings)}で「${fieldTexts.stockUpdate.label}」を有効にして保存し、もう一度この画面を開いてください。`;
