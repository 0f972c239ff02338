import { expect, test } from "vitest";
import { authorization, redaction } from "../../../src/rms/client/authorization.ts";
import { base64 } from "../../support/rms-port.ts";

const keys = { serviceSecret: "SP000000_one", licenseKey: "SL000000_two+/=" };

test("every form in which a key is sent is struck out of a text", () => {
  const text = [
    keys.serviceSecret,
    keys.licenseKey,
    encodeURIComponent(keys.licenseKey),
    base64(keys.licenseKey),
    authorization(keys, base64),
  ].join(" / ");
  expect(redaction(keys, base64)(text)).toBe("*** / *** / *** / *** / ESA ***");
});
