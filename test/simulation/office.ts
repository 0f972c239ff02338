import type { Workbench } from "../../workbench/workbench.ts";

export type Cell = string | number | boolean;

export interface ViewRow {
  /** Of the sheet, the header row being 0. */
  readonly index: number;
  /** By column; "" where nothing is. */
  readonly cells: readonly Cell[];
}

/** A sheet as people see it. */
export interface View {
  readonly sheet: string;
  readonly sheetId: number;
  readonly headers: readonly string[];
  /** Rows under the header row with something in them. */
  readonly rows: readonly ViewRow[];
  /** Rows down to the last one in use. */
  readonly used: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The hands and eyes of people before the spreadsheet: every edit is one call of the Sheets API as that person. */
export interface Office {
  view(sheet: string): View;
  edit(user: string, requests: readonly object[]): void;
  /** Whether the protections let this person write into a cell. */
  isOpen(user: string, view: View, row: number, column: number): boolean;
  /** The values of the add-on's developer metadata of this key. */
  metadata(key: string): string[];
  /** Every cell of every sheet, as one text. */
  everything(): string;
}

interface Sheet {
  readonly properties: {
    readonly sheetId: number;
    readonly title: string;
    readonly gridProperties: { readonly rowCount: number; readonly columnCount: number };
  };
}

type Range = Readonly<Partial<Record<"startRowIndex" | "endRowIndex" | "startColumnIndex" | "endColumnIndex", number>>>;

interface ProtectedSheet {
  readonly properties: { readonly title: string };
  readonly protectedRanges?: readonly {
    readonly range: Range;
    readonly unprotectedRanges?: readonly Range[];
    readonly warningOnly?: boolean;
    readonly requestingUserCanEdit?: boolean;
  }[];
}

export function office({ sheets, spreadsheetId }: Pick<Workbench, "sheets" | "spreadsheetId">, owner: string): Office {
  function call<Body>(method: string, path: string, body?: unknown, user = owner): Body {
    const reply = sheets.handle({ method, path: `/v4/spreadsheets/${spreadsheetId}${path}`, body, user });
    if (reply.status !== 200) throw new Error(`people could not do this: ${JSON.stringify(reply.body)}`);
    return reply.body as Body;
  }
  // People look far more often than anything changes, and looking costs as much as a call of the product.
  const seen = new Map<string, unknown>();
  sheets.onChange(() => seen.clear());
  function look<Sight>(what: string, first: () => Sight): Sight {
    if (!seen.has(what)) seen.set(what, first());
    return seen.get(what) as Sight;
  }
  const tabs = () =>
    look("", () => call<{ sheets: Sheet[] }>("GET", "?fields=sheets.properties(sheetId,title,gridProperties)").sheets);
  const values = (sheet: string): Cell[][] =>
    call<{ values?: Cell[][] }>(
      "GET",
      `/values/${encodeURIComponent(`'${sheet}'`)}?valueRenderOption=UNFORMATTED_VALUE`,
    ).values ?? [];

  const protections = (user: string) =>
    call<{ sheets: ProtectedSheet[] }>("GET", "?fields=sheets(properties.title,protectedRanges)", undefined, user)
      .sheets;

  function view(sheet: string): View {
    const properties = tabs().find((tab) => tab.properties.title === sheet)?.properties;
    if (properties === undefined) throw new Error(`no sheet ${sheet}`);
    const [headers = [], ...below] = values(sheet);
    const { rowCount, columnCount } = properties.gridProperties;
    return {
      sheet,
      sheetId: properties.sheetId,
      rowCount,
      columnCount,
      used: below.length + 1,
      headers: Array.from({ length: columnCount }, (_, column) => String(headers[column] ?? "").trim()),
      rows: below
        .map((row, at) => ({
          index: at + 1,
          cells: Array.from({ length: columnCount }, (_, column) => row[column] ?? ""),
        }))
        .filter(({ cells }) => cells.some((cell) => cell !== "")),
    };
  }

  return {
    view: (sheet) => look(sheet, () => view(sheet)),
    edit: (user, requests) => void call("POST", ":batchUpdate", { requests }, user),
    isOpen(user, { sheet }, row, column) {
      const within = ({ startRowIndex = 0, endRowIndex = row + 1, startColumnIndex = 0, endColumnIndex }: Range) =>
        startRowIndex <= row &&
        row < endRowIndex &&
        startColumnIndex <= column &&
        column < (endColumnIndex ?? column + 1);
      return look(`protections of ${user}`, () => protections(user))
        .filter((tab) => tab.properties.title === sheet)
        .flatMap(({ protectedRanges = [] }) => protectedRanges)
        .filter(({ warningOnly, requestingUserCanEdit }) => !warningOnly && !requestingUserCanEdit)
        .every(({ range, unprotectedRanges = [] }) => !within(range) || unprotectedRanges.some(within));
    },
    metadata(key) {
      const { developerMetadata = [] } = call<{ developerMetadata?: { metadataKey: string; metadataValue: string }[] }>(
        "GET",
        "?fields=developerMetadata(metadataKey,metadataValue)",
      );
      return developerMetadata
        .filter(({ metadataKey }) => metadataKey === key)
        .map(({ metadataValue }) => metadataValue);
    },
    everything: () => JSON.stringify(tabs().map(({ properties }) => values(properties.title))),
  };
}
