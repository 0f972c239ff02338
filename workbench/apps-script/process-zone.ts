let processZone: string | undefined;

/**
 * Dates in a script are of the script's time zone. V8 has one zone a process, so it is set here, before any thread
 * starts; a second zone in one process would silently move the first host's dates.
 */
export function setProcessZone(timeZone: string): void {
  if (processZone !== undefined && processZone !== timeZone) {
    throw new Error(`workbench: this process runs scripts in ${processZone}, so none in ${timeZone}`);
  }
  processZone = timeZone;
  process.env.TZ = timeZone;
}
