import { isUniqueViolation, type Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { wordsOf } from './normalise.ts';
import { readWish, type ReadWish, type Wish } from './read-wish.ts';
import { mostOwnWords } from './said.ts';

interface OwnWord {
  wordId: string;
  words: string;
  wish: Wish;
  createdAt: Date;
}

const columns = `word_id as "wordId", words, wish, created_at as "createdAt"`;

export const listWords = async (tx: Tx): Promise<{ items: OwnWord[] }> => ({
  items: await tx.sql<OwnWord>(
    `select ${columns} from opt_out_words where workspace_id = $1 order by lower(words)`,
    [tx.workspaceId],
  ),
});

/** The name of what people opt in at by these words, if there is such a place. */
export type WhoseKeyword = (tx: Tx, words: string) => Promise<string | null>;

export async function addWord(
  tx: Tx,
  whoseKeyword: WhoseKeyword,
  { words, wish }: { words: string; wish: Wish },
): Promise<OwnWord> {
  const spoken = wordsOf(words).join(' ');
  const danger = dangerOf(spoken, wish);
  if (danger !== null) throw invalidField('words', danger.code, danger.sentence);
  const place = await whoseKeyword(tx, words);
  if (place !== null) throw invalidField('words', 'keyword', `People opt in with these words at “${place}”.`);
  try {
    const [row] = await tx.sql<OwnWord>(
      `insert into opt_out_words (workspace_id, word_id, words, spoken, wish, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
      [tx.workspaceId, newId(tx.now), words, spoken, wish, tx.now, `${tx.actor.kind} ${tx.actor.id}`],
    );
    return row!;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw invalidField('words', 'taken', 'These words are there already.');
  }
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).flatMap(wordsOf));

/** What people say all day to whomever they talk with, in the form in which words are compared. */
const everyday = setOf(
  `yes no ok okay hi hello hey bye thanks thank you please cancel end quit exit later done help good nice haan ha nahi
   nai theek hai thik accha namaste band ruko bas vaddu vendam venda beda nako na ji sir bhai dada anna didi हाँ नहीं
   ठीक है जी अच्छा रुको बस না হ্যাঁ நன்றி வேண்டாம் ஆமாம் ఇல్ల వద్దు అవును ಬೇಡ ಹೌದು വേണ്ട അതെ નહીં હા ਨਹੀਂ ਹਾਂ नको नाही
   हो`,
);

/** And what they ask a shop for. */
const asked = setOf(
  'price order offer info menu call me buy pay today tomorrow now kitna bhejo chahiye कितना भेजो चाहिए',
);

/** Whether nothing can be read into a text, since everybody says that. */
export function isEveryday(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => everyday.has(word));
}

interface Danger {
  code: string;
  sentence: string;
}

/** Why words would be heard where nobody meant them. */
function dangerOf(spoken: string, wish: Wish): Danger | null {
  const words = spoken.split(' ').filter((word) => word !== '');
  if (words.length === 0) return { code: 'no_words', sentence: 'Write words, not only signs.' };
  if (words.length > mostOwnWords)
    return {
      code: 'too_long',
      sentence: `Write at most ${mostOwnWords} words: they have to be the whole message.`,
    };
  if (words.every((word) => everyday.has(word) || asked.has(word)))
    return {
      code: 'too_common',
      sentence: 'Customers say this about other things. Choose words that mean only this.',
    };
  if (Array.from(spoken).length < 3)
    return { code: 'too_short', sentence: 'This is too short: it would be heard where nobody meant it.' };
  const known = readWish(spoken);
  if (known === null) return null;
  return known.wish === wish
    ? { code: 'known', sentence: 'The program understands these words already.' }
    : { code: 'other_meaning', sentence: 'The program understands these words as another wish.' };
}

export async function removeWord(tx: Tx, wordId: string): Promise<Record<string, never>> {
  const gone = await tx.sql(
    'delete from opt_out_words where workspace_id = $1 and word_id = $2 returning 1',
    [tx.workspaceId, wordId],
  );
  if (gone.length === 0) throw notFound('word');
  return {};
}

/** What a message would be taken for. */
export async function tryWords(
  tx: Tx,
  text: string,
): Promise<{ read: (ReadWish & { own: boolean }) | null }> {
  const read = readWish(text);
  if (read !== null) return { read: { ...read, own: false } };
  const [own] = await tx.sql<{ wish: Wish }>(
    'select wish from opt_out_words where workspace_id = $1 and spoken = $2',
    [tx.workspaceId, wordsOf(text).join(' ')],
  );
  return { read: own === undefined ? null : { ...own, language: 'en', own: true } };
}

interface HeardRow {
  messageId: string;
  contactId: string;
  contactName: string | null;
  contactPhone: string | null;
  wish: Wish | 'agree';
  language: string;
  saidBy: 'words' | 'own_words' | 'button';
  heardAt: Date;
  underWay: number;
}

export async function listHeard(tx: Tx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const [at, id] = decodeCursor(cursor, ['time', 'uuid']) ?? [null, null];
  const rows = await tx.sql<HeardRow>(
    `select w.message_id as "messageId", c.contact_id as "contactId", coalesce(c.name, c.profile_name) as "contactName",
       c.phone as "contactPhone", w.wish, w.language, w.said_by as "saidBy", w.heard_at as "heardAt",
       w.under_way as "underWay"
     from heard_wishes w join contacts who using (workspace_id, contact_id)
     join contacts c on c.workspace_id = w.workspace_id and c.contact_id = coalesce(who.merged_into, who.contact_id)
     where w.workspace_id = $1 and ($2::timestamptz is null or (w.heard_at, w.message_id) < ($2, $3::uuid))
     order by w.heard_at desc, w.message_id desc limit $4`,
    [tx.workspaceId, at, id, limit + 1],
  );
  return pageOf(rows, limit, ({ heardAt, messageId }) => [heardAt.toISOString(), messageId]);
}
