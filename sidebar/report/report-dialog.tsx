import { useEffect } from "preact/hooks";
import { Notice } from "../notice.tsx";
import { Blanks } from "./blanks.tsx";
import { LeftRows } from "./left-rows.tsx";
import { Leftovers } from "./leftovers.tsx";
import { SendSection } from "./send-section.tsx";
import { Sendings } from "./sendings.tsx";
import { Summary } from "./summary.tsx";
import { useReport } from "./use-report.ts";

const doing = {
  looking: "楽天に確認しています…（何も書き込みません）",
  sending: "楽天へ送信しています…結果が出るまで数分かかることがあります。",
  deleting: "空の発送情報を削除しています…",
} as const;

/** 出荷実績を送信: look, then send. */
export function ReportDialog() {
  const state = useReport();
  const { work, preview, outcome, look } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the shop is asked once, when the dialog opens.
  useEffect(() => void look(), []);

  return (
    <>
      {work === undefined ? null : <p role="status">{doing[work]}</p>}
      <Notice outcome={outcome} />
      {preview === undefined || work === "looking" ? null : (
        <>
          <Summary preview={preview} />
          <SendSection preview={preview} busy={work !== undefined} onSend={state.send} />
          <Blanks preview={preview} busy={work !== undefined} onToday={(blankDay) => look({ blankDay })} />
          <LeftRows entries={preview.entries} />
          <Leftovers leftovers={preview.leftovers} busy={work !== undefined} onDelete={state.deleteLeftovers} />
          <Sendings entries={preview.entries} />
        </>
      )}
      {preview !== undefined || work !== undefined ? null : (
        <div class="row">
          <button type="button" id="look" class="plain" onClick={() => look()}>
            もう一度確認する
          </button>
        </div>
      )}
    </>
  );
}
