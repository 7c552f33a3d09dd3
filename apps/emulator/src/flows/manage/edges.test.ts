import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day, minute } from '../../accounts/times.ts';
import { sample } from '../../sample/sample-world.ts';
import { at, edited, staticFlow } from '../test/flow-samples.ts';
import { openFlowOffice, type FlowOffice } from '../test/flow-office.ts';

let office: FlowOffice;

beforeEach(() => {
  office = openFlowOffice();
});

afterEach(() => office.close());

const flowsOf = `/${sample.wabaId}/flows`;
const broken = edited(staticFlow, { [at(0, 0, 'colour')]: 'red' });

describe('a Flow', () => {
  it('is made as a draft, and subscribers hear of it', async () => {
    const id = await office.make('Visits', staticFlow);
    expect((await office.ask('GET', `/${id}`)).body).toEqual({
      id,
      name: 'Visits',
      status: 'DRAFT',
      categories: ['OTHER'],
      validation_errors: [],
    });
    expect(await office.told('flows')).toEqual([
      { event: 'FLOW_STATUS_CHANGE', flow_id: id, new_status: 'DRAFT', message: expect.any(String) },
    ]);
  });

  it('is made with its errors listed, and not published with them', async () => {
    const body = { name: 'Visits', categories: ['OTHER'], flow_json: JSON.stringify(broken), publish: true };
    const { status, body: answer } = await office.ask('POST', flowsOf, { body });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ success: true, validation_errors: [{ error: 'INVALID_PROPERTY_KEY' }] });
    expect(await office.statusOf(String(answer.id))).toBe('DRAFT');
    expect(await office.ask('POST', `/${String(answer.id)}/publish`)).toMatchObject({
      status: 400,
      body: { code: 139002, error_user_title: 'Publishing Flow with validation errors' },
    });
  });

  it('is made and published in one call', async () => {
    expect(await office.statusOf(await office.make('Visits', staticFlow, { publish: true }))).toBe(
      'PUBLISHED',
    );
  });

  it.each([
    [{ categories: ['OTHER'] }, 'The parameter name is required.'],
    [{ name: 'Visits' }, 'The parameter categories is required.'],
    [{ name: 'Visits', categories: [] }, 'At least one Flow category is required.'],
    [{ name: 'Visits', categories: ['SHOPPING'] }, 'Param categories[0] must be one of'],
    [{ name: 'Visits', categories: ['OTHER'], endpoint_uri: 'nowhere' }, 'Invalid Endpoint URI'],
    [{ name: 'Visits', categories: ['OTHER'], clone_flow_id: '1' }, 'Flow with specified ID does not exist'],
    [
      { name: 'Visits', categories: ['OTHER'], clone_flow_id: '1', clone_template: 'x' },
      'Only one clone source can be set',
    ],
    [{ name: 'Taken', categories: ['OTHER'] }, 'Flow name is not unique'],
  ])('is not made of %j', async (body, message) => {
    await office.make('Taken');
    const answer = await office.ask('POST', flowsOf, { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 100 } });
    expect(answer.body.message).toContain(message);
  });

  it('is cloned with its Flow JSON, by those who may see it', async () => {
    const source = await office.make('Visits', staticFlow);
    const clone = await office.make('Visits 2', undefined, { clone_flow_id: source });
    expect((await office.ask('GET', `/${clone}?fields=json_version`)).body.json_version).toBe('7.3');
    const body = { name: 'Stolen', categories: ['OTHER'], clone_flow_id: source };
    const stranger = { token: sample.clinicToken, body };
    expect((await office.ask('POST', `/${sample.clinicWabaId}/flows`, stranger)).status).toBe(400);
    expect((await office.ask('GET', `/${source}`, { token: sample.clinicToken })).status).toBe(403);
  });

  it('is listed page by page with the usual fields', async () => {
    for (const name of ['One', 'Two', 'Three']) await office.make(name);
    const { body } = await office.ask('GET', `${flowsOf}?limit=2`);
    expect(body.data).toMatchObject([{ name: 'One', validation_errors: [] }, { name: 'Two' }]);
    expect(body.paging).toMatchObject({ next: expect.stringContaining('after=') });
  });

  it('changes its name and categories', async () => {
    const id = await office.make('Visits', staticFlow);
    const change = await office.ask('POST', `/${id}`, {
      body: { name: 'Appointments', categories: ['APPOINTMENT_BOOKING'] },
    });
    expect(change.body).toEqual({ success: true });
    expect((await office.ask('GET', `/${id}`)).body).toMatchObject({
      name: 'Appointments',
      categories: ['APPOINTMENT_BOOKING'],
    });
    expect((await office.ask('POST', `/${id}`, { body: {} })).status).toBe(400);
  });

  it('goes from draft to published to deprecated, and nowhere else', async () => {
    const id = await office.make('Visits', staticFlow);
    const refusal = async (path: string, code: number): Promise<void> => {
      const [method = '', ...rest] = path.split(' ');
      expect(
        (await office.ask(method, `/${id}${rest.join('')}`, { body: { name: 'x' } })).body,
      ).toMatchObject({ code });
    };
    await refusal('POST /deprecate', 139003);
    expect((await office.ask('POST', `/${id}/publish`)).body).toEqual({ success: true });
    await refusal('POST /publish', 139002);
    await refusal('DELETE', 139004);
    expect((await office.ask('POST', `/${id}/deprecate`)).body).toEqual({ success: true });
    await refusal('POST /deprecate', 139003);
    await refusal('POST ', 139001);
    await refusal('DELETE', 139004);
    expect((await office.told('flows')).map((event) => [event.old_status, event.new_status])).toEqual([
      [undefined, 'DRAFT'],
      ['DRAFT', 'PUBLISHED'],
      ['PUBLISHED', 'DEPRECATED'],
    ]);
  });

  it('is a draft again when it is edited after publication, and cannot be deleted then', async () => {
    const id = await office.make('Visits', staticFlow, { publish: true });
    expect((await office.ask('POST', `/${id}`, { body: { name: 'Appointments' } })).body).toEqual({
      success: true,
    });
    expect(await office.statusOf(id)).toBe('DRAFT');
    expect((await office.ask('DELETE', `/${id}`)).body).toMatchObject({ code: 139004 });
    expect((await office.ask('POST', `/${id}/publish`)).body).toEqual({ success: true });
  });

  it('that is a draft can be deleted, and is gone', async () => {
    const id = await office.make('Visits', staticFlow);
    expect((await office.ask('DELETE', `/${id}`)).body).toEqual({ success: true });
    expect((await office.ask('GET', `/${id}`)).status).toBe(400);
  });

  it('of a frozen version can be kept but not published', async () => {
    const old = edited(staticFlow, {
      version: '4.0',
      'screens.1.sensitive': undefined,
      'screens.1.title': 'Day',
    });
    const id = await office.make('Visits', old);
    expect((await office.ask('POST', `/${id}/publish`)).body).toMatchObject({
      code: 139002,
      error_user_title: 'Versions in Flow JSON file are not available for publishing',
    });
  });
});

