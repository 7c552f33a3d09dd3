interface OnePage<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** All pages of a list that stays small: the people, roles and keys of one workspace, searched and sorted here. */
export async function everyPage<Item>(
  load: (page: { limit: number; cursor?: string }) => Promise<OnePage<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await load({ limit: 200, ...(cursor ? { cursor } : {}) });
    all.push(...items);
    if (nextCursor === null) return all;
    cursor = nextCursor;
  }
}
