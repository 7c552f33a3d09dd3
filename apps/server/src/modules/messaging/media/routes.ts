import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import type { LinkPlace } from './links.ts';
import { getMedia, listMedia } from './show.ts';

export const mediaRoutes = (links: LinkPlace): Route[] =>
  workspaceRoutes('media', contract.media, {
    get: ({ tx, input }) => getMedia(tx, links, input.mediaId),
    list: ({ tx, input }) => listMedia(tx, links, input.messageIds),
  });
