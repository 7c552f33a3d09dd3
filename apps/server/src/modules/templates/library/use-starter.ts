import type { Tx } from '../../../platform/db/index.ts';
import { assert, notFound } from '../../../platform/errors/index.ts';
import { saveDraft } from '../drafts/draft.ts';
import { addLanguage, createFamily } from '../families/create-family.ts';
import { suggestName } from '../families/settings.ts';
import { starters } from './starters.ts';

interface Wish {
  key: string;
  languages: readonly ('en' | 'hi')[];
  accountIds: string[];
}

/** A family of one's own with the words of a starter, as drafts, under a free name. */
export async function useStarter(tx: Tx, { key, languages, accountIds }: Wish) {
  const starter = starters.find((each) => each.key === key);
  if (starter === undefined) throw notFound('template of the library');
  const { category, contents, title } = starter;
  const [first, ...others] = [...new Set(languages)];
  assert(first !== undefined, 'the contract wants a language');
  const { name } = await suggestName(tx, { category, topic: key });
  const { familyId } = await createFamily(tx, {
    name,
    category,
    language: first,
    purpose: null,
    note: title.en,
    accountIds,
    content: contents[first],
  });
  for (const language of others) {
    const { variants } = await addLanguage(tx, { familyId, language });
    const added = variants.find((variant) => variant.language === language);
    assert(added !== undefined, 'a language that was added is there');
    await saveDraft(tx, {
      variantId: added.variantId,
      revision: added.draft?.revision ?? 0,
      content: contents[language],
    });
  }
  return { familyId, name };
}
