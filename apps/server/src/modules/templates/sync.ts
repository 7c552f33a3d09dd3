import { createGraphClient, type GraphOptions } from '@trikon/whatsapp/client';
import type { Tx } from '../../platform/db/index.ts';
import { asRefusalByMeta, graphForAccount, type NumbersParts } from '../numbers/index.ts';
import { metaTemplateOf, type MetaTemplate } from './meta-template.ts';
import { storeTemplates, type SyncResult } from './store-templates.ts';

/** Nothing is written before Meta has answered with the last page, so a request holds no lock meanwhile. */
export async function syncTemplates(
  tx: Tx,
  numbers: NumbersParts,
  { accountId, signal }: { accountId: string; signal: AbortSignal },
): Promise<SyncResult> {
  const { workspaceId } = tx;
  const access = await graphForAccount(tx, numbers, { workspaceId, accountId });
  const found = await readTemplates(access, signal);
  return storeTemplates(tx, { workspaceId, accountId, readAt: tx.now }, found);
}

type Access = GraphOptions & { wabaId: string };

/** Every template of the account. A page that cannot be had is a failure of the whole: the rest would look deleted. */
export async function readTemplates(
  { wabaId, ...options }: Access,
  signal: AbortSignal,
): Promise<MetaTemplate[]> {
  const pages = createGraphClient(options).listTemplates(
    { accountId: wabaId, limit: pageSize },
    { timeoutMs: 15_000, signal },
  );
  try {
    const found = new Map<string, MetaTemplate>();
    for await (const read of pages) {
      const template = metaTemplateOf(read);
      // A page that shifted while it was read shows one twice.
      if (template !== null) found.set(`${template.name} ${template.language}`, template);
    }
    return [...found.values()];
  } catch (error) {
    throw asRefusalByMeta(error);
  }
}

// An account may have 6,000, which is then a matter of seconds.
const pageSize = 250;
