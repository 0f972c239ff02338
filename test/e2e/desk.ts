/** The whole workbench with the built add-on, and a page over it. */
import { fileURLToPath } from "node:url";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { realClock } from "../../workbench/apps-script/clock.ts";
import { createHost } from "../../workbench/apps-script/host.ts";
import { httpTransport } from "../../workbench/apps-script/transport.ts";
import { createRmsSandbox } from "../../workbench/rms/sandbox.ts";
import { serveRms } from "../../workbench/rms/server.ts";
import { createPage } from "../../workbench/server/page-server.ts";
import { createSheetsEngine } from "../../workbench/sheets/engine.ts";

export const OPERATOR = "operator@example.com";
export const STAFF = "staff@example.com";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

export async function openDesk() {
  const sheets = createSheetsEngine();
  const properties = { title: "出荷シート", locale: "ja_JP", timeZone: "Asia/Tokyo" };
  const made = sheets.handle({ method: "POST", path: "/v4/spreadsheets", body: { properties }, user: OPERATOR });
  const { spreadsheetId } = made.body as { spreadsheetId: string };
  sheets.share(spreadsheetId, STAFF, "writer");
  const sandbox = createRmsSandbox({ seed: "e2e", orders: 30 });
  const rms = await serveRms(sandbox);
  const page = createPage();
  const host = createHost({
    bundle: readBundle(dist),
    sheets,
    spreadsheetId,
    fetch: httpTransport({ routes: { "https://api.rms.rakuten.co.jp": rms.url } }),
    clock: realClock(),
    ui: page.ui,
  });
  const people = [
    { email: OPERATOR, name: "店舗担当者" },
    { email: STAFF, name: "倉庫スタッフ" },
  ];
  const { url, close } = await page.serve({ workbench: { sheets, spreadsheetId, host, people }, port: 0 });
  return {
    url,
    sandbox,
    /** Cells as the engine has them, not as the page shows them. */
    values(range: string): unknown[][] {
      const path = `/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}?valueRenderOption=UNFORMATTED_VALUE`;
      const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
      return (body as { values?: unknown[][] }).values ?? [];
    },
    async close() {
      await close();
      await host.close();
      await rms.close();
    },
  };
}
