import { sheetNames } from "../../src/core/sheet-names.ts";
import { columnName } from "../sheets/book/column-name.ts";
import { OPERATOR, type Workbench } from "../workbench.ts";

const SHEET = sheetNames.deliveries;

/** What the operator of the sandbox's shop ships with; what is left out stays to be filled in. */
const CARRIERS: Readonly<Record<string, string>> = {
  宅配便: "1001 ヤマト運輸",
  小型宅配便: "1001 ヤマト運輸",
  大型宅配便: "1002 佐川急便",
  クール便: "1001 ヤマト運輸",
  メール便: "1003 日本郵便",
};

const TEMPERATURES: Readonly<Record<string, string>> = { クール便: "冷蔵" };

/** Fills in the carriers of a fresh workbook as its operator would, so that its orders arrive ready to ship. */
export function fillMasters({ sheets, spreadsheetId }: Pick<Workbench, "sheets" | "spreadsheetId">): void {
  const call = (method: string, path: string, body?: unknown): unknown =>
    sheets.handle({ method, path: `/v4/spreadsheets/${spreadsheetId}/values${path}`, body, user: OPERATOR }).body;
  const { values } = call("GET", `/${encodeURIComponent(`'${SHEET}'`)}`) as { values: string[][] };
  const [headers = [], ...rows] = values;
  const method = headers.indexOf("楽天の配送方法名");
  const column = (header: string, filled: Readonly<Record<string, string>>) =>
    rows.flatMap((row, index) => {
      const value = filled[row[method] ?? ""];
      const range = `'${SHEET}'!${columnName(headers.indexOf(header))}${index + 2}`;
      return value === undefined ? [] : [{ range, values: [[value]] }];
    });
  const data = [...column("配送会社", CARRIERS), ...column("温度帯", TEMPERATURES)];
  call("POST", ":batchUpdate", { valueInputOption: "RAW", data });
}
