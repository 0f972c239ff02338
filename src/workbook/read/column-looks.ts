import { Problem } from "../../core/problem.ts";
import type { Sheets } from "../../platform/ports.ts";
import { columnRange, headerRange } from "../a1.ts";
import { headerText } from "../cell.ts";
import type { NumberFormat } from "../declare/column.ts";
import { merged } from "./read.ts";
import type { SheetState } from "./snapshot.ts";

type GridData = GoogleAppsScript.Sheets.Schema.GridData;
type Shown = NumberFormat["type"] | "TIME";

/** How people have made the columns of a sheet. */
export interface ColumnLooks {
  readonly isHidden: (place: number) => boolean;
  /** How a cell of a column that people added shows its number; undefined where nothing is said. */
  readonly shown: (index: number, place: number) => Shown | undefined;
}

const FIELDS =
  "sheets(properties(title),data(startRow,startColumn,columnMetadata(hiddenByUser),rowData(values(effectiveValue,effectiveFormat(numberFormat(type))))))";

/** One look at the headers and at the columns of people. Throws Problem("wait") where columns moved since the sheet was read. */
export function columnLooks(sheets: Sheets, { table, headers, layout }: SheetState): ColumnLooks {
  const declared = new Set(layout.values());
  const own = headers.flatMap((header, place) => (header === "" || declared.has(place) ? [] : [place]));
  const ranges = [headerRange(table.sheet), ...own.map((place) => columnRange(table.sheet, place))];
  const seen = sheets
    .get({ ranges, fields: FIELDS })
    .sheets?.find(({ properties }) => properties?.title === table.sheet);
  const [head = {}, ...columns] = seen?.data ?? [];
  const now = (merged([{ rowData: (head.rowData ?? []).slice(0, 1) }])[0] ?? []).map(headerText);
  if (headers.some((header, place) => header !== (now[place] ?? "")))
    throw new Problem("wait", `読み取りの途中で「${table.sheet}」の列が変わりました。もう一度実行してください。`);
  const metadata = head.columnMetadata ?? [];
  return {
    isHidden: (place) => metadata[place]?.hiddenByUser === true,
    shown: (index, place) => shownIn(columns[own.indexOf(place)], index),
  };
}

const shownIn = (column: GridData | undefined, index: number): Shown | undefined =>
  column?.rowData?.[index - (column.startRow ?? 0)]?.values?.[0]?.effectiveFormat?.numberFormat?.type as
    | Shown
    | undefined;
