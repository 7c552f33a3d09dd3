export { addressColumns, addressOf, canGetCode, canGetCodeSql, userIdIn } from './address.ts';
export type { ContactsParts } from './contacts-parts.ts';
export type { IdentityChange } from './identity/identity-change.ts';
export type { SeenIdentity } from './identity/sighting.ts';
export { normalisePhone } from './phone/read-phone.ts';
export { applyIdentityChanges, resolveContacts } from './resolve.ts';
export { contactsRoutes } from './routes.ts';
