export { contacts, contactsRoute } from './list/route.ts';
export { contactFieldsRoute } from './fields/route.ts';
export { contactRoute } from './profile/route.ts';
