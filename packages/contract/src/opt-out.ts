import { z } from 'zod';
import { get, patch, post, remove } from './procedure.ts';
import {
  contactInList,
  id,
  nothing,
  pageInput,
  pageOf,
  textLanguage,
  writtenLine,
  writtenText,
} from './scalars.ts';

/** What customers may ask for with a word. */
const wish = z.enum(['stop', 'start', 'stop_promotions']);

const ownWord = z.object({ wordId: id, words: z.string(), wish, createdAt: z.date() });

const byLanguage = z.record(
  textLanguage,
  writtenText(900).refine(
    (text) => text.includes('{link}'),
    'Keep {link}, by which they choose for themselves',
  ),
);

const texts = z.strictObject({
  stop: byLanguage.optional(),
  stop_promotions: byLanguage.optional(),
  start: byLanguage.optional(),
});

const stops = z
  .array(z.enum(['promotions', 'orders']))
  .min(1)
  .max(2);

const settings = z.object({
  /** What STOP takes back. Answers to what customers write themselves are never part of it. */
  stops,
  /** Confirmations where they differ from the program’s. `{brand}` is the business, `{link}` where they choose. */
  texts,
  builtIn: z.record(z.string(), z.record(z.string(), z.string())),
});

export const optOut = {
  heard: get('consent.read', '/heard-wishes', {
    summary: 'What customers asked for in the chat, newest first',
    description:
      '`underWay` is how many messages had begun to leave when it was heard: WhatsApp may still deliver them.',
  })
    .input(z.strictObject(pageInput))
    .output(
      pageOf(
        z.object({
          messageId: id,
          contactId: id,
          ...contactInList,
          wish: z.enum([...wish.options, 'agree']),
          language: z.string(),
          saidBy: z.enum(['words', 'own_words', 'button']),
          heardAt: z.date(),
          underWay: z.number().int(),
        }),
      ),
    ),
  words: get('consent.read', '/opt-out-words', {
    summary: 'Words of the workspace’s own that are heard as a wish',
  }).output(z.object({ items: z.array(ownWord) })),
  addWord: post('consent.manage', '/opt-out-words', {
    summary: 'Hear words of your own as a wish',
    description:
      'Only a message that says nothing else is heard. Words that customers use for other things are refused.',
  })
    .input(z.strictObject({ words: writtenLine(60), wish }))
    .output(ownWord),
  removeWord: remove('consent.manage', '/opt-out-words/{wordId}', { summary: 'Hear these words no more' })
    .input(z.strictObject({ wordId: id }))
    .output(nothing),
  try: post('consent.read', '/opt-out-words/try', { summary: 'Say what a message would be taken for' })
    .input(z.strictObject({ text: z.string().max(1000) }))
    .output(z.object({ read: z.object({ wish, language: z.string(), own: z.boolean() }).nullable() })),
  settings: get('consent.read', '/opt-out-settings', {
    summary: 'What STOP takes back, and how it is confirmed',
  }).output(settings),
  updateSettings: patch('consent.manage', '/opt-out-settings', {
    summary: 'Change what STOP takes back, and how it is confirmed',
    description: 'What is not given stays; `texts` are given as a whole.',
  })
    .input(z.strictObject({ stops, texts }).partial())
    .output(settings),
};
