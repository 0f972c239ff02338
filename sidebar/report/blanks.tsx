import { dateText, type Serial } from "../../src/core/jst.ts";
import type { ReportPreview } from "../../src/desk/reports/preview-report.ts";
import { blanksText } from "../../src/desk/reports/rules/asked-report.ts";

interface Props {
  readonly preview: ReportPreview;
  readonly busy: boolean;
  readonly onToday: (day: Serial) => void;
}

/** What is 出荷済 without a day, all of it in one click: it is looked at again before it is sent. */
export function Blanks({ preview, busy, onToday }: Props) {
  const { blanks, today } = preview;
  if (blanks === 0) return null;
  return (
    <section aria-labelledby="blanks">
      <h2 id="blanks">発送日が空の行</h2>
      <p>{blanksText(preview)}別の日に発送した行は、シートの「発送日」に入力してください。</p>
      <div class="buttons">
        <button type="button" class="plain" aria-disabled={busy} onClick={() => busy || onToday(today)}>
          {`今日（${dateText(today)}）を発送日として送る…`}
        </button>
      </div>
    </section>
  );
}
