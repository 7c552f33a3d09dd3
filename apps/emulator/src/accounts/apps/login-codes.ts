import { createHash } from 'node:crypto';
import type { Token } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import { refuse } from '../../graph/errors.ts';
import type { Thing } from '../../world/collection.ts';
import { makeToken } from './token-making.ts';

/** What the login dialog leads back with: good once, for half a minute. Its id is the code's digest, so that nobody can read codes off the journal. */
interface LoginCode extends Thing {
  appId: string;
  redirectUri?: string;
  businessId: string;
  wabaIds: string[];
  scopes: Token['scopes'];
  until: number;
  used?: boolean;
}

export interface LoginCodes {
  issue(code: Omit<LoginCode, 'id' | 'until'>): string;
  /** Gives the business integration's token for a code. */
  exchange(given: { appId: string; code: string; redirectUri?: string | undefined }): Token;
}

const digest = (code: string): string => createHash('sha256').update(code).digest('hex');

const refuseCode = (details: string, subcode: number): never => refuse(100, details, { subcode });

export function createLoginCodes(emulator: Emulator): LoginCodes {
  const { world, directory } = emulator;
  const codes = world.collection<LoginCode>('login-codes');
  const setting = world.setting('login', { codeSeconds: 30, tokenDays: 0 });
  return {
    issue(code) {
      const text = `AQ${world.random.hex(64)}`;
      codes.put({ ...code, id: digest(text), until: world.clock.now() + setting.value.codeSeconds * 1000 });
      return text;
    },
    exchange({ appId, code, redirectUri = '' }) {
      const found = codes.get(digest(code));
      if (!found || found.appId !== appId) return refuseCode('Invalid verification code format.', 36_007);
      if (found.used) refuseCode('This authorization code has been used.', 36_009);
      if (found.until < world.clock.now()) refuseCode('This authorization code has expired.', 36_007);
      if ((found.redirectUri ?? '') !== redirectUri)
        refuseCode(
          'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
          36_008,
        );
      codes.change(found.id, { used: true });
      const { tokenDays } = setting.value;
      return makeToken(emulator, {
        name: `${directory.businesses.get(found.businessId)?.name ?? ''} business integration`,
        kind: 'business_integration',
        appId,
        scopes: found.scopes,
        businessIds: [found.businessId],
        wabaIds: found.wabaIds,
        ...(tokenDays > 0 && { expiresAt: world.clock.now() + tokenDays * 86_400_000 }),
      });
    },
  };
}
