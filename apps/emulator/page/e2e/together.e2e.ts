import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlooms } from '../../src/sample/handlooms/handlooms.ts';
import { sample } from '../../src/sample/sample-world.ts';
import { beginChat, openTrade, rohan, say, type Change, type Trade } from './trade.ts';

const asha = '919876543210';
const app = `app-${handlooms.numberId}`;
let trade: Trade;
let phone: Locator;
let owner: Locator;
let token = '';
beforeAll(async () => {
  trade = await openTrade();
  phone = await beginChat(trade);
  owner = trade.phone(app);
  const made = await trade.world<{ value: string }>('POST', 'tokens', { businesses: [handlooms.businessId] });
  token = made.value;
  await trade.graph('POST', `${handlooms.wabaId}/subscribed_apps`, {}, token);
}, 60_000);
afterAll(() => trade.stop());

/** What a call sounds like to nobody. */
const session = (sdp_type: 'offer' | 'answer'): object => ({
  sdp_type,
  sdp: 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=rtpmap:111 opus/48000/2\r\n',
});
const callEvent = async (event: string): Promise<{ id: string; [part: string]: unknown }> => {
  const found = await trade.hear(`a call: ${event}`, ({ field, value }) => {
    const calls = (value['calls'] ?? []) as { event?: string }[];
    return field === 'calls' && calls[0]?.event === event;
  });
  return (found.value['calls'] as { id: string }[])[0] ?? { id: '' };
};
const act = (action: string, more: object): Promise<{ calls?: { id: string }[] }> =>
  trade.graph('POST', `${sample.numberId}/calls`, { messaging_product: 'whatsapp', action, ...more });

describe('calls', () => {
  it('are made by the customer, taken by the business, and stay in the chat', async () => {
    await trade.graph('POST', `${sample.numberId}/settings`, { calling: { status: 'ENABLED' } });
    await phone.getByTestId('call').click();
    const { id } = await callEvent('connect');
    await act('accept', { call_id: id, session: session('answer') });
    await expect.poll(() => phone.getByTestId('call-state').innerText()).toMatch(/^\d:\d\d$/);
    await phone.getByTestId('end-call').click();
    await phone.getByTestId('call-screen').waitFor({ state: 'detached' });
    expect(await callEvent('terminate')).toMatchObject({ id, status: 'COMPLETED' });
    await phone.getByTestId('call-completed').waitFor();
  });

  it('come from a button with what it carries', async () => {
    const bubble = await trade.show({
      type: 'interactive',
      interactive: {
        type: 'voice_call',
        body: { text: 'Talk to us' },
        action: { name: 'voice_call', parameters: { display_text: 'Call now', payload: 'ticket-91' } },
      },
    });
    await bubble.getByTestId('button-call').click();
    const call = await callEvent('connect');
    expect(JSON.stringify(call)).toContain('ticket-91');
    await act('reject', { call_id: call.id });
    await phone.getByTestId('call-declined').waitFor();
  });

  it('are made by the business that was allowed to', async () => {
    const request = await trade.show({
      type: 'interactive',
      interactive: {
        type: 'call_permission_request',
        body: { text: 'May we call you?' },
        action: { name: 'call_permission_request' },
      },
    });
    await request.getByTestId('button-call-permission').click();
    await phone.getByTestId('call-allow').click();
    expect((await trade.message('interactive'))['interactive']).toMatchObject({
      call_permission_reply: { response: 'accept', is_permanent: false },
    });
    const { calls } = await act('connect', { to: rohan, session: session('offer') });
    await phone.getByTestId('accept-call').click();
    await callEvent('connect');
    await act('terminate', { call_id: calls?.[0]?.id ?? '' });
    await phone.getByTestId('call-screen').waitFor({ state: 'detached' });
    await act('connect', { to: rohan, session: session('offer') });
    await phone.getByTestId('decline-call').click();
    await phone.getByTestId('call-declined').nth(1).waitFor();
  });
});

