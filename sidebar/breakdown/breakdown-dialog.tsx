import { useEffect, useState } from "preact/hooks";
import { captions, inMenu } from "../../src/core/menu-texts.ts";
import type { Breakdown, BreakdownAnswer, BreakdownPart } from "../../src/desk/stock/rules/breakdown.ts";
import { server } from "../google-script.ts";

/** 内訳を見る: the orders behind the figures of the row that is selected, and of the next one that people select. */
export function BreakdownDialog() {
  const [answer, setAnswer] = useState<BreakdownAnswer>();
  const [busy, setBusy] = useState(false);

  const look = async () => {
    setBusy(true);
    setAnswer(await server.stockBreakdown().catch(({ message }: Error) => ({ done: false, message }) as const));
    setBusy(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that is selected as the dialog opens.
  useEffect(() => void look(), []);

  return (
    <>
      <div role="status">
        {answer === undefined ? <p>読み込んでいます…</p> : null}
        {answer?.done ? <Product {...answer.breakdown} /> : null}
      </div>
      <div role="alert">{answer?.done === false ? <p class="notice failed">{answer.message}</p> : null}</div>
      {answer?.done ? (
        <>
          <Orders title="出荷指示" part={answer.breakdown.reserved} />
          <Orders title="未出荷" part={answer.breakdown.unshipped} />
        </>
      ) : null}
      {answer === undefined ? null : (
        <footer>
          <button type="button" class="plain" aria-disabled={busy} onClick={() => busy || look()}>
            {busy ? "読み込んでいます…" : "選んでいる行の内訳を見る"}
          </button>
        </footer>
      )}
    </>
  );
}

function Product({ productCode, name, onHand, safetyStock, sellable, question, reserved, unshipped }: Breakdown) {
  const figures: [string, string][] = [
    ["実在庫", onHand === null ? "未棚卸" : many(onHand)],
    ["出荷指示数", shown(reserved.figure)],
    ["未出荷数", shown(unshipped.figure)],
    ["安全在庫", many(safetyStock ?? 0)],
    ["引当可能数", shown(sellable)],
  ];
  return (
    <>
      <h2>{productCode}</h2>
      <p>{name}</p>
      <dl class="figures">
        {figures.map(([term, figure]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {question === "" ? null : <p class="notice failed">{question}</p>}
    </>
  );
}

function Orders({ title, part }: { readonly title: string; readonly part: BreakdownPart }) {
  const { figure, shares, beyond, rest, differs, unread } = part;
  const orders = shares.length + beyond;
  return (
    <section aria-label={title}>
      <h2>{`${title} ${shown(figure)}${orders === 0 ? "" : `（注文 ${many(orders)}件）`}`}</h2>
      {figure === null ? <p>{`まだ数えていません。${inMenu(captions.syncStock)}を実行すると表示されます。`}</p> : null}
      {differs && figure !== null ? (
        <p class="notice failed">
          {`注文の内訳と${title}の数が合いません。セルが書き換えられた可能性があります。${inMenu(captions.syncStock)}を実行すると正しい内訳に戻ります。`}
        </p>
      ) : null}
      {shares.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">注文番号</th>
              <th scope="col" class="number">
                数量
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ orderNumber, units }) => (
              <tr key={orderNumber}>
                <td>{orderNumber}</td>
                <td class="number">{many(units)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {beyond === 0 ? null : (
              <tr>
                <td>{`ほか${many(beyond)}件`}</td>
                <td class="number">{rest > 0 ? many(rest) : ""}</td>
              </tr>
            )}
            <tr>
              <th scope="row">合計</th>
              <td class="number">{many(part.listed + (beyond === 0 ? 0 : Math.max(rest, 0)))}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {unread.map((line) => (
        <p key={line} class="hint">{`読み取れない行: ${line}`}</p>
      ))}
    </section>
  );
}

const many = (count: number): string => count.toLocaleString("ja-JP");
const shown = (figure: number | null): string => (figure === null ? "–" : many(figure));
