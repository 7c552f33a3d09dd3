import { isId } from '../../../data/address-id.ts';

export interface TagsSearch {
  /** The tag that is being changed, or `new`. */
  tag?: string | undefined;
  /** The tag that is about to become another. */
  merge?: string | undefined;
}

export function readTagsSearch({ tag, merge }: Record<string, unknown>): TagsSearch {
  return {
    ...(tag === 'new' || isId(tag) ? { tag } : {}),
    ...(isId(merge) ? { merge } : {}),
  };
}
