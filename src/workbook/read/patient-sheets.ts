import { Problem } from "../../core/problem.ts";
import { type Clock, type Sheets, SheetsFailure } from "../../platform/ports.ts";
import { listed } from "./layout.ts";

/** Google allows 60 reads and 60 writes a minute and person; its bad moments pass within seconds. */
export const SHEETS_ATTEMPTS = 5;
const FIRST_WAIT = 1000;

export const passes = (failure: SheetsFailure): boolean =>
  failure.code === undefined || [429, 500, 502, 503, 504].includes(failure.code);

/** Twice as long after each try. */
export const backOff = (clock: Clock, attempt: number): void => clock.sleep(FIRST_WAIT * 2 ** (attempt - 1));

/** After a failed try: waits where time heals, throws what nothing but people or we can mend. */
export function healed(clock: Clock, error: unknown, attempt: number): void {
  if (!(error instanceof SheetsFailure)) throw error;
  if (!passes(error)) throw sheetsProblem(error);
  backOff(clock, attempt);
}

/** Tries again where time heals: what `look` does must be harmless to repeat. Other failures become Problems that name the cure, but for a 400: the caller knows what it asked for. */
function patiently<Result>(clock: Clock, look: () => Result): Result {
  for (let attempt = 1; ; attempt++) {
    try {
      return look();
    } catch (error) {
      if (!(error instanceof SheetsFailure)) throw error;
      if (!passes(error) || attempt === SHEETS_ATTEMPTS) throw error.code === 400 ? error : sheetsProblem(error);
      backOff(clock, attempt);
    }
  }
}

/** `get` and `batchUpdate` of the same spreadsheet, with reads repeated where that helps. */
export const patientReads = (sheets: Sheets, clock: Clock): Sheets => ({
  get: (query) => patiently(clock, () => sheets.get(query)),
  batchUpdate: (request) => sheets.batchUpdate(request),
});

/** How Google says that a row, a column or a sheet which a call speaks of is not there, or that a guard of ours is not where it was. */
const OUT_OF_PLACE =
  /exceeds grid limits|beyond the last|after last|outside the grid|grid size|doesn't exist|No grid with id|^Invalid requests\[\d+\]\.updateDeveloperMetadata/;

/** Whatever a call names was there when it was looked at. */
export const isOutOfPlace = ({ code, message }: SheetsFailure): boolean => code === 400 && OUT_OF_PLACE.test(message);

export const overtaken = (cause?: SheetsFailure): Problem =>
  new Problem(
    "wait",
    "行や列の追加、削除、移動と重なったため、シートの読み書きを終えられませんでした。シートの操作が終わってから、もう一度実行してください。続くときは開発元へお知らせください。",
    cause === undefined ? {} : { cause },
  );

/** Google counts every cell of every sheet, empty ones too. */
export const isFull = ({ code, message }: SheetsFailure): boolean =>
  code === 400 && /above the limit of \d+ cells/.test(message);

/** `sheets` are those that have no room for their rows. */
export const fullWorkbook = (sheets: readonly string[], cause: SheetsFailure): Problem =>
  new Problem(
    "fix",
    `スプレッドシートのセルの数が上限（1,000万）に達したため、${sheets.length === 0 ? "シート" : listed(sheets)}に行を追加できません。` +
      `使っていないシートと、空いている行や列を削除してください。足りないときは、${sheets.length === 0 ? "終わった" : `${listed(sheets)}の終わった`}` +
      "古い行を別のスプレッドシートへ移して削除してから、もう一度実行してください。",
    { cause },
  );

export function sheetsProblem(failure: SheetsFailure): Problem {
  const cause = { cause: failure };
  if (passes(failure))
    return new Problem(
      "wait",
      "Googleスプレッドシートが混み合っています。数分おいてからもう一度実行してください。",
      cause,
    );
  if (failure.code === 403 || /protected cell/i.test(failure.message))
    return new Problem(
      "fix",
      "このシートに書き込む権限がありません。スプレッドシートの所有者に編集権限と保護範囲の設定を確認してください。",
      cause,
    );
  if (isFull(failure)) return fullWorkbook([], failure);
  if (isOutOfPlace(failure)) return overtaken(failure);
  return new Problem(
    "report",
    `シートに書き込めませんでした。このメッセージを開発元へお知らせください。（${failure.message.slice(0, 200)}）`,
    cause,
  );
}
