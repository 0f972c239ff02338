import { inspect } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TransportFailure } from "../../../src/platform/ports.ts";
import type { Rms } from "../../../src/rms/client/client.ts";
import { licenceExpiryOf } from "../../../src/rms/client/licence.ts";
import { fetchStock } from "../../../src/rms/inventory/inventories.ts";
import { moveStock } from "../../../src/rms/inventory/move-stock.ts";
import { fetchItem } from "../../../src/rms/item/fetch-item.ts";
import { fetchGenre } from "../../../src/rms/item/genres.ts";
import { itemPage } from "../../../src/rms/item/items.ts";
import { confirmOrders } from "../../../src/rms/order/confirm-orders.ts";
import { fetchOrders, findOrders } from "../../../src/rms/order/orders.ts";
import { sendShipmentReports, shipmentReportResults } from "../../../src/rms/shipping/shipment-reports.ts";
import { answering, base64, NOON } from "../../support/rms-port.ts";

const shown: string[] = [];
beforeEach(() => {
  shown.length = 0;
  for (const level of ["log", "info", "warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation((...args) => void shown.push(inspect(args)));
});
afterEach(() => void vi.restoreAllMocks());

const pair = { manageNumber: "item1", variantId: "sku1" };
const report = { orderNumber: "1-1-1", baskets: [{ basketId: 1, records: [{ carrier: "1001" }] }] };
const calls: readonly ((rms: Rms, licenseKey: string) => unknown)[] = [
  (rms) => findOrders(rms, { from: NOON, to: NOON }, [300]),
  (rms) => fetchOrders(rms, ["1-1-1"]),
  (rms) => confirmOrders(rms, ["1-1-1"]),
  (rms) => sendShipmentReports(rms, [report]),
  (rms) => shipmentReportResults(rms, "request"),
  (rms) => itemPage(rms, {}),
  (rms) => fetchItem(rms, "item1"),
  (rms) => fetchStock(rms, [pair]),
  (rms) => moveStock(rms, [{ ...pair, difference: 1 }]),
  (rms) => fetchGenre(rms, { genreId: 100_001 }),
  (rms, licenseKey) => licenceExpiryOf(rms, { licenseKey }),
];

/** All that anybody could read of an error: text, stack, own fields, causes. */
const readable = (error: unknown): string =>
  [
    inspect(error, { depth: 12, showHidden: true }),
    String(error),
    (error as Error).stack,
    JSON.stringify(error),
    JSON.stringify(error, Object.getOwnPropertyNames(Object(error))),
  ].join("\n");

const tail = fc.stringMatching(/^[!-~]{12,30}$/);

test("neither key shows in anything that can be read, however a call fails and whatever the answer echoes", () => {
  const statuses = fc.constantFrom(200, 204, 301, 400, 401, 403, 404, 409, 415, 429, 500, 503);
  fc.assert(
    fc.property(tail, tail, statuses, fc.nat(calls.length - 1), fc.nat(8), (one, other, status, call, way) => {
      const keys = { serviceSecret: `SP${one}`, licenseKey: `SL${other}` };
      const token = base64(`${keys.serviceSecret}:${keys.licenseKey}`);
      const forms = [
        keys.serviceSecret,
        keys.licenseKey,
        encodeURIComponent(keys.licenseKey),
        token,
        base64(keys.licenseKey),
      ];
      const echo = forms.join(" ");
      const coded = (code: string) => [
        { errors: [{ code, message: echo, metadata: { propertyPath: code } }] },
        { Results: { errorCode: code, message: echo } },
        {
          MessageModelList: [
            { messageType: "ERROR", messageCode: code, message: `${code}の書式が不正です。`, orderNumber: null },
          ],
        },
        {
          version: {},
          genre: { [code]: echo, children: [{ genreId: code, nameJa: echo }] },
          numFound: echo,
          results: [{ item: { variants: { [code]: { standardPrice: {} } } } }],
          inventories: [{ [code]: 1 }],
          expiryDate: echo,
          OrderModelList: echo,
        },
      ];
      const bodies = [...coded(keys.licenseKey), ...coded(token), `<html>${echo}`, "", echo].map((body) =>
        typeof body === "string" ? body : JSON.stringify(body),
      );
      const desk = answering((request) => {
        const header = request.headers.Authorization ?? "";
        if (way === 0) throw new TransportFailure();
        if (way === 1) throw new Error(`Address unavailable: ${request.url} ${header} ${echo}`);
        if (way === 2) throw Object.assign(new TypeError(echo), { request, cause: new Error(header) });
        return { status, headers: { "retry-after": echo }, body: bodies[(way + status) % bodies.length] ?? "" };
      });
      try {
        const value = calls[call]!(desk.client({ keys: { ...keys, savedAt: NOON } }), keys.licenseKey);
        shown.push(inspect((value as { faults?: unknown } | undefined)?.faults));
      } catch (error) {
        shown.push(readable(error));
      }
      for (const form of forms) expect(shown.join("\n")).not.toContain(form);
      expect(desk.sent.length).toBeGreaterThan(0);
      shown.length = 0;
    }),
    { numRuns: 1500 },
  );
});

test("the check bites: an error with the address in it would be seen", () => {
  expect(readable(new Error("x", { cause: new Error("SLsecret") }))).toContain("SLsecret");
});
