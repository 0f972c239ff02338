import * as right from "../../../src/desk/ledger/rules/bookings.ts";

export const { bookingsOf, packageKey, takenBackBy, takenBackEntry } = right;

/** Wrong on purpose: what was taken back once is taken for still booked. */
export const standingShipments: typeof right.standingShipments = (entries) =>
  right.standingShipments(entries.map((entry) => ({ ...entry, takesBack: null })));
