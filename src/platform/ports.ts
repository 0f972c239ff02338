/** What the core needs from outside. Each port has one adapter for Apps Script beside this file. */

export type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
export type BatchUpdate = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
export type BatchUpdateReply = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse;

/** The Sheets API for the one spreadsheet that the add-on serves. Throws SheetsFailure. */
export interface Sheets {
  get(query: { readonly ranges?: readonly string[]; readonly fields: string }): Spreadsheet;
  batchUpdate(request: BatchUpdate): BatchUpdateReply;
}

/** Other spreadsheets than the one that the add-on serves, with the rights of whose authority this execution has. */
export interface Elsewhere {
  /** Not looked at before the first call. */
  of(spreadsheetId: string): Sheets;
  /** Makes one and returns its id. Throws SheetsFailure. Where the answer is lost, it may be there all the same. */
  create(properties: NonNullable<Spreadsheet["properties"]>): string;
}

export type Dataset = GoogleAppsScript.BigQuery.Schema.Dataset;
export type BigQueryTable = GoogleAppsScript.BigQuery.Schema.Table;
export type BigQueryJob = GoogleAppsScript.BigQuery.Schema.Job;
export type BigQueryRequest = GoogleAppsScript.BigQuery.Schema.QueryRequest;
export type BigQueryAnswer = GoogleAppsScript.BigQuery.Schema.GetQueryResultsResponse;

/** One project of BigQuery, with the rights of whose authority this execution has. All methods throw BigQueryFailure. */
export interface BigQuery {
  dataset(id: string): Dataset;
  makeDataset(dataset: Dataset): void;
  table(dataset: string, id: string): BigQueryTable;
  makeTable(dataset: string, table: BigQueryTable): void;
  changeTable(dataset: string, id: string, change: BigQueryTable): void;
  /** Begins to load lines of JSON. */
  load(job: BigQueryJob, lines: string): void;
  job(id: string, location: string): BigQueryJob;
  query(request: BigQueryRequest): BigQueryAnswer;
  /** What a query has not answered yet: by the job of its answer. */
  rest(job: string, page: { readonly location: string; readonly pageToken?: string }): BigQueryAnswer;
}

/** `code` is the HTTP status where Google gave one; without it nothing is known of the outcome. The message may hold values of cells. */
export class BigQueryFailure extends Error {
  readonly code: number | undefined;
  constructor(code: number | undefined, message: string) {
    super(message);
    this.name = "BigQueryFailure";
    this.code = code;
  }
}

/** The code of a script whose manifest does not enable BigQuery. */
export const NOT_ENABLED = 501;

/** `code` is the HTTP status where Google gave one; without it nothing is known of the outcome. */
export class SheetsFailure extends Error {
  readonly code: number | undefined;
  constructor(code: number | undefined, message: string) {
    super(message);
    this.name = "SheetsFailure";
    this.code = code;
  }
}

export interface HttpRequest {
  readonly method: "get" | "post";
  readonly url: string;
  readonly contentType?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Http {
  /** Never throws for a status; throws TransportFailure when no answer came. */
  send(request: HttpRequest): HttpResponse;
}

export class TransportFailure extends Error {
  /** Google let the call not out at all: the day's limit is used up, and no repeat helps. */
  readonly quota: boolean;
  constructor(quota = false) {
    super(quota ? "quota used up" : "no answer");
    this.name = "TransportFailure";
    this.quota = quota;
  }
}

/** When each function of RMS may be called next, shared by all executions of a spreadsheet. May forget at any time. */
export interface Pace {
  /** Milliseconds since 1970; 0 when nothing is noted. */
  nextAt(name: string): number;
  note(name: string, at: number): void;
}

export interface Clock {
  now(): Date;
  sleep(milliseconds: number): void;
}

/** One store of strings: one person's, or one document's. */
export interface Properties {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  remove(name: string): void;
  /** All of them at the price of one. */
  all(): Readonly<Record<string, string>>;
}

/** The triggers of the person whose execution this is, of this script in this spreadsheet; nobody sees those of others. */
export interface Triggers {
  mine(): readonly { readonly id: string; readonly fn: string }[];
  /** Has `fn` called every so many minutes from now on; gives the trigger's id. Throws TriggerRefused. */
  every(fn: string, minutes: TickMinutes): string;
  remove(id: string): void;
  /** Whether Google still lets this person's executions use everything that the manifest names. */
  authorised(): boolean;
}

export type TickMinutes = 5 | 60;

/** `tooOften`: an add-on may not run that often. */
export class TriggerRefused extends Error {
  readonly tooOften: boolean;
  constructor(tooOften: boolean, message: string) {
    super(message);
    this.name = "TriggerRefused";
    this.tooOften = tooOften;
  }
}

export interface Lock {
  /** False when another execution holds it. */
  take(): boolean;
  release(): void;
}

/** A row of a sheet, by the name on its tab. */
export interface Place {
  readonly sheet: string;
  /** 0 is the row of the headers. */
  readonly index: number;
}

/** What the person at the screen sees. */
export interface Screen {
  toast(message: string, title: string): void;
  /** Waits until the person has read it. */
  alert(title: string, message: string): void;
  /** Waits for a line of text; undefined when the person cancels. */
  ask(title: string, message: string): string | undefined;
  /** Waits for yes or no; closing the question says no. */
  confirm(title: string, message: string): boolean;
  /** Brings a sheet to the front, and a row of it (0 is the row of the headers); what is not there is passed over. */
  bringToFront(sheet: string, index?: number): void;
  /** The row of the cell that the person is in, in the window from which they started this execution. */
  selected(): Place | undefined;
}

export interface Platform {
  readonly sheets: Sheets;
  readonly elsewhere: Elsewhere;
  readonly bigQuery: (project: string) => BigQuery;
  readonly http: Http;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly lock: Lock;
  readonly triggers: Triggers;
  readonly screen: Screen;
  /** Of the person whose authority this execution has: the only place for keys. */
  readonly own: Properties;
  /** Shared by everybody who opens this spreadsheet. */
  readonly shared: Properties;
  readonly spreadsheetId: string;
  /** E-mail of the person whose authority this execution has; empty where Google hides it. */
  readonly who: string;
  /** E-mail of the owner of the file; undefined where Google names none, as in a shared drive. */
  owner(): string | undefined;
  /** To the person whose authority this execution has. Throws where Google does not send it. */
  mail(subject: string, body: string): void;
  /** How many mails Google still sends today for that person. */
  mailsLeft(): number;
  /** Between 0 and 1, for jitter. */
  random(): number;
  base64(text: string): string;
  /** For the engineer's log: never a key. E-mail addresses are struck out on the way. */
  report(error: unknown): void;
}
