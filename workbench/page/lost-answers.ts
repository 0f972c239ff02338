/** An edit without an answer: nobody knows whether it was stored until the engine has been read again. */
import { type SheetsClient, SheetsRefusal } from "./sheets-client.ts";

export interface LostAnswers {
  onLost(): void;
  /** The engine was read since: what the page shows now is what is stored. */
  onKnown(): void;
}

export function watchingAnswers(client: SheetsClient, { onLost, onKnown }: LostAnswers): SheetsClient {
  let unknown = false;
  async function read<Result>(reading: Promise<Result>): Promise<Result> {
    const result = await reading;
    if (unknown) onKnown();
    unknown = false;
    return result;
  }
  return {
    ...client,
    frames: (through) => read(client.frames(through)),
    rows: (query) => read(client.rows(query)),
    enter: (title, entry) =>
      client.enter(title, entry).catch((error) => {
        if (!(error instanceof SheetsRefusal)) {
          unknown = true;
          onLost();
        }
        throw error;
      }),
  };
}
