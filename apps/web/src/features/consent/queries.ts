import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../data/api.ts';

export const overviewQuery = queryOptions({
  queryKey: ['consent', 'overview'],
  queryFn: ({ signal }) => api.consent.overview({}, { signal }),
});

export const ledgerQuery = queryOptions({
  queryKey: ['consent', 'ledger'],
  queryFn: ({ signal }) => api.ledger.get({}, { signal }),
});
export type Ledger = Awaited<ReturnType<typeof api.ledger.get>>;

export const entriesQuery = infiniteQueryOptions({
  queryKey: ['consent', 'entries'],
  queryFn: ({ pageParam: cursor, signal }) =>
    api.ledger.entries({ limit: 20, ...(cursor ? { cursor } : {}) }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});
export type LedgerEntry = Awaited<ReturnType<typeof api.ledger.entries>>['items'][number];

export const proofQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['consent', 'proof', contactId],
    queryFn: ({ signal }) => api.consent.proof({ contactId }, { signal }),
  });
export type Proof = Awaited<ReturnType<typeof api.consent.proof>>;
export type ProvedEntry = Proof['entries'][number];
export type ProvedPurpose = Proof['purposes'][number];

export const purposesQuery = queryOptions({
  queryKey: ['consent', 'purposes'],
  queryFn: async ({ signal }) => (await api.purposes.list({}, { signal })).items,
});
export type Purpose = Awaited<ReturnType<typeof api.purposes.list>>['items'][number];

export const noticesQuery = queryOptions({
  queryKey: ['consent', 'notices'],
  queryFn: async ({ signal }) => (await api.notices.list({}, { signal })).items,
});
export type NoticeInList = Awaited<ReturnType<typeof api.notices.list>>['items'][number];

export const noticeQuery = (noticeId: string) =>
  queryOptions({
    queryKey: ['consent', 'notice', noticeId],
    queryFn: ({ signal }) => api.notices.get({ noticeId }, { signal }),
  });
export type Notice = Awaited<ReturnType<typeof api.notices.get>>;
export type NoticeVersion = Notice['versions'][number];

/** Everything about consent, by whatever changed it. */
export const everythingOfConsent = { queryKey: ['consent'] };