describe('a group of the business', () => {
  const told = (field: string) => (change: Change) => change.field === field;

  it('is joined by its link, and hears and answers', async () => {
    await trade.world('PATCH', 'settings/groups', { needsOfficialAccount: false, needsLimitOf100K: false });
    await trade.graph('POST', `${sample.numberId}/groups`, {
      messaging_product: 'whatsapp',
      subject: 'Wedding of Asha',
    });
    const { value } = await trade.hear('the new group', told('group_lifecycle_update'));
    const [made] = value['groups'] as { group_id: string; invite_link: string }[];
    await phone.getByTestId('back').click();
    await phone.getByTestId('open-entries').click();
    await phone.getByTestId('link').fill(made?.invite_link ?? '');
    await phone.getByTestId('open-link').click();
    await trade.hear('who joined', told('group_participants_update'));
    await phone.getByTestId('composer-text').waitFor();
    expect(await phone.getByTestId('chat-title').innerText()).toContain('Wedding of Asha');
    await say(phone, 'Hello everybody');
    expect(await trade.message('text')).toMatchObject({
      text: { body: 'Hello everybody' },
      group_id: made?.group_id,
    });
    const welcome = { type: 'text', text: { body: 'Welcome' } };
    const bubble = await trade.show({ recipient_type: 'group', to: made?.group_id, ...welcome });
    expect(await bubble.locator('.author').innerText()).toBe('Surat Silks');
  });

  it('shows who is in it, and lets one go', async () => {
    await phone.getByTestId('chat-title').click();
    await phone.getByTestId('profile').getByText('Rohan Mehta').waitFor();
    await phone.getByTestId('back').click();
    await phone.getByTestId('message-text').last().getByTestId('message-menu').click();
    expect(await phone.getByTestId('menu-edit').count()).toBe(0);
    await phone.getByTestId('sheet-close').click();
    await phone.getByTestId('chat-menu').click();
    await phone.getByTestId('menu-leave').click();
    await trade.hear('who left', told('group_participants_update'));
    await expect.poll(() => phone.locator('.chat-row').filter({ hasText: 'Wedding' }).count()).toBe(0);
    expect(await phone.getByTestId('toast').innerText()).toBe('');
  });
});

