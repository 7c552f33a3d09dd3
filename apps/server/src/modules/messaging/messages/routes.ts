import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { getMessage, type SentenceOf } from './life.ts';
import { getConversation, listConversations, listMessages } from './read.ts';
import { listRecent } from './recent.ts';

/** `sentenceOf` comes from the gate, which stands above messages. */
export function messagesRoutes(sentenceOf: SentenceOf): Route[] {
  return [
    ...workspaceRoutes('conversations', contract.conversations, {
      list: ({ tx, input }) => listConversations(tx, input),
      get: ({ tx, input }) => getConversation(tx, input),
    }),
    ...workspaceRoutes('messages', contract.messages, {
      recent: ({ tx, input }) => listRecent(tx, input),
      list: ({ tx, input }) => listMessages(tx, input),
      get: ({ tx, input }) => getMessage(tx, input, sentenceOf),
    }),
  ];
}
