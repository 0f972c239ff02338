import { instantOf, type Serial, serialOf, shortTime } from "../../core/jst.ts";
import { captions, inMenu } from "../../core/menu-texts.ts";
import { Problem, type RowFault } from "../../core/problem.ts";
import { type Platform, SheetsFailure } from "../../platform/ports.ts";
import { alone, busy } from "../../run/alone.ts";
import { logRows, type Run, runId } from "../../run/log.ts";
import { logTable } from "../../run/log-table.ts";
import { type Notice, problemFrom, show } from "../../run/notice.ts";
import { reportText } from "../../run/report.ts";
import { isBlank } from "../../workbook/cell.ts";
import { type Book, openBook } from "../../workbook/commit/book.ts";
import { sheetsProblem } from "../../workbook/read/patient-sheets.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { operatorOf } from "../connection/operator.ts";
import { onlyOperator } from "../connection/rules/operator-texts.ts";
import { readSets, type SetMaster } from "../sets/sets.ts";
import { safetyStocks } from "../stock/safety-stocks.ts";
import { stockTable } from "../stock/stock-table.ts";
import { partsOf } from "./ledger-parts.ts";
import { type LedgerOptions, type LedgerPass, ledgerPass, ledgerTables } from "./ledger-pass.ts";
import { inSeconds } from "./rules/moments.ts";
import { sessionStart, sessionTexts } from "./rules/session-start.ts";
import { SESSION, sessionTime } from "./session-time.ts";

const labels = { counted: "棚卸", booked: "出荷", takenBack: "出荷取消", typed: "入出庫" } as const;

/**
 * Begins a count of the stock: what was typed and shipped up to now is recorded first, and the cells for counts are emptied.
 * Whatever is typed there from then on, and whenever a run reads it, is what was there at the time that the session is of.
 */
export function startCount(platform: Platform): void {
  const title = captions.startCount;
  const answer = platform.screen.ask(title, sessionTexts.question);
  if (answer === undefined) return;
  const start = sessionStart(answer, platform.clock.now());
  if (typeof start === "string") platform.screen.alert(title, start);
  else inSession(platform, title, "start-count", (session) => started(session, start));
}

/** Records what was counted, says what was not, and closes. */
export function endCount(platform: Platform): void {
  inSession(platform, captions.endCount, "end-count", ended);
}

interface CountRun {
  readonly book: Book;
  readonly sets: SetMaster;
  readonly now: Date;
  /** From when the counts of the open session are. */
  readonly open: Serial | undefined;
  /** Writes what a pass over the ledger found, with a line in 連携ログ; the session begins or ends with the last of it. */
  readonly record: (options: Partial<LedgerOptions>, said: (pass: LedgerPass) => Said) => Notice;
}

interface Said {
  readonly message: string;
  /** The new cursor; as it was where it is not given. */
  readonly cursor?: string;
  /** People have to do something before it can go on. */
  readonly stays?: true;
}

function started({ record, book, open }: CountRun, start: Date): Notice {
  if (open !== undefined)
    throw new Problem(
      "fix",
      `${timeText(open)} の棚卸が終わっていません。先に${inMenu(captions.endCount)}を選んでください。`,
    );
  const last = lastCount(book);
  if (last !== undefined && inSeconds(serialOf(start)) < inSeconds(last))
    throw new Problem("fix", `${timeText(last)} に記録した棚卸があります。それより後の日時を指定してください。`);
  return record({ countsAt: start, empties: true }, () => ({
    cursor: start.toISOString(),
    message: `${shortTime(start)} の在庫として、棚卸を始めました。「${stockTable.sheet}」の「${stockTable.columns.onHand.header}」に数えた数を入力し、終わったら${inMenu(captions.endCount)}を選んでください。`,
  }));
}

