/** The workbench behind the page, as one person. */
import type { CurrentCell } from "../apps-script/execution/protocol.ts";
import type { Reply } from "../apps-script/ui.ts";
import type { Outcome, PageEvent, PageSettings } from "../server/page-event.ts";

async function call<Result>(path: string, user: string, body?: unknown): Promise<Result> {
  const response = await fetch(path, {
    headers: { "content-type": "application/json", "x-workbench-user": user },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return response.json();
}

export const settings = (): Promise<PageSettings> => call("/api/settings", "");
/** As a person does who opens the spreadsheet: the script adds its menus. */
export const open = (user: string): Promise<Outcome> => call("/api/open", user, { fn: "onOpen" });
/** What a script is started with tells where the person is in this window, as with Google. */
export const choose = (user: string, fn: string, currentCell: CurrentCell | undefined): Promise<Outcome> =>
  call("/api/menu", user, { fn, currentCell });
export const run = (
  user: string,
  fn: string,
  args: unknown[],
  currentCell: CurrentCell | undefined,
): Promise<Outcome> => call("/api/run", user, { fn, args, currentCell });
export const answer = (user: string, id: string, reply: Reply): Promise<unknown> =>
  call(`/api/dialog/${id}`, user, reply);

export interface EventHandlers {
  readonly onEvent: (event: PageEvent) => void;
  readonly onConnection: (connected: boolean) => void;
}

/** The browser connects again by itself after a break; what was asked meanwhile comes with the new connection. */
export function listen(user: string, { onEvent, onConnection }: EventHandlers): () => void {
  const source = new EventSource(`/api/events?user=${encodeURIComponent(user)}`);
  source.onopen = () => onConnection(true);
  source.onerror = () => onConnection(false);
  source.onmessage = ({ data }) => onEvent(JSON.parse(data));
  return () => source.close();
}
