import * as right from "../../../src/rms/client/client.ts";

/** Wrong on purpose: whatever got no answer is sent again, also what moves the shop's stock. */
export const rmsClient: typeof right.rmsClient = (options) => {
  const rms = right.rmsClient(options);
  return { ...rms, call: (endpoint, request) => rms.call({ ...endpoint, repeatable: true }, request) };
};
