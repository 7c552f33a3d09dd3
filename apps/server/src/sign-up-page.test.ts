import { expect, it } from 'vitest';
import { signUpPageHeaders } from './sign-up-page.ts';

const signUp = {
  metaAppId: '634974688087057',
  appSecret: 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8',
  configId: '1045678901234567',
  businessAppConfigId: null,
};
const sdkUrl = 'https://connect.facebook.net/en_US/sdk.js';
const page = '/w/3f2a9c41/numbers/connect/sign-up';

it('opens one page to Meta’s script and to the window that it opens, and nothing else', () => {
  const headersOf = signUpPageHeaders({ signUp, sdkUrl });
  expect(headersOf(page)).toEqual({
    'content-security-policy': expect.stringContaining(`script-src 'self' https://connect.facebook.net;`),
    'cross-origin-opener-policy': 'same-origin-allow-popups',
  });
  expect(headersOf(page)['content-security-policy']).toContain(`connect-src 'self';`);
});

it.each(['/', '/w/3f2a9c41/numbers/connect', `${page}/more`, `/x${page}`, '/numbers/connect/sign-up'])(
  'leaves %s as strict as any',
  (pathname) => {
    expect(signUpPageHeaders({ signUp, sdkUrl })(pathname)).toEqual({});
  },
);

it('opens nothing where sign-up is not set up', () => {
  expect(signUpPageHeaders({ signUp: null, sdkUrl })(page)).toEqual({});
});
