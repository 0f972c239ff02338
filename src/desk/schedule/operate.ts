import { captions } from "../../core/menu-texts.ts";
import { type Platform, type TickMinutes, TriggerRefused } from "../../platform/ports.ts";
import { keysNeeded } from "../connection/keys-needed.ts";
import { operatorOf } from "../connection/operator.ts";
import { storedKeys } from "../connection/stored-keys.ts";
import { isCopy, showAutomation } from "./automation-line.ts";
import * as texts from "./rules/owner-texts.ts";
import { removeTickOwner, setTickOwner, type TickOwner, tickOwner } from "./tick-owner.ts";

/** The function of main.ts that Google's trigger calls. */
const TICK = "tick";

/** Makes whoever runs the one whose trigger looks after the spreadsheet, where nobody else is. */
export function startSchedule(platform: Platform): void {
  const owner = tickOwner(platform);
  if (owner === undefined) begin(platform, captions.startSchedule);
  else platform.screen.alert(captions.startSchedule, isMine(platform, owner) ? texts.running(owner) : texts.ownedBy(owner));
}

/** Makes the trigger anew: Google tells nobody that it has disabled one. */
export function repairSchedule(platform: Platform): void {
  const title = captions.repairSchedule;
  const owner = tickOwner(platform);
  if (owner === undefined) return platform.screen.alert(title, isCopy(platform) ? texts.COPIED : texts.NOT_RUNNING);
  if (!isMine(platform, owner)) return platform.screen.alert(title, texts.ownedBy(owner));
  install(platform, title, owner.since, texts.repaired);
}

export function takeOverSchedule(platform: Platform): void {
  const title = captions.takeOverSchedule;
  const owner = tickOwner(platform);
  if (owner === undefined) return begin(platform, title);
  if (isMine(platform, owner)) return platform.screen.alert(title, texts.running(owner));
  const typed = platform.screen.ask(title, texts.askTakeOver(owner));
  if (typed?.trim() === texts.TAKE_OVER) begin(platform, title);
}

export function stopSchedule(platform: Platform): void {
  const title = captions.stopSchedule;
  const owner = tickOwner(platform);
  if (owner === undefined) return platform.screen.alert(title, texts.NOT_RUNNING);
  if (!isMine(platform, owner)) return platform.screen.alert(title, texts.ownedBy(owner));
  if (platform.screen.ask(title, texts.askStop(owner))?.trim() !== texts.STOP) return;
  removeTickOwner(platform);
  removeTriggers(platform);
  showAutomation(platform);
  platform.screen.alert(title, texts.STOPPED);
}

const isMine = ({ who }: Platform, owner: TickOwner): boolean => owner.who === who;

/** Jobs run with the keys of whoever owns the trigger: without any there would be nothing to run. */
function begin(platform: Platform, title: string): void {
  const { screen, who, clock } = platform;
  if (who === "") return screen.alert(title, texts.NAMELESS);
  if (storedKeys(platform) === undefined)
    return screen.alert(title, isCopy(platform) ? texts.COPIED : keysNeeded(operatorOf(platform)).message);
  install(platform, title, clock.now().toISOString(), texts.started);
}

/** The owner is noted last: a trigger that nobody owns removes itself. */
function install(platform: Platform, title: string, since: string, done: (owner: TickOwner) => string): void {
  const { screen, who, spreadsheetId } = platform;
  try {
    removeTriggers(platform);
    const owner = { ...createTrigger(platform), who, since, spreadsheetId };
    setTickOwner(platform, owner);
    showAutomation(platform);
    screen.alert(title, done(owner));
  } catch (error) {
    if (!(error instanceof TriggerRefused)) throw error;
    screen.alert(title, texts.notAllowed(error.message));
  }
}

/** An add-on may have one trigger only, and Google's scripts twenty. */
function removeTriggers({ triggers }: Platform): void {
  for (const { id, fn } of triggers.mine()) if (fn === TICK) triggers.remove(id);
}

function createTrigger({ triggers }: Platform): { readonly triggerId: string; readonly minutes: TickMinutes } {
  const every = (minutes: TickMinutes) => ({ triggerId: triggers.every(TICK, minutes), minutes });
  try {
    return every(5);
  } catch (error) {
    if (error instanceof TriggerRefused && error.tooOften) return every(60);
    throw error;
  }
}
