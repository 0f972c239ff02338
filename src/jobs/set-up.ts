import { knownPaymentMethods } from "../domain/payment-method.ts";
import { type Platform, SheetsFailure } from "../platform/ports.ts";
import { patientReads, sheetsProblem } from "../workbook/patient-sheets.ts";
import { SET_UP_FIELDS, type Seed, SHEET_FIELDS, setUpRanges, setUpRequests } from "../workbook/set-up.ts";
import { allTables } from "../workbook/tables/all-tables.ts";
import { DEFAULT_PAYMENT, paymentTable } from "../workbook/tables/payment-table.ts";
import type { Notice } from "./run.ts";

const TITLE = "初期設定";

const seeds: readonly Seed[] = [
  {
    table: paymentTable,
    rows: [
      { code: DEFAULT_PAYMENT, name: "上記以外・空欄のときに使う値（必須）", target: 300 },
      ...knownPaymentMethods.map(({ code, name }) => ({ code: String(code), name, target: null })),
    ],
  },
];

/** Creates the sheets that the add-on works with, and repairs what is missing of them; what people did stays. */
export function setUp({ sheets, clock, screen, lock }: Platform): Notice {
  if (!lock.take())
    return told(screen, {
      remedy: "wait",
      message: "ただいま別の処理を実行中です。終わってからもう一度実行してください。",
      rmsCalls: 0,
    });
  try {
    const reads = patientReads(sheets, clock);
    const book = reads.get({ fields: SHEET_FIELDS });
    const ranges = setUpRanges(book, allTables, seeds);
    const looked = ranges.length === 0 ? book : reads.get({ ranges, fields: SET_UP_FIELDS });
    const requests = setUpRequests(looked, book, allTables, seeds);
    if (requests.length > 0) sheets.batchUpdate({ requests });
    const message = requests.length > 0 ? "シートを用意しました。" : "シートはすべて揃っています。";
    return told(screen, { remedy: "none", message, rmsCalls: 0 });
  } catch (error) {
    if (!(error instanceof SheetsFailure)) throw error;
    const { remedy, message } = sheetsProblem(error);
    return told(screen, { remedy, message, rmsCalls: 0 });
  } finally {
    lock.release();
  }
}

function told(screen: Platform["screen"], notice: Notice): Notice {
  if (notice.remedy === "none") screen.toast(notice.message, TITLE);
  else screen.alert(TITLE, notice.message);
  return notice;
}
