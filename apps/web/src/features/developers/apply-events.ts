import type { QueryClient } from '@tanstack/react-query';
import { apiKeysQuery, type ApiKey } from '../../data/api-keys.ts';
import { patchQuery, refetchQuery } from '../../data/patch-query.ts';
import type { LiveEvent } from '../../data/stream.ts';

export function applyApiKeyEvent(event: LiveEvent, queryClient: QueryClient): void {
  // What a new key may do and when it ends is not in the event.
  if (event.type === 'api_key.created') refetchQuery(queryClient, apiKeysQuery);
  if (event.type !== 'api_key.revoked') return;
  patchQuery<ApiKey[]>(queryClient, apiKeysQuery, (all) =>
    all.map((key) =>
      key.keyId === event.data.keyId ? { ...key, revokedAt: key.revokedAt ?? event.at } : key,
    ),
  );
}
