import { readFileSync } from "node:fs";

/** When a process began, as text without blanks that no other process of this number has; undefined where the system does not tell. */
export function bornAt(pid: number): string | undefined {
  try {
    // Its name, in brackets, may hold anything. What comes behind are fields, the 22nd of all the time since the boot.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
