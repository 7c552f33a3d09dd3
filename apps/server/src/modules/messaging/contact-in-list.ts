/** What a list calls a contact, of a table named so: their name here, else the one they gave themselves. */
export const contactInList = (contact: string): string =>
  `coalesce(${contact}.name, ${contact}.profile_name, ${contact}.username) as "contactName", ${contact}.phone as "contactPhone"`;
