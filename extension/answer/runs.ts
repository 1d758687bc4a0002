/** Things that hang together, one by the next. */

/** Groups of which each member is next to another of it, in any order; one alone is a group, too. */
export function inRuns<T>(things: readonly T[], isNext: (a: T, b: T) => boolean): T[][] {
  const left = new Set(things);
  const groups: T[][] = [];
  for (const first of things) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group)
      for (const other of left)
        if (isNext(member, other)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}
