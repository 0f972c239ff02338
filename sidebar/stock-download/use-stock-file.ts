import { useEffect, useMemo, useState } from "preact/hooks";
import { type StockFile, unpackedFile } from "../../src/desk/stock/rules/stock-file.ts";
import { serverWithin } from "../google-script.ts";
import type { Outcome } from "../notice.tsx";
import { saveFile } from "../save-file.ts";
import { type Encoding, encodings, formulaLike, lackingCells, stockCsv } from "./stock-csv.ts";

/** The whole sheet is read: tens of thousands of rows take Google its time. */
const FILE_SECONDS = 180;

/** The file that can be saved, what of it people should know, and how the last thing came out. */
export function useStockFile() {
  const [file, setFile] = useState<StockFile>();
  const [encoding, setEncoding] = useState<Encoding>("cp932");
  const [outcome, setOutcome] = useState<Outcome>();

  const load = async () => {
    setOutcome(undefined);
    try {
      const answer = await serverWithin(FILE_SECONDS).stockFile();
      if (answer.done) setFile(unpackedFile(answer.file));
      else setOutcome({ failed: true, message: answer.message });
    } catch (error) {
      setOutcome({ failed: true, message: (error as Error).message });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet is read once, when the dialog opens.
  useEffect(() => void load(), []);

  const lacking = useMemo(() => (file === undefined ? [] : lackingCells(file)), [file]);
  const formulas = useMemo(() => (file === undefined ? [] : formulaLike(file)), [file]);
  const save = (as: Encoding) => {
    if (file === undefined) return;
    saveFile(stockCsv(file, as), `${file.name}.csv`);
    setOutcome({ failed: false, message: `「${file.name}.csv」を${encodings[as]}で保存しました。` });
  };
  const choose = (as: Encoding) => {
    setEncoding(as);
    setOutcome(undefined);
  };
  return { file, encoding, outcome, lacking, formulas, load, choose, save };
}

export type StockFileState = ReturnType<typeof useStockFile>;
