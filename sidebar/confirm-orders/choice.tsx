import { useState } from "preact/hooks";
import { captions } from "../../src/core/menu-texts.ts";
import type { WaitingOrder, WaitingOrders } from "../../src/desk/confirm-orders/orders-to-confirm.ts";
import { focusOn } from "../focus.ts";
import { PagedTable } from "../paged-table.tsx";
import { NO, Question } from "../question.tsx";
import type { ConfirmState } from "./use-confirm.ts";

const headers = [
  { text: "注文番号" },
  { text: "注文日時", short: true },
  { text: "注文者" },
  { text: "支払方法・請求金額" },
];

/** The orders that wait, each with a tick, and the button that confirms those ticked. */
export function Choice({ state, waiting }: { readonly state: ConfirmState; readonly waiting: WaitingOrders }) {
  const [asking, setAsking] = useState(false);
  const { chosen, work, choose, confirm } = state;
  const { orders, faults, more } = waiting;
  const ask = (asked: boolean) => {
    setAsking(asked);
    focusOn(asked ? NO : "confirm");
  };
  const busy = work !== undefined;
  const mayAsk = chosen.size > 0 && !busy;
  if (orders.length === 0 && faults.length === 0)
    return (
      <p class="notice" role="status">
        注文確認待ちの注文はありません。
      </p>
    );
  return (
    <>
      <p class="notice" role="status">
        {`注文確認待ちの注文が${orders.length}件あります。確認済みにする注文を選んでください。`}
      </p>
      {more === 0 ? null : <p class="hint">{`ほかに${more}件あります。表示した注文を確認したあとに表示します。`}</p>}
      {faults.map((fault) => (
        <p key={fault} class="notice failed">
          {fault}
        </p>
      ))}
      {asking ? (
        <Question
          title={`${chosen.size}件の注文を確認済みにしますか？`}
          action="確認済みにする"
          busy={busy}
          onYes={() => busy || confirm()}
          onNo={() => busy || ask(false)}
        >
          <p>{`楽天での処理が始まり、元に戻せません。「${captions.importShipments}」で出荷リストに反映されます。`}</p>
        </Question>
      ) : (
        <div class="buttons">
          <button type="button" id="confirm" aria-disabled={!mayAsk} onClick={() => mayAsk && ask(true)}>
            {`選んだ${chosen.size}件を確認済みにする`}
          </button>
        </div>
      )}
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={chosen.size === orders.length}
            onChange={(event) =>
              choose(
                orders.map(({ orderNumber }) => orderNumber),
                event.currentTarget.checked,
              )
            }
          />
          <span>{`${orders.length}件すべて選ぶ`}</span>
        </label>
      </div>
      <PagedTable
        headers={headers}
        rows={orders}
        keyOf={({ orderNumber }) => orderNumber}
        cells={(order) => (
          <Cells
            order={order}
            chosen={chosen.has(order.orderNumber)}
            onChoose={(is) => choose([order.orderNumber], is)}
          />
        )}
      />
    </>
  );
}

interface Row {
  readonly order: WaitingOrder;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function Cells({ order, chosen, onChoose }: Row) {
  const { orderNumber, orderedAt, ordererName, payment, requestPrice, cautions } = order;
  return (
    <>
      <td class="short">
        <label class="check">
          <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
          <span>{orderNumber}</span>
        </label>
      </td>
      <td class="short">{orderedAt}</td>
      <td>{ordererName}</td>
      <td>
        {`${payment} ${requestPrice === null ? "金額未確定" : `${requestPrice.toLocaleString("ja-JP")}円`}`}
        {cautions.map((caution) => (
          <small key={caution} class="bad">
            {caution}
          </small>
        ))}
      </td>
    </>
  );
}
