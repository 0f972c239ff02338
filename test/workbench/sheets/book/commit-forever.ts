import { fileStore } from "../../../../workbench/sheets/book/store.ts";
import { createSheetsEngine } from "../../../../workbench/sheets/engine.ts";
import { OPERATOR } from "../book.ts";

/** Commits a counter to cell A1 and tells each commit once it is acknowledged, until it is killed or has done 5,000. */
const engine = createSheetsEngine({ store: fileStore(process.argv[2]!) });
const created = engine.handle({ method: "POST", path: "/v4/spreadsheets", body: {}, user: OPERATOR });
const id = (created.body as { spreadsheetId: string }).spreadsheetId;
console.log(`created ${id}`);
for (let count = 0; count < 5000; count++) {
  const values = [[count]];
  engine.handle({
    method: "PUT",
    path: `/v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`,
    body: { values },
    user: OPERATOR,
  });
  console.log(`committed ${count}`);
}
