import { captions } from "../../core/menu-texts.ts";
import { type Platform, type TickMinutes, TriggerRefused } from "../../platform/ports.ts";
import { stored, storedName } from "../../run/stored.ts";
import { keysNeeded } from "../connection/keys-needed.ts";
import { operatorOf } from "../connection/operator.ts";
import { showStatus } from "../connection/status.ts";
import { storedKeys } from "../connection/stored-keys.ts";
import { isCopy } from "./copied.ts";
import * as texts from "./rules/owner-texts.ts";
import { removeTickOwner, setTickOwner, type TickOwner, tickOwner } from "./tick-owner.ts";

/** The function of main.ts that Google's trigger calls. */
const TICK = "tick";

/** What somebody wants of 自動連携, with the title under which they hear what came of it. */
interface Wish {
  readonly platform: Platform;
  readonly title: string;
}

/** Makes whoever runs the one whose trigger looks after the spreadsheet, where nobody else is. */
export function startSchedule(platform: Platform): void {
  const owner = tickOwner(platform);
  const wish = { platform, title: captions.startSchedule };
  if (owner === undefined) begin(wish);
  else tell(wish, isMine(platform, owner) ? texts.running(owner) : texts.ownedBy(owner));
}

/** Makes the trigger anew: Google tells nobody that it has disabled one. */
export function repairSchedule(platform: Platform): void {
  const owner = tickOwner(platform);
  const wish = { platform, title: captions.repairSchedule };
  if (owner === undefined) tell(wish, isCopy(platform) ? texts.COPIED : texts.NOT_RUNNING);
  else if (isMine(platform, owner)) install(wish, owner.since, texts.repaired);
  else tell(wish, texts.ownedBy(owner));
}

export function takeOverSchedule(platform: Platform): void {
  const owner = tickOwner(platform);
  const wish = { platform, title: captions.takeOverSchedule };
  if (owner === undefined) begin(wish);
  else if (isMine(platform, owner)) tell(wish, texts.running(owner));
  else if (typed(wish, texts.askTakeOver(owner)) === texts.TAKE_OVER) begin(wish);
}

export function stopSchedule(platform: Platform): void {
  const owner = tickOwner(platform);
  const wish = { platform, title: captions.stopSchedule };
  if (owner === undefined) tell(wish, texts.NOT_RUNNING);
  else if (!isMine(platform, owner)) tell(wish, texts.ownedBy(owner));
  else if (typed(wish, texts.askStop(owner)) === texts.STOP) end(wish);
}

const tell = ({ platform, title }: Wish, message: string): void => platform.screen.alert(title, message);

const typed = ({ platform, title }: Wish, question: string): string | undefined =>
  platform.screen.ask(title, question)?.trim();

const isMine = ({ who }: Platform, owner: TickOwner): boolean => owner.who === who;

/** Jobs run with the keys of whoever owns the trigger: without any there would be nothing to run. */
function begin(wish: Wish): void {
  const { platform } = wish;
  if (platform.who === "") tell(wish, texts.NAMELESS);
  else if (storedKeys(platform) !== undefined) install(wish, platform.clock.now().toISOString(), texts.started);
  else tell(wish, isCopy(platform) ? texts.COPIED : keysNeeded(operatorOf(platform)).message);
}

/** The owner is noted last: a trigger that nobody owns removes itself. */
function install(wish: Wish, since: string, done: (owner: TickOwner) => string): void {
  const { platform } = wish;
  const { who, clock, own, spreadsheetId } = platform;
  try {
    removeTrigger(platform);
    const madeAt = clock.now().toISOString();
    const owner = { ...createTrigger(platform), who, since, madeAt, spreadsheetId };
    ownTrigger(platform).write(own, owner.triggerId);
    setTickOwner(platform, owner);
    showStatus(platform);
    tell(wish, done(owner));
  } catch (error) {
    if (!(error instanceof TriggerRefused)) throw error;
    tell(wish, texts.notAllowed(error.message));
  }
}

function end(wish: Wish): void {
  const { platform } = wish;
  removeTickOwner(platform);
  removeTrigger(platform);
  showStatus(platform);
  tell(wish, texts.STOPPED);
}

/** Among the triggers of an add-on may be those of other spreadsheets, which nothing tells apart but this. */
const ownTrigger = ({ spreadsheetId }: Platform) => stored(`tick-trigger:${spreadsheetId}`, storedName, undefined);

/** An add-on may have one only. */
function removeTrigger(platform: Platform): void {
  const id = ownTrigger(platform).read(platform.own);
  if (id === undefined) return;
  platform.triggers.remove(id);
  ownTrigger(platform).forget(platform.own);
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
