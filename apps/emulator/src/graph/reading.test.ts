import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silks, token } from '../directory/test/two-shops.ts';
import { parseFields } from './fields.ts';
import { type Answer, serveGraph, textAt } from './test/served.ts';

const number = `/v25.0/${silks.numberId}`;

describe('fields', () => {
  test('choose what is read; without them there are the usual ones', async () => {
    const { ask } = await serveGraph();
    expect((await ask(number)).body).toEqual({ verified_name: 'Surat Silks', id: silks.numberId });
    expect((await ask(`${number}?fields=id`)).body).toEqual({ id: silks.numberId });
    expect((await ask(`${number}?fields=verified_name`)).body).toEqual({
      verified_name: 'Surat Silks',
      id: silks.numberId,
    });
    expect((await ask(`${number}?fields[]=id&fields[]=verified_name`)).body).toHaveProperty('verified_name');
  });

  test('without a value are left out', async () => {
    const { ask } = await serveGraph();
    expect((await ask(`${number}?fields=username,id`)).body).toEqual({ id: silks.numberId });
  });

  test('are nested, also into lists', async () => {
    const { ask } = await serveGraph();
    const { body } = await ask(`${number}?fields=throughput{peak{night}},days{id}`);
    expect(body.throughput).toEqual({ peak: { night: 20 } });
    expect(body.days).toMatchObject({ data: [{ id: 'mon' }, { id: 'tue' }, {}, {}, {}, {}, {}] });
    expect(body.days).toMatchObject({ paging: { cursors: { before: 'a', after: 'b' } } });
    expect(JSON.stringify(body.days)).not.toContain('"at"');
  });

  test('carry calls whose arguments may hold brackets and commas', async () => {
    const { ask } = await serveGraph();
    const path = `${number}?fields=${encodeURIComponent('sent.start(1).codes(["IN","US"]).by(a(b)c),id')}`;
    expect((await ask(path)).body.sent).toEqual({ start: '1', codes: '["IN","US"]', by: 'a(b)c' });
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'throughput{constructor},toString'])(
    'show nothing of an object’s inside: %s',
    async (name) => {
      const { ask, defects } = await serveGraph();
      const { status, body } = await ask(`${number}?fields=${name}`);
      expect([status, body.error?.code]).toEqual([400, 100]);
      expect(JSON.stringify(body)).not.toContain('123456');
      expect(defects).toEqual([]);
    },
  );

  test('inherited names inside of a field are no fields', async () => {
    const { ask } = await serveGraph();
    expect((await ask(`${number}?fields=throughput{constructor,level,__proto__}`)).body.throughput).toEqual({
      level: 'STANDARD',
    });
  });

  test.each(['a{b', 'a}', 'a.b', 'a.b(', 'a b', '{', 'a,,b', 'a{'.repeat(3000), 'a(b)'])(
    'that cannot be read are refused: %s',
    async (text) => {
      const { ask, defects } = await serveGraph();
      const { status, body } = await ask(`${number}?fields=${encodeURIComponent(text)}`);
      expect([status, body.error?.code]).toEqual([400, 2500]);
      expect(defects).toEqual([]);
    },
  );

  test('nested without end are refused before they can exhaust the stack', async () => {
    const { ask, defects } = await serveGraph();
    const { body } = await ask(`${number}/echo`, { body: { fields: 'a{'.repeat(1_000_000) } });
    expect(body.error).toMatchObject({ code: 2500 });
    expect(defects).toEqual([]);
  });

  test('are read as they were written, whatever their shape', () => {
    const name = fc.stringMatching(/^[a-z_]{1,8}$/);
    const { field } = fc.letrec((tie) => ({
      field: fc.record({
        name,
        calls: fc.dictionary(name, fc.stringMatching(/^[\w",[\]]{0,9}$/), {
          maxKeys: 2,
          noNullPrototype: true,
        }),
        inner: fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('field'), { maxLength: 3 })),
      }),
    }));
    interface Wanted {
      name: string;
      calls: Record<string, string>;
      inner: Wanted[];
    }
    const write = ({ name, calls, inner }: Wanted): string =>
      name +
      Object.entries(calls)
        .map(([call, argument]) => `.${call}(${argument})`)
        .join('') +
      (inner.length > 0 ? ` { ${inner.map(write).join(' , ')} }`.replace(' {', '{') : '');
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 4 }), (fields) => {
        expect(parseFields((fields as Wanted[]).map(write).join(','))).toEqual(fields);
      }),
    );
  });
});

