export { addressColumns, addressOf, canGetCode, canGetCodeSql, userIdIn } from './address.ts';
export { contactsTasks } from './blocks/read-block-lists.ts';
export type { ContactsParts, ContactTalk, ProfileParts, Reach } from './contacts-parts.ts';
export type { IdentityChange } from './identity/identity-change.ts';
export type { SeenIdentity } from './identity/sighting.ts';
export { normalisePhone } from './phone/read-phone.ts';
export { applyIdentityChanges, resolveContacts } from './resolve.ts';
export { contactsRoutes } from './routes.ts';
export type { TimelineKind, ToldEvent } from './timeline/timeline-kind.ts';
