import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { getConversation, getMessage, listConversations, listMessages } from './read.ts';

export function messagesRoutes(): Route[] {
  return [
    ...workspaceRoutes('conversations', contract.conversations, {
      list: ({ tx, input }) => listConversations(tx, input),
      get: ({ tx, input }) => getConversation(tx, input),
    }),
    ...workspaceRoutes('messages', contract.messages, {
      list: ({ tx, input }) => listMessages(tx, input),
      get: ({ tx, input }) => getMessage(tx, input),
    }),
  ];
}