describe('the owner in the WhatsApp Business app', () => {
  const echo = async (type: string): Promise<Record<string, unknown>> => {
    const { value } = await trade.hear(
      `an echo: ${type}`,
      ({ field, value: told }) => field === 'smb_message_echoes' && told.message_echoes?.[0]?.type === type,
    );
    return value.message_echoes?.[0] ?? {};
  };

  it('agrees to be on the platform too, and shares the chats so far', async () => {
    await trade.world('POST', `coexistence/${handlooms.numberId}/ask`, {});
    await owner.getByTestId('open-settings').click();
    await owner.getByTestId('open-connect').click();
    expect(await owner.getByTestId('share-history').isChecked()).toBe(true);
    await owner.getByTestId('connect-accept').click();
    await owner.getByTestId('platform-connected').waitFor();
    for (const sync_type of ['smb_app_state_sync', 'history'])
      await trade.graph(
        'POST',
        `${handlooms.numberId}/smb_app_data`,
        { messaging_product: 'whatsapp', sync_type },
        token,
      );
    await trade.hear('history', ({ field }) => field === 'history');
    await expect.poll(() => owner.locator('progress').getAttribute('value'), { timeout: 15_000 }).toBe('100');
    await owner.getByTestId('back').click();
  });

  it('writes, corrects and takes back, and the platform hears each of it', async () => {
    const hers = trade.phone(asha);
    await hers.getByTestId('new-chat').click();
    await hers.getByTestId(`business-${handlooms.numberId}`).click();
    await say(hers, 'नमस्ते दीदी');
    expect(await trade.message('text')).toMatchObject({ text: { body: 'नमस्ते दीदी' } });
    await owner.getByTestId(`chat-row-${asha}`).click();
    await say(owner, 'Namaste ji, kya chahiye?');
    expect(await echo('text')).toMatchObject({ to: asha, text: { body: 'Namaste ji, kya chahiye?' } });
    await hers.locator('.theirs').filter({ hasText: 'kya chahiye' }).waitFor();
    const mine = owner.locator('.mine').last();
    await mine.getByTestId('message-menu').click();
    await owner.getByTestId('menu-edit').click();
    await say(owner, 'Namaste ji, kaun si saree?');
    expect(await echo('edit')).toMatchObject({
      edit: { message: { text: { body: 'Namaste ji, kaun si saree?' } } },
    });
    await hers.locator('.theirs').filter({ hasText: 'kaun si' }).getByTestId('edited').waitFor();
    await mine.getByTestId('message-menu').click();
    await owner.getByTestId('menu-delete-everyone').click();
    await echo('revoke');
    await hers.locator('[data-testid="message-deleted"]').waitFor();
  });

  it('sees what the platform wrote, and the platform what the customer changed', async () => {
    const answer = await trade.graph<{ messages: { id: string }[] }>(
      'POST',
      `${handlooms.numberId}/messages`,
      { messaging_product: 'whatsapp', to: asha, type: 'text', text: { body: 'Two are left' } },
      token,
    );
    await owner.locator(`[data-message="${answer.messages[0]?.id}"]`).waitFor();
    const hers = trade.phone(asha);
    await say(hers, 'Blu');
    const { id } = await trade.message('text');
    const bubble = hers.locator(`[data-message="${id}"]`);
    await bubble.getByTestId('message-menu').click();
    await hers.getByTestId('menu-edit').click();
    await say(hers, 'Blue');
    expect((await trade.message('edit'))['edit']).toMatchObject({ original_message_id: id });
    await bubble.getByTestId('message-menu').click();
    await hers.getByTestId('menu-delete-everyone').click();
    expect((await trade.message('revoke'))['revoke']).toEqual({ original_message_id: id });
    await owner.locator('[data-testid="message-deleted"]').nth(1).waitFor();
  });

  it('labels a chat and keeps a contact', async () => {
    await owner.getByTestId('chat-menu').click();
    await owner.getByTestId('menu-labels').click();
    await owner.getByTestId('label-new-order').locator('input').check();
    await owner.getByTestId('sheet-close').click();
    await owner.getByTestId('chat-menu').click();
    await owner.getByTestId('menu-save-contact').click();
    await trade.hear(
      'the contact',
      (change) => change.field === 'smb_app_state_sync' && JSON.stringify(change).includes(asha),
    );
    await owner.getByTestId('back').click();
    await owner.getByTestId(`chat-row-${asha}`).locator('.label-dots i').waitFor();
  });

  it('has groups of the app’s own, of which the platform hears nothing', async () => {
    await owner.getByTestId('open-settings').click();
    await owner.getByTestId('new-group').click();
    await owner.getByTestId('group-name').fill('Weavers');
    await owner.getByTestId('create-group').click();
    await owner.getByTestId('composer-text').waitFor();
    await say(owner, 'Meeting at five');
    await owner.locator('.mine').filter({ hasText: 'Meeting at five' }).waitFor();
    await owner.getByTestId('back').click();
    await owner.getByTestId(`chat-row-${asha}`).click();
    await say(owner, 'Done');
    expect(await echo('text')).toMatchObject({ text: { body: 'Done' } });
  });

  it('leaves the platform', async () => {
    await owner.getByTestId('back').click();
    await owner.getByTestId('open-settings').click();
    await owner.getByTestId('disconnect-platform').click();
    await owner.getByTestId('platform-disconnected').waitFor();
    const { value } = await trade.hear('that it left', ({ field }) => field === 'account_update');
    expect(value['event']).toBe('PARTNER_REMOVED');
  });
});

it('complains of nothing on the way', async () => {
  expect(await trade.inspect()).toEqual([]);
});
