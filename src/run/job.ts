import type { News } from "../core/news.ts";
import type { Remedy, RowFault } from "../core/problem.ts";
import type { BigQuery, Elsewhere, Platform, Properties } from "../platform/ports.ts";
import type { Rms } from "../rms/client/client.ts";
import type { Book, Plan } from "../workbook/commit/book.ts";
import type { Extras } from "../workbook/commit/commit.ts";
import type { RenewedFor } from "../workbook/commit/open-book.ts";
import type { Table } from "../workbook/declare/table.ts";
import type { DashboardPlan, DashboardRow } from "./dashboard-row.ts";
import type { Notice } from "./notice.ts";
import type { CountLabels, Report } from "./report.ts";

/** A unit of synchronisation. It commits step by step and stops by itself before the deadline. */
export interface Job<Settings, Name extends string = string> {
  readonly name: string;
  readonly title: string;
  readonly counts: CountLabels<Name>;
  readonly tables: (settings: Settings) => readonly Table[];
  /** Those of them of which it knows only what names their rows, until it asks for the whole of the book. */
  readonly named?: readonly Table[];
  /** False where the job never calls RMS: it runs without keys, and while the connection is switched off. */
  readonly rms?: false;
  /** Those of them whose cells the job can find fault with: marks on the others are no concern of its. All where not given. */
  readonly judged?: readonly Table[];
  readonly work: (context: JobContext<Settings, Name>) => Report<Name>;
}

/** What one run of a job came to. */
export interface JobOutcome {
  /** Name and title of the job. */
  readonly job: string;
  readonly title: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Who acts next; none after a run that did what it was to do. */
  readonly remedy: Remedy | "none";
  /** It was ended by a Problem or a bug; what it had committed by then stays. */
  readonly failed: boolean;
  /** False where there is more to do, and where the run failed. */
  readonly finished: boolean;
  readonly message: string;
  readonly faults: readonly RowFault[];
  /** How far it came. */
  readonly report: Report;
}

/** What a job works with. */
export interface JobContext<Settings, Name extends string = string> {
  readonly book: Book;
  readonly rms: Rms;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly deadline: Date;
  /** Whose authority the run has; empty where Google hides it. */
  readonly who: string;
  /** Commits what is planned, the cursor and the run's log line together. */
  readonly commit: (plan: Plan, extras: Extras, report: Report<Name>, more: boolean) => void;
  readonly progress: (message: string) => void;
  /** Notes that have to outlast a run that is killed between two commits. */
  readonly notes: Properties;
  /** For what a job keeps outside of the spreadsheet. */
  readonly elsewhere: Elsewhere;
  readonly bigQuery: (project: string) => BigQuery;
  /** Gives RMS time for what it works on by itself. */
  readonly sleep: (milliseconds: number) => void;
  /** For people who are not before the screen. Once it is queued, nobody has to be told of the same again. */
  readonly notify: (news: News) => void;
  /** Moves the stored settings on, which people may have changed since the run began. */
  readonly changeSettings: (change: (stored: Settings) => Settings) => void;
}

/** What runs need of the features, handed in: the machinery knows none of them. */
export interface Desk<Settings> {
  /** Throws Problem where no job may start that calls RMS; those that do not, as `calls` tells, always may. */
  readonly settings: (platform: Platform, calls: boolean) => Settings;
  readonly changeSettings: (platform: Platform, change: (stored: Settings) => Settings) => void;
  /** What is done where whoever runs may not run this job, but ask for it; undefined where they run it. Never throws. */
  readonly instead: (platform: Platform, title: string) => Notice | undefined;
  /** Throws Problem where whoever runs cannot call RMS. */
  readonly connected: (platform: Platform, deadline: Date) => Rms;
  /** Looks after what every run looks after, before the sheets are read. Never throws. */
  readonly watch: (platform: Platform, rms: Rms, now: Date) => void;
  /** Whom the protections of the sheets let through: every run brings them up to date. */
  readonly editors: (platform: Platform) => RenewedFor;
  /** Queues what people are to be told who are not before the screen. Never throws. */
  readonly notify: (platform: Platform, news: News) => void;
  /** The lines of ダッシュボード that belong to no job. */
  readonly statusLines: (platform: Platform, now: Date) => readonly DashboardRow[];
  /** When each job runs next by itself, as ダッシュボード tells. */
  readonly plans: (platform: Platform, now: Date) => readonly DashboardPlan[];
  /** A sentence that people hear whatever the run came to; empty while all is well. */
  readonly warning: (platform: Platform, now: Date) => string;
  /** Hears what every run came to, once its records are written. What it throws ends no run. */
  readonly ran: (platform: Platform, outcome: JobOutcome) => void;
}
