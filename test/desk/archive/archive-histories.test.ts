import fc from "fast-check";
import { expect, test } from "vitest";
import { type ArchiveDesk, archiveDesk, Killed, numbered } from "../../support/archive-desk.ts";

const COUNT = 5;

const edits = {
  memo: (desk: ArchiveDesk, number: string) => typed(desk, number, "作業メモ", "追記"),
  hold: (desk: ArchiveDesk, number: string) => typed(desk, number, "出荷ステータス", "保留"),
  ship: (desk: ArchiveDesk, number: string) => typed(desk, number, "出荷ステータス", "出荷済"),
  inspect: (desk: ArchiveDesk, number: string) => typed(desk, number, "検品数", "1", "出荷明細"),
  sort: (desk: ArchiveDesk, number: string) => {
    const sheetId = desk.sheetId("出荷リスト");
    const sortOrder = number < numbered(3) ? "ASCENDING" : "DESCENDING";
    const range = { sheetId, startRowIndex: 1, endRowIndex: 40, startColumnIndex: 0 };
    desk.change({ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } });
  },
  insert: (desk: ArchiveDesk, number: string) => {
    const sheetId = desk.sheetId(number < numbered(3) ? "出荷リスト" : "出荷明細");
    desk.change({ insertDimension: { range: { sheetId, dimension: "ROWS", startIndex: 2, endIndex: 3 } } });
  },
  tidy: (desk: ArchiveDesk) => {
    const sheetId = desk.sheetId("出荷リスト");
    const blank = desk.blankRow("出荷リスト");
    if (blank > 0)
      desk.change({
        deleteDimension: { range: { sheetId, dimension: "ROWS", startIndex: blank, endIndex: blank + 1 } },
      });
  },
};

/** On an order that has left by now there is nothing to type. */
function typed(desk: ArchiveDesk, number: string, header: string, value: string, sheet = "出荷リスト"): void {
  if (desk.rows(sheet).some((row) => row.注文番号 === number)) desk.types(number, header, value, sheet);
}

const step = fc.record({
  edit: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
  order: fc.integer({ min: 1, max: COUNT }),
  at: fc.integer({ min: 0, max: 40 }),
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "whatever staff do between the calls of runs that may die, each order is whole in one place, with what they wrote (%i)",
  (seed) => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ steps: fc.array(step, { maxLength: 4 }), dies: fc.option(fc.integer({ min: 0, max: 45 })) }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        (runs) => {
          const desk = archiveDesk();
          const all = Array.from({ length: COUNT }, (_, at) => numbered(at + 1));
          desk.lists(
            ...all.map((number, at) => ({
              number,
              parcels: 1 + (at % 2),
              shippedOn: at < 3 ? "2026-08-20" : "2026-09-02",
            })),
          );
          const memos = new Set<string>();
          for (const { steps, dies } of runs) {
            try {
              desk.run((_, nth, after) => {
                if (after && nth === dies) throw new Killed();
                if (after) return;
                for (const { edit, order, at } of steps) {
                  if (at !== nth) continue;
                  const number = numbered(order);
                  if (edit === "memo" && desk.rows("出荷リスト").some((row) => row.注文番号 === number))
                    memos.add(number);
                  edits[edit](desk, number);
                }
              });
            } catch (error) {
              if (!(error instanceof Killed)) throw error;
            }
          }
          desk.run();
          const found = desk.everywhere();
          expect(found.map((order) => order.split(": ")[1]).sort()).toEqual(
            all.map((number, at) => (at % 2 === 0 ? `${number} 1/2` : `${number} 2/4`)),
          );
          const places = [desk.sheets.spreadsheetId, ...desk.archives().values()];
          const kept = places.flatMap((id) => desk.rows("出荷リスト", id));
          for (const number of memos)
            expect(kept.filter((row) => row.注文番号 === number).some((row) => row.作業メモ === "追記")).toBe(true);
        },
      ),
      { numRuns: 3, seed },
    );
  },
);
