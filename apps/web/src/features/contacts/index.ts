export { contacts, contactsRoute } from './list/route.ts';
export { contactFieldsRoute } from './fields/route.ts';
export { contactTagsRoute } from './tags/route.ts';
export { importRoute, importsRoute, newImportRoute } from './imports/route.ts';
export { contactRoute } from './profile/route.ts';
