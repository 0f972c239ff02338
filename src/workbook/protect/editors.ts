/** Who may change everything in the sheets. Everybody else who may edit the file works in the columns of staff alone. */
export interface Editors {
  /** E-mail addresses; whoever runs is among them. */
  readonly users: readonly string[];
  /** Google lets the owner of the file through, whatever is set; undefined where nobody owns it. */
  owner(): string | undefined;
}

type Seen = GoogleAppsScript.Sheets.Schema.Editors | undefined;

/** Whether exactly these people are let through, as Google shows it to those who are. */
export function isFor({ users, owner }: Editors, seen: Seen): boolean {
  const plain = (addresses: readonly string[]) => new Set(addresses.map((address) => address.toLowerCase()));
  const [wanted, found] = [plain(users), plain(seen?.users ?? [])];
  if (seen?.domainUsersCanEdit || seen?.groups?.length || [...wanted].some((user) => !found.has(user))) return false;
  const others = [...found].filter((user) => !wanted.has(user));
  return others.length === 0 || (others.length === 1 && others[0] === owner()?.toLowerCase());
}
