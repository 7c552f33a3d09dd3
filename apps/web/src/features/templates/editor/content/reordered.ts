/**
 * What is kept by place, such as `button.0.url`, when things of a list move: `order` names their former places in the
 * new order. What left the list leaves nothing behind.
 */
export function reordered<Value>(
  record: Readonly<Record<string, Value>>,
  list: string,
  order: readonly number[],
): Record<string, Value> {
  const inList = new RegExp(`^${list.replaceAll('.', '\\.')}\\.(\\d+)(\\..+)?$`);
  return Object.fromEntries(
    Object.entries(record).flatMap(([place, value]) => {
      const found = inList.exec(place);
      if (!found) return [[place, value]];
      const to = order.indexOf(Number(found[1]));
      return to < 0 ? [] : [[`${list}.${to}${found[2] ?? ''}`, value]];
    }),
  );
}

/** The numbers up to `count` with one of them elsewhere. */
export function moved(count: number, from: number, to: number): number[] {
  const rest = Array.from({ length: count }, (_, at) => at).filter((at) => at !== from);
  return to < 0 ? rest : rest.toSpliced(to, 0, from);
}
