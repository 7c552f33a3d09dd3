import { createHmac } from 'node:crypto';
import type { Token } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';

/** Makes a token whose text cannot be guessed from its ID, and yet is the same in the same world. */
export function makeToken(
  { world, directory: { apps, tokens } }: Emulator,
  token: Omit<Token, 'id' | 'value' | 'issuedAt'>,
): Token {
  const id = world.ids.next();
  const secret = apps.get(token.appId)?.secret ?? '';
  const text = createHmac('sha256', secret)
    .update(`${id} ${world.random.hex(16)}`)
    .digest('base64url');
  return tokens.put({
    ...token,
    id,
    value: `EAA${text.replaceAll(/[-_]/g, 'Z')}`,
    issuedAt: world.clock.now(),
  });
}
