import { generateKeyPairSync } from 'node:crypto';
import { sample } from '../../src/sample/sample-world.ts';
import type { Ids } from '../examples/example.ts';
import { readAt } from '../fill.ts';
import { told } from './scene.ts';
import { asha, care, fatima, rohan, shop } from './scenes/cast.ts';
import type { Town } from './town.ts';

const ofWhatsApp = { messaging_product: 'whatsapp' };

/** What the examples need and no call of theirs makes. */
export async function prepareIds(town: Town): Promise<Ids> {
  const { act, graph, world, outside } = town;
  const { message: inbound = '' } = await act(asha, { type: 'send-text', chat: shop, text: 'Namaste' });
  await act(rohan, { type: 'allow-calls', chat: shop, value: 'permanent' });
  return {
    app: sample.appId,
    appToken: `${sample.appId}|${sample.appSecret}`,
    business: sample.businessId,
    waba: sample.wabaId,
    number: shop,
    otherNumber: care,
    customer: asha,
    caller: rohan,
    inbound,
    outside,
    user: String(readAt(await graph('GET /me'), 'id')),
    verificationCode: '123456',
    publicKey: publicKey(),
    paymentConfiguration: 'surat-silks-razorpay',
    otherWaba: await openAccountWithFlow(town),
    ...(town.edges.includes('POST number/groups') && {
      group: await openGroup(town, () => world(`PATCH /numbers/${shop}`, { official: true })),
    }),
  };
}

const publicKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey;

async function openAccountWithFlow({ world, graph }: Town): Promise<string> {
  const { id } = await world(`POST /businesses/${sample.businessId}/accounts`, { name: 'Surat Silks Kids' });
  const other = String(id);
  await graph(`POST /${other}/flows`, { name: 'Conformance visits', categories: ['APPOINTMENT_BOOKING'] });
  return other;
}

/** Two people wait before its door. */
async function openGroup(town: Town, makeOfficial: () => Promise<unknown>): Promise<string> {
  await makeOfficial();
  const wanted = { ...ofWhatsApp, subject: 'Weavers', join_approval_mode: 'approval_required' };
  await town.graph(`POST /${shop}/groups`, wanted);
  await town.pass(10);
  const url = told(town, 'group_lifecycle_update', 'groups.0.invite_link');
  for (const person of [rohan, fatima]) await town.act(person, { type: 'open-link', url });
  return told(town, 'group_lifecycle_update', 'groups.0.group_id');
}
