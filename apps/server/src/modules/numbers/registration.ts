import type { GraphClient } from '@trikon/whatsapp/client';
import type { Tx } from '../../platform/db/index.ts';
import { invalidField, notFound } from '../../platform/errors/index.ts';
import { openAccount } from './accounts.ts';
import { openGraph, limitsOf } from './graph.ts';
import { asRefusalByMeta, refusalWith } from './meta-problem.ts';
import { getNumber, type NumberRow } from './number-row.ts';
import type { NumbersParts } from './numbers-parts.ts';
import { refreshNumber } from './refresh.ts';

interface OnNumber {
  numberId: string;
  signal: AbortSignal;
}

/** Has Meta send a code to the number, which proves who owns it. */
export async function requestCode(
  tx: Tx,
  parts: NumbersParts,
  { numberId, signal, method, language }: OnNumber & { method: 'SMS' | 'VOICE'; language: string },
): Promise<Record<string, never>> {
  const { graph, phoneNumberId } = await graphOf(tx, parts, numberId);
  const asked = graph.requestCode({ numberId: phoneNumberId, method, language }, limitsOf(signal));
  await asked.catch((error: unknown) => {
    throw asRefusalByMeta(error);
  });
  return {};
}

export async function verifyCode(
  tx: Tx,
  parts: NumbersParts,
  { numberId, signal, code }: OnNumber & { code: string },
): Promise<NumberRow> {
  const { graph, phoneNumberId } = await graphOf(tx, parts, numberId);
  const given = { numberId: phoneNumberId, code: code.replace('-', '') };
  await graph.verifyCode(given, limitsOf(signal)).catch((error: unknown) => {
    if (refusalWith(error, 136025) === null) throw asRefusalByMeta(error);
    throw invalidField('code', 'code_wrong', 'This code is wrong or has expired. Have a new one sent.');
  });
  return refreshNumber(tx, parts, { numberId, signal });
}

/** Registers the number for the Cloud API; the PIN is set or has to be the one that was (Meta, "Registration"). */
export async function register(
  tx: Tx,
  parts: NumbersParts,
  { numberId, signal, pin, storageCountry }: OnNumber & { pin: string; storageCountry?: string | undefined },
): Promise<NumberRow> {
  const { graph, phoneNumberId } = await graphOf(tx, parts, numberId);
  const region = storageCountry === undefined ? {} : { region: storageCountry };
  const asked = graph.registerNumber({ numberId: phoneNumberId, pin, ...region }, limitsOf(signal));
  await asked.catch((error: unknown) => {
    if (refusalWith(error, 133005) === null) throw asRefusalByMeta(error);
    throw invalidField(
      'pin',
      'pin_wrong',
      'The number has another PIN. Enter that one, or reset it at Meta.',
    );
  });
  return refreshNumber(tx, parts, { numberId, signal });
}

async function graphOf(
  tx: Tx,
  { graph, secrets }: NumbersParts,
  numberId: string,
): Promise<{ graph: GraphClient; phoneNumberId: string }> {
  const { workspaceId } = tx;
  const { accountId, phoneNumberId, disconnectedAt } = await getNumber(tx, workspaceId, numberId);
  if (disconnectedAt !== null) throw notFound('connected number');
  const access = await openAccount(tx, secrets, { workspaceId, accountId });
  return { graph: openGraph(graph, access), phoneNumberId };
}
