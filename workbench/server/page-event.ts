/** What the server tells a page, and what the page asks for. Both sides import these types. */
import type { Activated, HtmlPage, Menu, Question, Toast } from "../apps-script/ui.ts";
import type { DrawnChange } from "../sheets/drawing/change.ts";
import type { Span } from "../sheets/drawing/drawn.ts";

/** An alert or a prompt that a script waits at. */
export interface OpenQuestion extends Question {
  readonly id: string;
  readonly kind: "alert" | "prompt";
}

/** Revisions come without a gap; whoever misses one has to look at everything again. */
export interface Changed {
  readonly type: "changed";
  readonly revision: number;
  readonly drawn: DrawnChange;
}

export interface RowsQuery {
  readonly sheetId: number;
  readonly spans: readonly Span[];
}

export type PageEvent =
  | Changed
  | { readonly type: "started"; readonly id: string }
  | { readonly type: "ended"; readonly id: string; readonly failure?: string }
  | { readonly type: "toast"; readonly toast: Toast }
  | { readonly type: "asked"; readonly question: OpenQuestion }
  | { readonly type: "answered"; readonly id: string }
  | { readonly type: "sidebar"; readonly page: HtmlPage }
  | { readonly type: "dialog"; readonly page: HtmlPage; readonly modal: boolean }
  | ({ readonly type: "activated" } & Activated)
  | { readonly type: "menu"; readonly menu: Menu };

export interface Person {
  readonly email: string;
  /** As the page calls them, in Japanese. */
  readonly name: string;
}

export interface PageSettings {
  readonly spreadsheetId: string;
  readonly people: readonly Person[];
}

/** How an execution ended, for the one who started it. */
export interface Outcome {
  readonly outcome: string;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}
