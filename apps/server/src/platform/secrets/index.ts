export { openInstallationKey } from './installation-key.ts';
export { checkMasterKey, derive, masterKeyId } from './master-key.ts';
export { RewrapError, rewrapAll, rewrapIn, type RewrapReport } from './rewrap.ts';
export { SecretError, type SecretCode } from './secret-error.ts';
export { createSecrets, type OrganisationPlace, type Place, type Secrets } from './secrets.ts';
