import { connectionBugs } from "./bugs/connection.ts";
import { ledgerBugs } from "./bugs/ledger.ts";
import { masterBugs } from "./bugs/masters.ts";
import { noticeBugs } from "./bugs/notices.ts";
import { productBugs } from "./bugs/products.ts";
import { reportBugs } from "./bugs/reports.ts";
import { retentionBugs } from "./bugs/retention.ts";
import { rmsBugs } from "./bugs/rms.ts";
import { runBugs } from "./bugs/run.ts";
import { scheduleBugs } from "./bugs/schedule.ts";
import { shipmentBugs } from "./bugs/shipments.ts";
import { shopBugs } from "./bugs/shop.ts";
import { stockBugs } from "./bugs/stock.ts";
import { workbookBugs } from "./bugs/workbook.ts";
import type { Mutant } from "./mutant.ts";

/** Bugs as somebody careless or tired might make them, spread over the whole product. */
export const mutants: readonly Mutant[] = [
  ...shopBugs,
  ...rmsBugs,
  ...workbookBugs,
  ...runBugs,
  ...shipmentBugs,
  ...masterBugs,
  ...productBugs,
  ...stockBugs,
  ...ledgerBugs,
  ...reportBugs,
  ...scheduleBugs,
  ...retentionBugs,
  ...noticeBugs,
  ...connectionBugs,
];
