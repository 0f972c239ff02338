import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { guillotine } from "../../support/guillotine.ts";

let desk: Desk;
afterEach(() => desk.close());

const [LIST, LINES] = ["出荷リスト", "出荷明細"] as const;
const number = (n: number): string => `123456-20261123-${String(n).padStart(10, "0")}`;
const orders = (count: number) => Array.from({ length: count }, (_, n) => ({ orderNumber: number(n + 1) }));
const NEW = number(9_999);

/** What names the rows of the lists. */
const NAMES = ["注文番号", "照合（作業）", "照合（発送）", "照合（確認）"];

interface Reply {
  readonly sheets?: readonly {
    readonly properties?: { readonly title?: string };
    readonly data?: readonly {
      readonly startRow?: number;
      readonly startColumn?: number;
      readonly rowData?: readonly { readonly values?: readonly object[] }[];
    }[];
  }[];
}

/** Bytes of the cells with something in them that replies say of both lists, until the first new rows are written and in all. */
function readBytes(): { readonly first: Bytes; readonly all: Bytes } {
  const headers = new Map([LIST, LINES].map((sheet) => [sheet as string, desk.grid(sheet)[0] ?? []]));
  const [first, all] = [new Bytes(), new Bytes()];
  let written = false;
  const { sheets } = desk.workbench;
  const handle = sheets.handle.bind(sheets);
  sheets.handle = (request) => {
    const reply = handle(request);
    if (request.method === "POST" && JSON.stringify(request.body).includes("appendCells")) written = true;
    if (request.method === "GET")
      for (const { properties, data = [] } of (reply.body as Reply).sheets ?? [])
        for (const { startColumn = 0, rowData = [] } of headers.has(properties?.title ?? "") ? data : [])
          for (const { values = [] } of rowData)
            for (const [at, cell] of values.entries()) {
              if (Object.keys(cell).length === 0) continue;
              const isName = NAMES.includes(String(headers.get(properties?.title ?? "")?.[startColumn + at]));
              for (const bytes of written ? [all] : [first, all]) bytes.add(isName, JSON.stringify(cell).length);
            }
    return reply;
  };
  return { first, all };
}

class Bytes {
  names = 0;
  others = 0;
  add(isName: boolean, bytes: number): void {
    if (isName) this.names += bytes;
    else this.others += bytes;
  }
}

async function bytesAt(count: number) {
  desk = await openDesk({ orders: orders(count) });
  await desk.importShipments();
  desk.shop.add({ orderNumber: NEW });
  await desk.passes(30);
  const bytes = readBytes();
  expect((await desk.run("importShipments")).value).toMatchObject({ report: { counts: { added: 1 } } });
  return bytes;
}

test("until the first new order is on the list, nothing of a longer list is read but what names its rows", async () => {
  const short = await bytesAt(100);
  await desk.close();
  const long = await bytesAt(1000);
  expect(long.all.others).toBeGreaterThan(5 * short.first.others);
  expect(long.first.others).toBeLessThan(1.01 * short.first.others);
  expect(long.first.names).toBeLessThan(11 * short.first.names);
});

/** Kills the run right after its first commit. */
async function afterTheFirstCommit(prepare: () => void, opened = orders(3)): Promise<readonly string[]> {
  const blade = guillotine();
  const open = async () => {
    desk = await openDesk({ gate: blade.gate, orders: opened });
    await desk.importShipments();
    desk.shop.add({ orderNumber: NEW });
    prepare();
    await desk.passes(30);
  };
  await open();
  const { calls } = await desk.run("importShipments");
  await desk.close();
  await open();
  blade.arm(
    calls.findIndex(({ name }) => name === "Sheets.Spreadsheets.batchUpdate"),
    true,
  );
  expect((await desk.run("importShipments")).outcome).toBe("killed");
  blade.disarm();
  const killed = numbersIn(LIST);
  await desk.passes(1);
  expect((await desk.run("importShipments")).value).toMatchObject({ remedy: "none" });
  return killed;
}

const numbersIn = (sheet: string) => desk.rows(sheet).map((row) => String(row.注文番号 ?? ""));

const types = (sheet: string, rowIndex: number, userEnteredValue: object) =>
  desk.batchUpdate(
    [
      {
        updateCells: {
          start: { sheetId: desk.sheetId(sheet), rowIndex, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue }] }],
          fields: "userEnteredValue",
        },
      },
    ],
    OPERATOR,
  );

test("an order whose number was typed over or emptied comes no second time along with the first new ones", async () => {
  const killed = await afterTheFirstCommit(() => {
    types(LIST, 1, { stringValue: "電話済み" });
    types(LIST, 2, {});
    types(LIST, 3, { stringValue: number(1) });
  });
  expect(killed).toEqual(["電話済み", "", number(1), NEW]);
  expect(numbersIn(LIST)).toEqual([number(1), number(2), number(3), NEW]);
  expect(numbersIn(LINES)).toEqual([number(1), number(2), number(3), NEW]);
});

test("an order whose row somebody deleted waits for the look at the whole, and its lines are not doubled", async () => {
  const killed = await afterTheFirstCommit(() => {
    const range = { sheetId: desk.sheetId(LIST), dimension: "ROWS", startIndex: 1, endIndex: 2 };
    desk.batchUpdate([{ deleteDimension: { range } }]);
  });
  expect(killed).toEqual([number(2), number(3), NEW]);
  expect(numbersIn(LIST)).toEqual([number(2), number(3), NEW, number(1)]);
  expect(numbersIn(LINES)).toEqual([number(1), number(2), number(3), NEW]);
});

test("rows that people copied, and keys in columns that they moved, keep no new order from the list and bring none twice", async () => {
  const killed = await afterTheFirstCommit(() => {
    const sheetId = desk.sheetId(LIST);
    const row = (startRowIndex: number) => ({ sheetId, startRowIndex, endRowIndex: startRowIndex + 1 });
    const source = { sheetId, dimension: "COLUMNS", startIndex: 0, endIndex: 2 };
    desk.batchUpdate(
      [
        { copyPaste: { source: row(1), destination: row(4), pasteType: "PASTE_NORMAL" } },
        { moveDimension: { source, destinationIndex: 6 } },
      ],
      OPERATOR,
    );
  });
  expect(killed).toEqual([number(1), number(2), number(3), number(1), NEW]);
  expect(numbersIn(LIST)).toEqual([number(1), number(2), number(3), number(1), NEW]);
});
