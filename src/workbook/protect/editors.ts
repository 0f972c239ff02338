/** Who may change everything in the sheets. Everybody else who may edit the file works in the columns of staff alone. */
export interface Editors {
  /** E-mail addresses; whoever runs is among them, unless Google hides who that is. */
  readonly users: readonly string[];
  readonly isRunnerHidden?: boolean;
  /** Google lets the owner of the file through, whatever is set; undefined where nobody owns it. */
  owner(): string | undefined;
}

type Seen = GoogleAppsScript.Sheets.Schema.Editors | undefined;

/** Whether exactly these people are let through, as Google shows it to those who are. */
export function isFor({ users, isRunnerHidden = false, owner }: Editors, seen: Seen): boolean {
  const plain = (addresses: readonly string[]) => new Set(addresses.map((address) => address.toLowerCase()));
  const [wanted, found] = [plain(users), plain(seen?.users ?? [])];
  if (seen?.domainUsersCanEdit || seen?.groups?.length || [...wanted].some((user) => !found.has(user))) return false;
  const others = [...found].filter((user) => !wanted.has(user));
  if (others.length === 0) return true;
  const ownedBy = owner()?.toLowerCase();
  return others.filter((user) => user !== ownedBy).length <= (isRunnerHidden ? 1 : 0);
}
