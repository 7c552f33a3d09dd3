import type { Emulator } from '../emulator.ts';
import type { Draft, Product } from './records.ts';
import type { Shelves } from './shelves.ts';

/** Puts products into catalogs, and has WhatsApp review how they look. */
export interface Stock {
  /** Creates the product, or changes the one that has this number. */
  keep: (catalogId: string, retailerId: string, draft: Draft) => Product;
  remove: (id: string) => void;
  /** Decides over a product, now. */
  review: (id: string, decision: 'APPROVED' | 'REJECTED') => void;
  readonly setting: { value: { reviewSeconds: number; batchSeconds: number } };
}

/** A change of these is looked at again; a new price is not. */
const reviewed = ['name', 'description', 'imageUrl'] as const;

export function createStock({ world }: Emulator, { products, find }: Shelves): Stock {
  const setting = world.setting('commerce', { reviewSeconds: 3, batchSeconds: 2 });
  const plan = world.tasks.on<{ id: string }>('commerce.review', ({ id }) => {
    const product = products.get(id);
    if (product?.review === 'PENDING' || product?.review === 'OUTDATED')
      products.change(id, { review: isForbidden(product) ? 'REJECTED' : 'APPROVED' });
  });
  const planReview = ({ id }: Product): number =>
    plan(world.clock.now() + setting.value.reviewSeconds * 1000, { id });
  return {
    setting,
    keep(catalogId, retailerId, draft) {
      const now = world.clock.now();
      const old = find(catalogId, retailerId);
      if (!old) {
        const product = { ...empty, ...draft, id: world.ids.next(), catalogId, retailerId };
        const made = products.put({ ...product, review: 'PENDING', createdAt: now, updatedAt: now });
        planReview(made);
        return made;
      }
      const isChanged = reviewed.some((field) => draft[field] !== undefined && draft[field] !== old[field]);
      const more = draft.more ? { ...old.more, ...draft.more } : old.more;
      const changed = products.change(old.id, {
        ...draft,
        more,
        updatedAt: now,
        ...(isChanged && { review: old.review === 'PENDING' ? 'PENDING' : 'OUTDATED' }),
      });
      if (isChanged) planReview(changed);
      return changed;
    },
    remove: (id) => products.delete(id),
    review: (id, decision) => void products.change(id, { review: decision }),
  };
}

const empty: Required<Omit<Draft, 'saleMinor'>> = {
  name: '',
  description: '',
  minor: 0,
  currency: 'INR',
  availability: 'in stock',
  condition: 'new',
  imageUrl: '',
  url: '',
  visibility: 'published',
  more: {},
};

/** What may not be sold on WhatsApp at all, in the words of Indian shops (Meta, "Commerce Policy"). */
const forbidden =
  /\b(?:alcohol|beer|whisky|whiskey|rum|vodka|wine|tobacco|cigarettes?|beedi|gutkha|hookah|guns?|pistols?|rifles?|ammunition|ivory)\b|शराब|तंबाकू|तम्बाकू|सिगरेट|बीड़ी|गुटखा|बंदूक|पिस्तौल/iu;

const isForbidden = ({ name, description }: Product): boolean => forbidden.test(`${name}\n${description}`);
