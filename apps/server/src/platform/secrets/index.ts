export { openInstallationKey } from './installation-key.ts';
export { checkMasterKey, derive, masterKeyId } from './master-key.ts';
export { RewrapError, rewrapAll, rewrapIn } from './rewrap.ts';
export { SecretError } from './secret-error.ts';
export { createSecrets, type Place, type Secrets } from './secrets.ts';
