import { excelReads, excelWrites } from "./excel.ts";

/** Finds the known code that Excel would write as this one. Nothing is computed before the first question. */
export function originalAmong(codes: Iterable<string>): (code: string) => string | undefined {
  let values: Map<string, string> | undefined;
  return (code) => {
    values ??= new Map([...codes].flatMap((known) => excelReads(known).map((value) => [value, known])));
    const all = values;
    return excelWrites(code)
      .map((value) => all.get(value))
      .find((known) => known !== undefined && known !== code);
  };
}
