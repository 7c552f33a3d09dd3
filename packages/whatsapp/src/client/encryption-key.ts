import { isObject, textIn } from '../json/lossless-json.ts';
import type { CallLimits, Graph } from './graph.ts';
import { confirm } from './reading.ts';

export interface EncryptionKey {
  publicKey: string;
  /** False after the number was registered again: then the key is uploaded once more. */
  isValid: boolean;
}

const pathOf = (numberId: string) => [numberId, 'whatsapp_business_encryption'];

/** The key (PEM, RSA of 2048 bits) with which phones encrypt what they send to the endpoints of Flows. */
export async function setEncryptionKey(
  graph: Graph,
  { numberId, publicKey }: { numberId: string; publicKey: string },
  limits?: CallLimits,
): Promise<void> {
  const json = { business_public_key: publicKey };
  confirm(await graph.call({ method: 'POST', path: pathOf(numberId), json }, limits));
}

export async function findEncryptionKey(
  graph: Graph,
  { numberId }: { numberId: string },
  limits?: CallLimits,
): Promise<EncryptionKey | null> {
  const body = await graph.call({ method: 'GET', path: pathOf(numberId) }, limits);
  const found = Array.isArray(body.data) ? body.data[0] : body;
  const publicKey = textIn(found, 'business_public_key');
  if (publicKey === undefined || !isObject(found)) return null;
  return { publicKey, isValid: found.business_public_key_signature_status === 'VALID' };
}
