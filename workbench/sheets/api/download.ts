import type { SheetsEngine } from "../engine.ts";
import { ApiError, notFound, type Status } from "./api-error.ts";

/** A file made of one sheet. */
export interface Download {
  readonly type: string;
  readonly text: string;
}

interface Format {
  readonly type: string;
  readonly text: (rows: readonly (readonly string[])[]) => string;
}

const FORMATS: Readonly<Record<string, Format>> = {
  csv: { type: "text/csv", text: (rows) => rows.map((row) => row.map(csvField).join(",")).join("\r\n") },
  tsv: {
    type: "text/tab-separated-values",
    text: (rows) => rows.map((row) => row.map(tsvField).join("\t")).join("\r\n"),
  },
};

/** Google quotes a field for a comma, a quote or a line break, and for nothing else. */
const csvField = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** There is no quoting here: what would break a line or a column becomes a blank. */
const tsvField = (text: string): string => text.replace(/[\n\t]/g, " ");

/** One sheet as Google exports it, by its id or else the first: what cells show, each row as wide as the widest. */
export function download(
  engine: Pick<SheetsEngine, "handle">,
  user: string,
  {
    spreadsheetId,
    sheetId,
    format,
  }: { readonly spreadsheetId: string; readonly sheetId?: number; readonly format: string },
): Download {
  const found = FORMATS[format] ?? Object.values(FORMATS).find(({ type }) => type === format);
  if (found === undefined) throw new ApiError("NOT_FOUND", `workbench: an export as "${format}" is not implemented`);
  const read = <Body>(path: string): Body => {
    const { status, body } = engine.handle({ method: "GET", path: `/v4/spreadsheets/${spreadsheetId}${path}`, user });
    if (status !== 200) throw refusal(body);
    return body as Body;
  };
  const { sheets } = read<{ sheets: { properties: { sheetId: number; title: string } }[] }>(
    "?fields=sheets.properties(sheetId,title)",
  );
  const sheet = sheets.find(({ properties }) => sheetId === undefined || properties.sheetId === sheetId);
  if (sheet === undefined) throw notFound();
  const range = encodeURIComponent(`'${sheet.properties.title.replaceAll("'", "''")}'`);
  const { values = [] } = read<{ values?: string[][] }>(`/values/${range}`);
  return { type: found.type, text: found.text(rectangular(values)) };
}

/** The engine's own refusal of a read, passed on. */
function refusal(body: unknown): ApiError {
  const { error } = body as { error: { status: Status; message: string; details?: readonly unknown[] } };
  return new ApiError(error.status, error.message, error.details);
}

function rectangular(rows: readonly (readonly string[])[]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}
