import { useState } from "preact/hooks";
import type { Leftover } from "../../src/desk/reports/preview-report.ts";
import { focusOn } from "../focus.ts";
import { NO, Question } from "../question.tsx";

interface Props {
  readonly leftovers: readonly Leftover[];
  readonly busy: boolean;
  readonly onDelete: (leftovers: readonly Leftover[]) => void;
}

/** One call of the add-on takes no more. */
const AT_ONCE = 1000;
const SHOWN = 100;

/** Blank records that keep their orders open and unbilled: all of them go, or none; RMS lets people choose single ones. */
export function Leftovers({ leftovers, busy, onDelete }: Props) {
  const [asking, setAsking] = useState(false);
  const ask = (asked: boolean) => {
    setAsking(asked);
    focusOn(asked ? NO : "delete");
  };
  if (leftovers.length === 0) return null;
  const chosen = leftovers.slice(0, AT_ONCE);
  return (
    <section aria-labelledby="leftovers">
      <h2 id="leftovers">{`番号のない発送情報が楽天に${leftovers.length}件残っています`}</h2>
      <p class="hint">
        この発送情報があると、ほかの荷物を報告しても注文が発送済にならず、請求が始まりません。これから荷物を送る予定がなければ削除してください。
      </p>
      <ul class="rows">
        {leftovers.slice(0, SHOWN).map(({ orderNumber, basketId, detailId, text }) => (
          <li key={`${basketId}/${detailId}`}>
            {orderNumber}
            <small>{text}</small>
          </li>
        ))}
        {leftovers.length > SHOWN ? <li>{`ほか${leftovers.length - SHOWN}件`}</li> : null}
      </ul>
      {asking ? (
        <Question
          title={`番号のない発送情報を${chosen.length}件、楽天から削除しますか？`}
          action="削除する"
          danger
          busy={busy}
          onYes={() => busy || onDelete(chosen)}
          onNo={() => busy || ask(false)}
        >
          <p>番号の入った発送情報は削除しません。ほかに足りないものがなければ、注文は発送済になります。</p>
        </Question>
      ) : (
        <button type="button" id="delete" class="text danger" aria-disabled={busy} onClick={() => busy || ask(true)}>
          {`${chosen.length}件を削除…`}
        </button>
      )}
    </section>
  );
}
