/** Where a template is looked at. */
export const templateAddress = (familyId: string) => `/templates/${familyId}` as '/';
