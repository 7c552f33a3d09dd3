import { GraphError } from '../../graph/errors.ts';

/** What a call is refused with: the code, the subcode, and everything that is said about it. */
export function refusalOf(
  call: () => unknown,
): { code: number; subcode?: number; says: string } | 'accepted' {
  try {
    call();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const { subcode, details = '', userTitle = '', userMessage = '' } = error.refusal;
    return {
      code: error.code,
      ...(subcode !== undefined && { subcode }),
      says: [details, userTitle, userMessage].filter(Boolean).join(' '),
    };
  }
}
