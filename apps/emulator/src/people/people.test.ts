import { describe, expect, test } from 'vitest';
import { openWorld } from '../world/test/worlds.ts';
import { createPeople } from './people.ts';

const [business, phone] = ['506914307656634', '919876543210'];

describe('people', () => {
  test('are everybody: who is not known is one of the crowd, and always the same', () => {
    const people = createPeople(openWorld());
    expect(people.get(phone)).toEqual(people.get(phone));
    expect(people.get(phone)).toMatchObject({ id: phone, hasWhatsApp: true, online: true, reading: 'fast' });
    expect(people.get(phone).identityHash).toMatch(/^[0-9A-Z]{10}$/);
    expect(people.get('919876543211').identityHash).not.toBe(people.get(phone).identityHash);
    expect(people.known.size).toBe(0);
  });

  test('of the crowd lack WhatsApp and are offline in the shares that the world is set to', () => {
    const world = openWorld();
    const people = createPeople(world);
    world.settings.change('crowd', { withoutWhatsAppShare: 0.1, offlineShare: 0.2, readShare: 0.5 });
    const crowd = Array.from({ length: 4000 }, (_, at) => people.get(String(919_800_000_000 + at)));
    const without = crowd.filter(({ hasWhatsApp }) => !hasWhatsApp).length;
    const offline = crowd.filter(({ online, hasWhatsApp }) => hasWhatsApp && !online).length;
    expect(without / 4000).toBeCloseTo(0.1, 1);
    expect(offline / 4000).toBeCloseTo(0.2, 1);
    expect(crowd[0]?.habits.readShare).toBe(0.5);
  });

  test('with a phone read when it is opened, whatever the crowd does', () => {
    const world = openWorld();
    const people = createPeople(world);
    world.settings.change('crowd', { withoutWhatsAppShare: 1 });
    expect(people.create({ id: phone, name: 'Asha' })).toMatchObject({
      hasWhatsApp: true,
      reading: 'opened',
    });
    expect(people.get(phone).name).toBe('Asha');
  });

  test('are found by their user id, by their own portfolio only', () => {
    const people = createPeople(openWorld());
    const userId = people.userIdOf(business, people.get(phone));
    expect(people.byUserId(business, userId)?.id).toBe(phone);
    expect(people.byUserId('506914307656635', userId)).toBeNull();
    expect(people.byUserId(business, 'IN.1')).toBeNull();
  });

  test('with a new generation are not found by the old id', () => {
    const people = createPeople(openWorld());
    const before = people.userIdOf(business, people.create({ id: phone, name: 'Asha' }));
    const after = people.userIdOf(business, people.known.change(phone, { generation: 1 }));
    expect(after).not.toBe(before);
    expect(people.byUserId(business, before)).toBeNull();
    expect(people.byUserId(business, after)?.name).toBe('Asha');
    const late = people.known.change(phone, { generation: 123 });
    expect(people.byUserId(business, people.userIdOf(business, late))?.name).toBe('Asha');
  });

  test('who move to another number have a new id, and leave none to whoever gets the old one', () => {
    const people = createPeople(openWorld());
    const [old, fresh] = [phone, '919876500000'];
    const mine = people.userIdOf(business, people.create({ id: old, name: 'Asha' }));
    const theirs = people.userIdOf(business, people.get(fresh));
    const moved = people.move(people.get(old), fresh);
    expect(people.get(fresh)).toEqual(moved);
    expect(people.known.has(old)).toBe(false);
    const now = people.userIdOf(business, moved);
    expect(people.byUserId(business, now)?.name).toBe('Asha');
    expect(people.byUserId(business, mine)).toBeNull();
    expect(people.byUserId(business, theirs)).toBeNull();
    expect(people.userIdOf(business, people.move(moved, old))).not.toBe(mine);
  });
});
