import { useEffect } from "preact/hooks";
import { Notice } from "../notice.tsx";
import { Choice } from "./choice.tsx";
import { Outcomes } from "./outcomes.tsx";
import { useConfirm } from "./use-confirm.ts";

/** 注文を確認済みにする: choose, then confirm. */
export function ConfirmDialog() {
  const state = useConfirm();
  const { work, waiting, outcomes, outcome, look } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the shop is asked once, when the dialog opens.
  useEffect(() => void look(), []);

  return (
    <>
      {work === "looking" ? <p role="status">楽天の注文確認待ちの注文を調べています…（何も書き込みません）</p> : null}
      {work === "confirming" ? <p role="status">注文を確認済みにしています…</p> : null}
      <Notice outcome={outcome} />
      {outcomes.length === 0 ? null : <Outcomes outcomes={outcomes} />}
      {waiting === undefined || work === "looking" ? null : <Choice state={state} waiting={waiting} />}
      {waiting !== undefined || work !== undefined ? null : (
        <div class="row">
          <button type="button" id="look" class="plain" onClick={look}>
            もう一度調べる
          </button>
        </div>
      )}
    </>
  );
}
