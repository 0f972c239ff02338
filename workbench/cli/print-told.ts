import type { Workbench } from "../workbench.ts";

/** Prints what the add-on would have sent, as each execution ends: nothing leaves the machine. */
export function printTold({ host, webhooks }: Pick<Workbench, "host" | "webhooks">): void {
  let printed = 0;
  host.onExecution(() => {
    const told = [
      ...host.mail().map(({ at, to, subject, body }) => ({ at, text: `Mail to ${to}: ${subject}\n${body}` })),
      ...webhooks.posted.map(({ at, origin, text }) => ({ at, text: `Message to ${origin}:\n${text}` })),
    ].sort((one, other) => one.at.getTime() - other.at.getTime());
    for (const { text } of told.slice(printed)) process.stdout.write(`${text}\n\n`);
    printed = told.length;
  });
}
