/** What has the same name together, the groups in the order of their first and each in the order given. */
export function groupedBy<One, Name>(all: Iterable<One>, nameOf: (one: One) => Name): Map<Name, One[]> {
  const groups = new Map<Name, One[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return groups;
}
