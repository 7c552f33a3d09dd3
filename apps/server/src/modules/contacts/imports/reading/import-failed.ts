import type { ImportFailure } from '@trikon/contract';

/** The file itself is the reason why it cannot be imported; another try would end the same. */
export class ImportFailed extends Error {
  override name = 'ImportFailed';
  readonly failure: ImportFailure;

  constructor(failure: ImportFailure) {
    super(`The file cannot be imported: ${failure}.`);
    this.failure = failure;
  }
}
