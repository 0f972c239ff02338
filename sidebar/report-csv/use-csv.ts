import { useState } from "preact/hooks";
import type { CsvFileView, ReportCsv } from "../../src/desk/reports/report-csv.ts";
import { focusOn } from "../focus.ts";
import { serverWithin } from "../google-script.ts";
import { saveFile } from "../save-file.ts";
import { useWork } from "../use-work.ts";
import { csvBlob } from "./csv-blob.ts";

/** The whole list is read, and thousands of rows are written. */
const SECONDS = 180;

/** The files, which of them people have saved, and how the last thing came out. */
export function useCsv() {
  const { kind: work, outcome, setOutcome, attempt } = useWork<"making" | "recording">();
  const [again, setAgain] = useState(false);
  const [csv, setCsv] = useState<ReportCsv>();
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());

  const make = (anew: boolean) => {
    setAgain(anew);
    setOutcome(undefined);
    setSaved(new Set());
    const ask = async () => {
      const result = await serverWithin(SECONDS).reportCsv({ again: anew });
      setCsv(result.done ? result.csv : undefined);
      if (!result.done) setOutcome({ failed: true, message: result.message });
    };
    return attempt("making", ask, () => setCsv(undefined));
  };

  const save = (file: CsvFileView) => {
    saveFile(csvBlob(file), file.name);
    setSaved(new Set([...saved, file.name]));
  };

  /** Files that were not saved are no files: their rows stay as they are. */
  const record = async () => {
    if (csv === undefined) return;
    setOutcome(undefined);
    // Where it fails, nobody knows whether the rows say so by now; saying it once more does no harm.
    await attempt("recording", async () => {
      const files = csv.files.filter(({ name }) => saved.has(name)).map(({ name, rows }) => ({ name, rows }));
      const { done, message } = await serverWithin(SECONDS).recordReportCsv({ made: csv.made, again, files });
      if (done) setCsv(undefined);
      setOutcome({ failed: !done, message });
      if (done) focusOn("anew");
    });
  };

  return { work, again, csv, saved, outcome, make, save, record };
}

export type CsvState = ReturnType<typeof useCsv>;
