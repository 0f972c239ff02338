import type { Problem } from "../../core/problem.ts";
import { type BatchUpdate, type BatchUpdateReply, SheetsFailure } from "../../platform/ports.ts";
import type { Memory } from "../memory.ts";
import {
  backOff,
  fullWorkbook,
  isFull,
  isOutOfPlace,
  overtaken,
  passes,
  SHEETS_ATTEMPTS,
  sheetsProblem,
} from "../read/patient-sheets.ts";
import { bookState, readMemory, readPositions } from "../read/read.ts";
import type { States } from "../read/snapshot.ts";
import { SPARES } from "./grow.ts";
import { renewGuards } from "./guard.ts";
import type { OpenBook } from "./open-book.ts";
import { isColumnRefused, isOvertaken } from "./overtaken.ts";
import { needsKeys, type Placement } from "./placement.ts";

/** How to see what is at the places written to; throws Problem. */
type Proof = () => States;

/** Undefined when the commit has to be tried again. */
export function send(
  open: OpenBook,
  places: readonly Placement[],
  positions: States,
  request: BatchUpdate,
  memory: Memory,
  attempt: number,
): Proof | undefined {
  try {
    const reply = open.reads.batchUpdate(request);
    open.memory = { metadataId: createdId(reply) ?? open.memory.metadataId, memory };
    const touched = places.map(({ position }) => position.table);
    return () => bookState(reply.updatedSpreadsheet ?? {}, touched).states;
  } catch (error) {
    if (!(error instanceof SheetsFailure)) throw error;
    if (error.code === 400 && attempt < SHEETS_ATTEMPTS && mayPass(open, places, positions, request, error))
      return undefined;
    if (!passes(error)) throw refusal(open, places, positions, error);
    if (attempt < SHEETS_ATTEMPTS) backOff(open.clock, attempt);
    const proof = provenLater(open, places, memory);
    if (proof === undefined && attempt === SHEETS_ATTEMPTS) throw sheetsProblem(error);
    return proof;
  }
}

/**
 * Whether a refused commit may pass another time: with fewer spare rows, with a new guard, with a memory that is found, without new
 * protections, or after a new look, as rows and columns moved or went since the last.
 */
function mayPass(
  open: OpenBook,
  places: readonly Placement[],
  positions: States,
  { requests = [] }: BatchUpdate,
  failure: SheetsFailure,
): boolean {
  if (isFull(failure)) return ++open.spare < SPARES.length;
  if (isColumnRefused(open, requests, positions, failure)) return true;
  if (open.editors !== undefined && OF_PROTECTION.test(failure.message))
    return isOvertaken(open, positions) || leaveProtections(open, failure);
  if (memoryMoved(open) || renewGuards(open.reads, places)) return true;
  return isOvertaken(open, positions) || isOutOfPlace(failure);
}

const OF_PROTECTION = /^Invalid requests\[\d+\]\.(add|delete)ProtectedRange/;

/** Somebody's address may be none any more: that must not keep what was imported out of the sheets. */
function leaveProtections(open: OpenBook, { message }: SheetsFailure): boolean {
  // One that people took away in this moment is no fault of any address; the next run protects again.
  open.editors?.renewed(/deleteProtectedRange/.test(message) ? undefined : message);
  open.editors = undefined;
  return true;
}

const createdId = ({ replies = [] }: BatchUpdateReply): number | undefined =>
  replies.map((reply) => reply.createDeveloperMetadata?.developerMetadata?.metadataId).find((id) => id !== undefined);

/** Somebody deleted the memory, so that a commit that names it is refused: the next try makes it anew, or finds it. */
function memoryMoved(open: OpenBook): boolean {
  const { metadataId } = readMemory(open.reads);
  if (metadataId === open.memory.metadataId) return false;
  open.memory = { metadataId, memory: open.memory.memory };
  return true;
}

/** The answer was lost: the memory that travels with each commit tells whether it was applied. */
function provenLater(open: OpenBook, places: readonly Placement[], memory: Memory): Proof | undefined {
  if (open.unlocked) return undefined;
  const stored = readMemory(open.reads);
  open.memory = { metadataId: stored.metadataId, memory: open.memory.memory };
  if (stored.memory.commit !== memory.commit) return undefined;
  open.memory = stored;
  const keyed = new Set(
    places.filter((place) => needsKeys(place.position.table, place)).map(({ position }) => position.table),
  );
  const positions = places.map(({ position }) => position);
  return () => readPositions(open.reads, positions, { keyed });
}

const growing = (places: readonly Placement[]): string[] =>
  places.filter(({ added }) => added.size > 0).map(({ position }) => position.table.sheet);

/** A sheet that was deleted meanwhile is named by the look at what moved. */
function refusal(open: OpenBook, places: readonly Placement[], positions: States, failure: SheetsFailure): Problem {
  if (isFull(failure)) return fullWorkbook(growing(places), failure);
  return failure.code === 400 && isOvertaken(open, positions) ? overtaken(failure) : sheetsProblem(failure);
}
