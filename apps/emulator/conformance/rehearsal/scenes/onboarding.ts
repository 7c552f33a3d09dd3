import { sample } from '../../../src/sample/sample-world.ts';
import type { Scene } from '../scene.ts';
import type { Town } from '../town.ts';

const steps: Record<string, string>[] = [
  { business: 'new', business_name: 'Vadodara Sweets' },
  { account: 'new' },
  { account_name: 'Vadodara Sweets' },
  { phone: '+91 98250 12345', display_name: 'Vadodara Sweets', method: 'SMS' },
  { code: '123456' },
  {},
];

/** An owner brings an account by Embedded Signup. */
export const onboarding: Scene[] = [
  {
    says: 'an owner signs up from the first page to the last',
    async play(town) {
      const query = new URLSearchParams({
        client_id: sample.appId,
        config_id: sample.configId,
        response_type: 'code',
        origin: 'https://app.example.in',
        extras: JSON.stringify({ setup: {}, featureType: '', sessionInfoVersion: '3' }),
      });
      let page = await pageAt(town, `/dialog/oauth?${query.toString()}`);
      const [, form = ''] = /action="([^"]+)"/.exec(page) ?? [];
      for (const typed of steps)
        page = await pageAt(town, form, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ way: 'on', ...typed }),
        });
      if (!page.includes('finished')) throw new Error('The sign-up did not come to its end.');
    },
  },
];

const pageAt = async ({ base, fetch }: Town, at: string, init?: RequestInit): Promise<string> =>
  (await fetch(base + at, init)).text();