/** Of all products, as 在庫 tells it. */
function lastCount(book: Book): Serial | undefined {
  const stock = book.state(stockTable);
  const times = [...stock.rows.values()].map((row) => Number(cellAt(stock, row, "countedAt") ?? 0));
  const last = times.reduce((most, time) => Math.max(most, time), 0);
  return last === 0 ? undefined : last;
}

/** The cells were empty when it began: what stands there was counted in it. */
function ended({ record, book, open }: CountRun): Notice {
  if (open === undefined)
    throw new Problem("fix", `棚卸は始まっていません。${inMenu(captions.startCount)}から始めてください。`);
  const stock = book.state(stockTable);
  return record({}, (pass) => {
    const unread = pass.cellFaults.filter(({ table, column }) => table === stockTable && column === "onHand").length;
    if (unread > 0)
      return {
        stays: true,
        message: `棚卸数を読み取れない行が${unread}件あるため、棚卸を終えていません。「${stockTable.sheet}」の赤いセルを直すか空にして、もう一度選んでください。`,
      };
    const counted = [...stock.rows.values()].filter((row) => !isBlank(cellAt(stock, row, "onHand"))).length;
    const rest = stock.rows.size - counted;
    return {
      cursor: "",
      message: `${timeText(open)} の棚卸を終えました。数えた商品 ${counted}件、数えていない商品 ${rest}件（数えていない商品の在庫は、前の棚卸のまま続きます）。`,
    };
  });
}

const timeText = (time: Serial): string => shortTime(instantOf(time));

/** Alone, with the sheets read, and never without an answer. */
function inSession(platform: Platform, title: string, job: string, work: (session: CountRun) => Notice): void {
  const notice = alone(platform, title, () => noticeOf(platform, title, job, work)) ?? busy(platform);
  show(platform, title, notice);
}

function noticeOf(platform: Platform, title: string, job: string, work: (session: CountRun) => Notice): Notice {
  try {
    const { who } = platform;
    const operator = operatorOf(platform);
    if (operator !== undefined && operator !== who)
      throw new Problem("fix", onlyOperator(`「${title}」を実行できる`, operator));
    const now = platform.clock.now();
    const run: Run = { id: runId(now), job, title, labels, who, startedAt: now };
    const book = openBook({ ...platform, tables: [...ledgerTables, logTable], run: run.id });
    const sets = readSets(book);
    const record: CountRun["record"] = (options, said) => recorded({ platform, run, book, sets }, options, said);
    return work({ book, sets, now, open: sessionTime(book), record });
  } catch (error) {
    const problem = problemFrom(platform, error instanceof SheetsFailure ? sheetsProblem(error) : error);
    return { remedy: problem.remedy, message: problem.message, rmsCalls: 0 };
  }
}

interface Course {
  readonly platform: Platform;
  readonly run: Run;
  readonly book: Book;
  readonly sets: SetMaster;
}

function recorded(
  { platform, run, book, sets }: Course,
  options: Partial<LedgerOptions>,
  said: (pass: LedgerPass) => Said,
): Notice {
  const pass = ledgerPass(book, sets, { now: run.startedAt, who: run.who, ...options });
  const { message: outcome, cursor, stays } = said(pass);
  const faults: readonly RowFault[] = [...sets.faults, ...pass.faults];
  const report = { counts: pass.counts, faults, finished: true };
  const message = `${outcome}\n${reportText(report, labels)}`;
  const parts = partsOf(book, pass);
  for (const [at, cells] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const line = {
      result: isLast ? "完了" : "実行中",
      report,
      message,
      rmsCalls: 0,
      now: platform.clock.now(),
    } as const;
    book.plan(cells).commit({
      records: logRows(run, line, book),
      mend: [stockTable],
      ...(at === 0 ? { cellFaults: [...sets.cellFaults, ...pass.cellFaults, ...safetyStocks(book).faults] } : {}),
      ...(isLast && cursor !== undefined ? { cursors: { [SESSION]: cursor } } : {}),
    });
  }
  return { remedy: stays ? "fix" : "none", message, rmsCalls: 0 };
}
