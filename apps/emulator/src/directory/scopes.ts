import type { Scope } from './records.ts';

/** All permissions that the emulator knows, which sample tokens have. */
export const scopes = [
  'whatsapp_business_messaging',
  'whatsapp_business_management',
  'whatsapp_business_manage_events',
  'business_management',
  'catalog_management',
  'ads_read',
] as const satisfies readonly Scope[];
