import type { NumbersParts } from './modules/numbers/index.ts';
import { contentPolicy } from './platform/http/index.ts';

/** Where the web app opens Meta's Embedded Signup. */
const address = /^\/w\/[\da-f]{8}\/numbers\/connect\/sign-up\/?$/;

/**
 * Headers of the one page that may run a script of somebody else's, Meta's, and may hear from the window that it opens.
 * The web app loads that address anew, so that no other page has them.
 */
export function signUpPageHeaders(
  { signUp, sdkUrl }: Pick<NumbersParts, 'signUp' | 'sdkUrl'>,
  filesOrigin?: string,
) {
  const headers: Record<string, string> =
    signUp === null
      ? {}
      : {
          'content-security-policy': contentPolicy({ scripts: new URL(sdkUrl).origin, files: filesOrigin }),
          'cross-origin-opener-policy': 'same-origin-allow-popups',
        };
  return (pathname: string): Record<string, string> => (address.test(pathname) ? headers : {});
}
