/** A server on 127.0.0.1 that has its port before it has anything to serve. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

type Answer = Parameters<typeof createAdaptorServer>[0]["fetch"];

export interface Listener {
  readonly url: string;
  /** Who called earlier was kept waiting for this. */
  answer(answer: Answer): void;
  close(): Promise<void>;
}

/** Port 0 takes one that is free. */
export async function listen(port = 0): Promise<Listener> {
  let answer: (answer: Answer) => void = () => {};
  const answering = new Promise<Answer>((resolve) => {
    answer = resolve;
  });
  const hostname = "127.0.0.1";
  const server = createAdaptorServer({ fetch: async (...call) => (await answering)(...call), hostname });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(sentenceOf(error, port)));
    server.listen(port, hostname, resolve);
  });
  return {
    url: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    answer,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Event streams and kept connections never end by themselves.
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

const sentenceOf = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken; --port 0 takes a free one.`) : error;
