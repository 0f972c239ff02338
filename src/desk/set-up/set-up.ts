import { captions } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import { type BatchUpdate, type Platform, SheetsFailure } from "../../platform/ports.ts";
import { alone, busy } from "../../run/alone.ts";
import { type Notice, problemFrom, show } from "../../run/notice.ts";
import { stored, storedName } from "../../run/stored.ts";
import { carrierLabel } from "../../shop/carrier.ts";
import { knownDeliveryMethods } from "../../shop/delivery-method.ts";
import { knownPaymentMethods } from "../../shop/payment-method.ts";
import { knownTimeBands } from "../../shop/time-band.ts";
import { termLabel } from "../../shop/wished-term.ts";
import { patientReads, sheetsProblem } from "../../workbook/read/patient-sheets.ts";
import { HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../workbook/set-up/look.ts";
import { seed } from "../../workbook/set-up/seed.ts";
import { setUpRequests } from "../../workbook/set-up/set-up.ts";
import { operatorOf } from "../connection/operator.ts";
import { deliveryTable } from "../masters/delivery-table.ts";
import { DEFAULT_PAYMENT, paymentTable } from "../masters/payment-table.ts";
import { timeBandTable } from "../masters/time-band-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { allTables } from "../tables.ts";
import { SET_UP_DONE } from "./set-up-done.ts";

const TITLE = captions.setUp;

/** Who chose it last. */
const setUpBy = stored(SET_UP_DONE, storedName, undefined);

const seeds = [
  seed(
    deliveryTable,
    knownDeliveryMethods.map((method) => ({ method, state: "要確認" })),
  ),
  seed(
    timeBandTable,
    knownTimeBands.map(({ carrier, term, code }) => ({ carrier: carrierLabel(carrier), term: termLabel(term), code })),
  ),
  seed(
    paymentTable,
    knownPaymentMethods.map(({ code, name }) => ({ code: String(code), name })),
    [{ code: DEFAULT_PAYMENT, name: "上記以外・空欄のときに使う値（必須）", target: 300 }],
  ),
];
/** In place of an address that Google does not tell. */
const NOBODY = "1";

const seeded = new Set(seeds.map(({ table }) => table));

/** Creates the sheets that the add-on works with, and repairs what is missing of them; what people did stays. */
export function setUp(platform: Platform): Notice {
  const notice = alone(platform, TITLE, () => noticeOf(platform)) ?? busy(platform);
  show(platform, TITLE, notice);
  return notice;
}

function noticeOf(platform: Platform): Notice {
  try {
    const changed = prepare(platform);
    setUpBy.write(platform.shared, platform.who || NOBODY);
    platform.screen.bringToFront(shipmentTable.sheet);
    const message = changed ? "シートを用意しました。" : "シートはすべて揃っています。";
    return { remedy: "none", message, rmsCalls: 0 };
  } catch (error) {
    const problem = problemFrom(platform, error instanceof SheetsFailure ? sheetsProblem(error) : error);
    return { remedy: problem.remedy, message: problem.message, rmsCalls: 0 };
  }
}

/** Two reads and one commit; false when there was nothing to do. */
function prepare({ sheets, clock, shared, who }: Platform): boolean {
  const operator = operatorOf({ shared });
  if (operator !== undefined && operator !== who)
    throw new Problem("fix", `${TITLE}は、楽天と連携している ${operator} さんが実行してください。`);
  const reads = patientReads(sheets, clock);
  const book = reads.get({ fields: SHEET_FIELDS });
  const ranges = setUpRanges(book, allTables, seeded);
  const looked = ranges.length === 0 ? {} : reads.get({ ranges, fields: HEADER_FIELDS });
  const anew = setUpBy.read(shared) !== (who || NOBODY);
  const requests = setUpRequests(book, looked, { tables: allTables, seeds, who, anew });
  if (requests.length > 0) sheets.batchUpdate({ requests } satisfies BatchUpdate);
  return requests.length > 0;
}