describe('the Flow JSON of a Flow', () => {
  it('is uploaded as a file, with its errors in the answer, and downloaded by its link', async () => {
    const id = await office.make('Visits');
    const text = JSON.stringify(broken, null, 2);
    expect((await office.upload(id, text)).body).toMatchObject({
      success: true,
      validation_errors: [{ error: 'INVALID_PROPERTY_KEY', error_type: 'FLOW_JSON_ERROR' }],
    });
    expect((await office.upload(id, 'not JSON')).body).toMatchObject({
      validation_errors: [{ error: 'INVALID_FLOW_JSON' }],
    });
    await office.upload(id, text);
    const { body } = await office.ask('GET', `/${id}/assets`);
    const [asset] = body.data as { name: string; asset_type: string; download_url: string }[];
    expect(asset).toMatchObject({ name: 'flow.json', asset_type: 'FLOW_JSON' });
    const file = await office.ask('GET', asset?.download_url ?? '', { token: '' });
    expect(new TextDecoder().decode(file.body as unknown as Uint8Array)).toBe(text);
    expect((await office.ask('GET', `${asset?.download_url}x`, { token: '' })).status).toBe(403);
  });

  it('must be named as Meta wants it', async () => {
    const id = await office.make('Visits');
    expect((await office.upload(id, '{}', { name: 'my.json', asset_type: 'FLOW_JSON' })).body).toMatchObject({
      code: 100,
    });
    expect((await office.upload(id, '{}', { name: 'flow.json', asset_type: 'PICTURE' })).body).toMatchObject({
      code: 100,
    });
    expect(
      (await office.ask('POST', `/${id}/assets`, { body: { name: 'flow.json', asset_type: 'FLOW_JSON' } }))
        .status,
    ).toBe(400);
  });
});

