import type { CsvFileView } from "../../src/desk/reports/report-csv.ts";
import { cp932Of } from "../cp932.ts";

/** RMS reads its files as Shift_JIS of Windows. */
export const csvBlob = ({ text }: Pick<CsvFileView, "text">): Blob => new Blob([cp932Of(text)], { type: "text/csv" });
