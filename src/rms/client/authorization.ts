import type { Keys } from "../../shop/keys.ts";

/** The value of the Authorization header. */
export const authorization = ({ serviceSecret, licenseKey }: Keys, base64: (text: string) => string): string =>
  `ESA ${base64(`${serviceSecret}:${licenseKey}`)}`;

/** Strikes the keys out of a text, in every form in which they are sent. */
export function redaction(keys: Keys, base64: (text: string) => string): (text: string) => string {
  const { serviceSecret, licenseKey } = keys;
  const plain = [serviceSecret, licenseKey];
  const secrets = [
    authorization(keys, base64).replace("ESA ", ""),
    ...plain,
    ...plain.map(encodeURIComponent),
    ...plain.map(base64),
  ];
  return (text) => secrets.reduce((rest, secret) => rest.split(secret).join("***"), text);
}
