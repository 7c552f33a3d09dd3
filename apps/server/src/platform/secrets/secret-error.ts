type SecretCode = 'damaged' | 'key_gone' | 'wrong_master_key';

/** Why a secret cannot be had, in a sentence for whoever runs the program. */
export class SecretError extends Error {
  override name = 'SecretError';
  readonly code: SecretCode;

  constructor(code: SecretCode, message: string) {
    super(message);
    this.code = code;
  }
}
