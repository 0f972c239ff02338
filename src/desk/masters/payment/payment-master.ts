import type { PastTarget, PaymentTargets } from "../../../shop/payment-target.ts";
import type { Book } from "../../../workbook/commit/book.ts";
import type { CellFault } from "../../../workbook/commit/mark.ts";
import { entriesOf } from "../entry.ts";
import { paymentTable } from "./payment-table.ts";
import { type Payments, readPayments, targetsOf } from "./payments.ts";

/** 支払方法マスタ for a job that needs no other master. */
export interface PaymentMaster extends Pick<Payments, "names"> {
  readonly targets: PaymentTargets;
  readonly cellFaults: readonly CellFault[];
}

/** Throws CellProblem where nothing of it can be used; `standing` are cells that do not stop a run and are marked as well. */
export function readPaymentMaster(
  book: Book,
  { pastTarget }: { readonly pastTarget: PastTarget },
  standing: readonly CellFault[],
): PaymentMaster {
  const faults: CellFault[] = [];
  const payments = readPayments(entriesOf(book.state(paymentTable), faults));
  const targets = targetsOf(payments, pastTarget, faults, standing);
  return { targets, names: payments.names, cellFaults: faults };
}
