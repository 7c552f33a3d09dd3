/**
 * Why a company sign-on ended without a session. The browser is sent to /sign-in?problem=<word>, and the page there
 * says it in the person's language: the words are stable.
 */
const companyProblems = {
  company_expired: 'Too much time passed, the page was opened twice, or it was begun in another browser.',
  company_denied: 'The company sign-on was cancelled or refused by the company.',
  company_gone: 'The company sign-on was disconnected meanwhile.',
  company_unreachable: "The company's sign-on did not answer.",
  company_failed: 'What the company answered could not be accepted.',
  company_email_unverified: 'The company does not vouch for the e-mail address.',
  company_email_domain: 'The e-mail address is not of a domain that this company sign-on serves.',
  company_account_changed: 'The person is linked to another account of the same company.',
  company_unknown: 'Nobody in the organisation has this address, and nobody invited it.',
  company_elsewhere: 'The person belongs to other organisations too, which this company may not open.',
} as const;

type CompanyProblemWord = keyof typeof companyProblems;

export class CompanyProblem extends Error {
  override readonly name = 'CompanyProblem';
  readonly word: CompanyProblemWord;
  /** For whoever runs the program; says nothing about the person. */
  readonly why: string | undefined;

  constructor(word: CompanyProblemWord, { why, cause }: { why?: string; cause?: unknown } = {}) {
    super(companyProblems[word], { cause });
    this.word = word;
    this.why = why;
  }
}