describe('cursors', () => {
  const list = `/v25.0/${silks.wabaId}/days`;
  const idsOf = ({ body }: Answer): string[] => (body.data as { id: string }[]).map(({ id }) => id);

  test('lead forward through the whole list and back again by the links', async () => {
    const { ask, url } = await serveGraph();
    const follow = (link: string) => ask(link.replace(url, ''));
    const first = await ask(list);
    const second = await follow(textAt(first, 'paging.next'));
    const third = await follow(textAt(second, 'paging.next'));
    expect([first, second, third].map(idsOf)).toEqual([
      ['mon', 'tue', 'wed'],
      ['thu', 'fri', 'sat'],
      ['sun'],
    ]);
    expect(first.body.paging).not.toHaveProperty('previous');
    expect(third.body.paging).not.toHaveProperty('next');
    const back = await follow(textAt(third, 'paging.previous'));
    expect(idsOf(back)).toEqual(['thu', 'fri', 'sat']);
    expect(idsOf(await follow(textAt(back, 'paging.previous')))).toEqual(['mon', 'tue', 'wed']);
  });

  test('work by hand, with a limit; after the last there is nothing', async () => {
    const { ask } = await serveGraph();
    const first = await ask(`${list}?limit=5`);
    const rest = await ask(`${list}?limit=5&after=${textAt(first, 'paging.cursors.after')}`);
    expect(idsOf(rest)).toEqual(['sat', 'sun']);
    expect((await ask(`${list}?after=${textAt(rest, 'paging.cursors.after')}`)).body).toEqual({ data: [] });
    expect(idsOf(await ask(`${list}?limit=0`))).toHaveLength(3);
    expect((await ask(`${list}?limit=many`)).body.error).toMatchObject({ code: 100 });
    expect((await ask(`${list}?limit=-1`)).body.error).toMatchObject({ code: 100 });
  });

  test('damaged or of something that is gone are 131059 from v24 on, and 100 before', async () => {
    const { ask } = await serveGraph();
    for (const cursor of ['nonsense', Buffer.from('QVFIU gone').toString('base64url'), '{"a":1}']) {
      const query = `after=${encodeURIComponent(cursor)}`;
      expect((await ask(`${list}?${query}`)).body.error).toMatchObject({ code: 131059 });
      expect((await ask(`${list.replace('v25', 'v23')}?${query}`)).body.error).toMatchObject({ code: 100 });
    }
  });

  test('never carry a token into a link, and keep what else was asked', async () => {
    const { ask } = await serveGraph();
    const answer = await ask(`${list}?access_token=${token.value}&status=APPROVED`, { token: null });
    expect(textAt(answer, 'paging.next')).toContain('status=APPROVED');
    expect(textAt(answer, 'paging.next')).not.toContain(token.value);
  });
});

describe('batch', () => {
  test('answers each call on its own, errors included, with the token of all or its own', async () => {
    const { ask, defects } = await serveGraph();
    const batch = [
      { method: 'GET', relative_url: `${silks.numberId}?fields=id` },
      { method: 'POST', relative_url: `v25.0/${silks.numberId}/echo`, body: 'a=1&b={"c":2}' },
      { method: 'GET', relative_url: '123456789012345' },
      { method: 'GET', relative_url: `${silks.numberId}/broken` },
      { method: 'GET', relative_url: `${silks.numberId}/%E0%A4` },
      { method: 7, relative_url: 'x' },
      'nonsense',
      { method: 'GET', relative_url: `${silks.numberId}?access_token=EAAnobody` },
    ];
    const { status, body } = await ask('/v25.0/', {
      token: null,
      body: { access_token: token.value, batch },
    });
    expect(status).toBe(200);
    const answers = body as unknown as { code: number; body: string }[];
    expect(answers.map(({ code }) => code)).toEqual([200, 200, 400, 500, 400, 400, 400, 401]);
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual({ id: silks.numberId });
    expect(JSON.parse(answers[1]?.body ?? '').params).toMatchObject({ a: '1', b: { c: 2 } });
    expect(defects).toHaveLength(1);
  });

  test('is also a form, as clients send it, and holds 50 calls at most', async () => {
    const { ask } = await serveGraph();
    const one = { method: 'GET', relative_url: silks.numberId };
    const form = (count: number) =>
      new URLSearchParams({ batch: JSON.stringify(Array.from({ length: count }, () => one)) });
    expect((await ask('/', { body: form(50) })).body).toHaveLength(50);
    expect((await ask('/', { body: form(51) })).body.error).toMatchObject({ code: 100 });
    expect((await ask('/', { body: { batch: 'all' } })).body.error).toMatchObject({ code: 100 });
  });
});
