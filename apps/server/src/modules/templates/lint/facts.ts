/** What a template is judged by beside its own words. Everything may be unknown. */
export interface LintFacts {
  /** The other languages of the same family. */
  variants: readonly { language: string; body: string }[];
  /** Bodies and footers of other templates in the account: Meta takes none twice. */
  others: readonly { name: string; body: string; footer: string }[];
  /** Where the business is at home on the web; empty when that is not known. */
  domains: readonly string[];
  /** Of the files in headers, by their id. */
  files: Readonly<Record<string, { mimeType: string; bytes: number }>>;
  /** Words that the business has to say, by language; `en` stands for those that are not there. */
  disclosures: Readonly<Record<string, string>>;
  /** Of the workspace, with places such as `{topic}`; null for the usual one. */
  namePattern: string | null;
}

export const noFacts: LintFacts = {
  variants: [],
  others: [],
  domains: [],
  files: {},
  disclosures: {},
  namePattern: null,
};