describe('the details of a Flow', () => {
  it('hold a link for a preview that stands for 30 days, and a new one when asked', async () => {
    const id = await office.make('Visits', staticFlow);
    const read = async (fields: string): Promise<{ preview_url: string; expires_at: string }> =>
      (await office.ask('GET', `/${id}?fields=${fields}`)).body.preview as {
        preview_url: string;
        expires_at: string;
      };
    const first = await read('preview.invalidate(false)');
    expect(first.expires_at).toBe('2026-11-04T06:30:00+0000');
    expect(await read('preview')).toEqual(first);
    const token = new URL(first.preview_url).searchParams.get('token') ?? '';
    expect(office.flows.onPhones.preview(id, token)?.screens[0]?.id).toBe('WELCOME');
    await office.emulator.world.travel(1000);
    expect((await read('preview.invalidate(true)')).preview_url).not.toBe(first.preview_url);
    expect(office.flows.onPhones.preview(id, token)).toBeUndefined();
  });

  it('name its account and app, and who stands in the way of sending', async () => {
    const id = await office.make('Visits');
    const fields = 'whatsapp_business_account,application,health_status';
    const { body } = await office.ask('GET', `/${id}?fields=${fields}`);
    expect(body).toMatchObject({
      whatsapp_business_account: { id: sample.wabaId },
      application: { id: sample.appId },
    });
    expect(body.health_status).toMatchObject({
      can_send_message: 'BLOCKED',
      entities: [
        { entity_type: 'FLOW', id, can_send_message: 'BLOCKED', errors: [{ error_code: 131000 }] },
        { entity_type: 'WABA', id: sample.wabaId },
        { entity_type: 'BUSINESS' },
        { entity_type: 'APP', id: sample.appId },
      ],
    });
    const one = await office.ask('GET', `/${id}?fields=health_status.phone_number(${sample.numberId})`);
    expect(JSON.stringify(one.body)).toContain('PHONE_NUMBER');
  });

  it('refuse a field and a metric that are not there', async () => {
    const id = await office.make('Visits');
    expect((await office.ask('GET', `/${id}?fields=colour`)).body).toMatchObject({ code: 100 });
    expect((await office.ask('GET', `/${id}?fields=metric.name(X).granularity(DAY)`)).body).toMatchObject({
      code: 100,
    });
    const metric = 'metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY)';
    expect((await office.ask('GET', `/${id}?fields=${metric}`)).body).toMatchObject({ code: 139006 });
  });
});

describe('a migration of Flows', () => {
  it('copies them by name into another account of the same business, published ones published', async () => {
    const { directory } = office.emulator;
    const waba = directory.wabas.get(sample.wabaId);
    if (!waba) throw new Error('The sample world has no account.');
    directory.wabas.put({ ...waba, id: '102290129340400' });
    const published = await office.make('Visits', staticFlow, { publish: true });
    await office.make('Draft', staticFlow);
    const move = (names?: string[]) =>
      office.ask('POST', '/102290129340400/migrate_flows', {
        body: { source_waba_id: sample.wabaId, ...(names && { source_flow_names: names }) },
      });
    const first = await move(['Visits', 'Nothing']);
    expect(first.body).toMatchObject({
      migrated_flows: [{ source_name: 'Visits', source_id: published }],
      failed_flows: [{ source_name: 'Nothing', error_code: '4233041' }],
    });
    const [copy] = first.body.migrated_flows as { migrated_id: string }[];
    expect(await office.statusOf(copy?.migrated_id ?? '')).toBe('PUBLISHED');
    expect((await move()).body).toMatchObject({
      migrated_flows: [{ source_name: 'Draft' }],
      failed_flows: [{ source_name: 'Visits' }],
    });
    const foreign = { source_waba_id: sample.clinicWabaId };
    expect(
      (await office.ask('POST', '/102290129340400/migrate_flows', { body: foreign })).body,
    ).toMatchObject({ code: 100 });
  });
});

describe('a version of Flow JSON that Meta is about to freeze', () => {
  it('is warned of once, and can no longer be published when its day has come', async () => {
    const { world } = office.emulator;
    const old = await office.make('Old', staticFlow);
    world.settings.change('flows', { freezingVersion: '7.3', freezesAt: world.clock.now() + 21 * day });
    await office.make('New', staticFlow);
    await world.travel(10 * minute);
    const events = await office.told('flows');
    expect(events.filter(({ flow_id }) => flow_id === old).map(({ event }) => event)).toEqual([
      'FLOW_STATUS_CHANGE',
      'FLOW_VERSION_EXPIRY_WARNING',
    ]);
    expect(events[1]?.warning).toMatch(/^Your current Flow version will freeze in 21 days\./);
    await world.travel(21 * day);
    expect((await office.ask('POST', `/${old}/publish`)).body).toMatchObject({
      code: 139002,
      error_user_title: 'Versions in Flow JSON file are not available for publishing',
    });
  });
});
