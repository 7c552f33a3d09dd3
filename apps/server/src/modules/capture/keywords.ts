import type { Tx } from '../../platform/db/index.ts';
import { invalidField } from '../../platform/errors/index.ts';
import { isEveryday, readWish, tryWords } from '../consent/index.ts';
import type { EntryPoint } from './entry-point.ts';
import { keywordOf } from './keyword.ts';
import { asksForChoices } from './words/words-in.ts';

/** Refuses words that belong to another place, or that customers mean something else by. */
export async function checkKeywords(
  tx: Tx,
  entryPointId: string,
  { keywords, numberId }: Pick<EntryPoint, 'keywords' | 'numberId'>,
): Promise<void> {
  if (keywords.length === 0) return;
  // Two who take the same word at once must not both get it.
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('capture.keywords ' || $1, 0))`, [
    tx.workspaceId,
  ]);
  for (const word of keywords) await checkMeaning(tx, word);
  const [taken] = await tx.sql<{ name: string; word: string }>(
    `select name, word from entry_points, unnest(keywords) as word
     where workspace_id = $1 and entry_point_id <> $2 and active and number_id = $3 and word = any($4) limit 1`,
    [tx.workspaceId, entryPointId, numberId, keywords],
  );
  if (taken !== undefined)
    throw invalidField(
      'keywords',
      'taken',
      `“${taken.word}” is the word of “${taken.name}” on this number already.`,
    );
}

async function checkMeaning(tx: Tx, word: string): Promise<void> {
  const { read } = await tryWords(tx, word);
  if (read !== null && read.wish !== 'start')
    throw invalidField(
      'keywords',
      'opt_out',
      `“${word}” is how customers ask to get nothing more. Choose a word that asks for something.`,
    );
  if (read !== null)
    throw invalidField(
      'keywords',
      'start',
      `“${word}” is how customers ask for messages again. Choose a word of your own, such as JOIN.`,
    );
  if (isEveryday(word) || asksForChoices(word) !== undefined)
    throw invalidField(
      'keywords',
      'too_common',
      `Customers write “${word}” about anything. Choose a word that means only this.`,
    );
}

/** What a poster has people send must not read as the opposite. */
export function checkMessage({ message }: EntryPoint['look']): void {
  const read = readWish(message);
  if (read === null || read.wish === 'start') return;
  throw invalidField(
    'look.message',
    'opt_out',
    `“${message}” is how customers ask to get nothing more. Write what asks for something.`,
  );
}

/** The place in use at which people opt in with these words. */
export async function whoseKeyword(tx: Tx, words: string): Promise<string | null> {
  const [place] = await tx.sql<{ name: string }>(
    `select name from entry_points where workspace_id = $1 and active and keywords @> array[$2::text] limit 1`,
    [tx.workspaceId, keywordOf(words)],
  );
  return place?.name ?? null;
}
