import { isSameSecret } from './signature.ts';

/**
 * What to answer, as plain text with status 200, when Meta asks whether a callback is ours; null means 403. `query` is
 * the request's, with Meta's own names.
 */
export function answerHandshake(
  query: Readonly<Record<string, unknown>>,
  verifyTokens: readonly string[],
): string | null {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
  if (mode !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string') return null;
  const matches = verifyTokens.filter((known) => known !== '' && isSameSecret(known, token));
  return matches.length > 0 ? challenge : null;
}
