import {
  builtInRoleNames,
  builtInRoles,
  permissions,
  type BuiltInRole,
  type Permission,
} from '@trikon/contract/permissions';
import { useCallback } from 'react';
import { defineMessages } from '../i18n/define-messages.ts';
import { useT } from '../i18n/use-t.ts';
import type { CustomRole } from './members.ts';

/** Permissions in the order and company in which an administrator thinks of them; each stands in one group. */
export const permissionGroups = {
  workspace: ['workspace.read', 'workspace.update', 'events.read', 'views.share'],
  numbers: ['numbers.read', 'numbers.manage'],
  contacts: ['contacts.read', 'contacts.manage', 'contacts.configure', 'contacts.import', 'contacts.export'],
  consent: [
    'consent.read',
    'consent.manage',
    'consent.approve',
    'capture.manage',
    'suppression.manage',
    'rights.read',
    'rights.manage',
  ],
  messages: [
    'messages.read',
    'messages.send',
    'templates.read',
    'templates.manage',
    'templates.review',
    'templates.submit',
  ],
  reach: ['audiences.send', 'outbox.read', 'outbox.manage', 'costs.read', 'budgets.manage'],
  people: ['members.read', 'members.manage', 'roles.manage'],
  signIn: ['sign-on.manage', 'sign-ins.read'],
  developers: ['api-keys.manage', 'webhooks.inspect', 'jobs.manage'],
  system: ['health.read'],
} as const satisfies Record<string, readonly Permission[]>;

export type PermissionGroup = keyof typeof permissionGroups;
export const permissionGroupNames = Object.keys(permissionGroups) as PermissionGroup[];

export const permissionMessages = defineMessages('permissions', {
  en: permissions,
  hi: {
    'workspace.read': 'वर्कस्पेस देखना: उसका नाम, सेटिंग और गतिविधि',
    'workspace.update': 'वर्कस्पेस की सेटिंग बदलना',
    'members.read': 'देखना कि वर्कस्पेस में कौन-कौन है और किस भूमिका में',
    'members.manage': 'लोगों को बुलाना, हटाना और उनकी भूमिका बदलना',
    'roles.manage': 'अपनी भूमिकाएँ बनाना और बदलना',
    'api-keys.manage': 'API कुंजियाँ बनाना और रद्द करना',
    'sign-on.manage': 'कंपनी का साइन-ऑन जोड़ना',
    'sign-ins.read': 'देखना कि किसने, कब, कैसे और कहाँ से साइन इन किया',
    'numbers.read': 'जुड़े हुए नंबर और उनका हाल देखना',
    'numbers.manage': 'नंबर जोड़ना, रजिस्टर करना और हटाना',
    'contacts.read': 'संपर्क देखना और यह कि उनके बारे में क्या पता है',
    'contacts.manage': 'संपर्क बनाना, बदलना, मिलाना और ब्लॉक करना',
    'contacts.configure': 'संपर्कों के फ़ील्ड और टैग तय करना',
    'contacts.import': 'फ़ाइलों से संपर्क लाना और लाए हुए संपर्क वापस लेना',
    'contacts.export': 'संपर्कों को फ़ाइल में डाउनलोड करना',
    'consent.read': 'देखना कि किसने किस बात की सहमति दी और किसी को संदेश क्यों भेजा जा सकता है',
    'consent.manage': 'सहमति और उसकी वापसी दर्ज करना, और रोकी गई सहमति फिर खोलना',
    'consent.approve': 'उन शब्दों को मंज़ूरी देना जिनसे सहमति माँगी जाती है',
    'capture.manage': 'वे फ़ॉर्म, लिंक और शब्द तय करना जिनसे लोग जुड़ते और हटते हैं',
    'suppression.manage': 'उन लोगों की सूचियाँ रखना जिन्हें संदेश नहीं भेजने हैं',
    'rights.read': 'लोगों के अपने डेटा के बारे में अनुरोध देखना',
    'rights.manage': 'डेटा के अनुरोधों का जवाब देना, डेटा मिटाना और क़ानून के लिए रोकना',
    'templates.read': 'संदेशों के टेम्पलेट देखना',
    'templates.manage': 'WhatsApp से टेम्पलेट लाना, लिखना और बदलना',
    'templates.review': 'टेम्पलेट को मंज़ूरी देना या वापस भेजना',
    'templates.submit': 'मंज़ूर टेम्पलेट WhatsApp को भेजना, और वहाँ से हटाना',
    'messages.read': 'बातचीत पढ़ना',
    'messages.send': 'ग्राहकों को एक-एक करके लिखना',
    'audiences.send': 'बहुत-से ग्राहकों को एक साथ भेजना',
    'outbox.read': 'देखना कि क्या भेजे जाने की राह देख रहा है, क्या रोका गया और क्यों',
    'outbox.manage': 'रुके संदेशों को थामना, चलाना और रद्द करना, और संदेह वाले संदेशों पर फ़ैसला करना',
    'webhooks.inspect': 'WhatsApp ने जो पहुँचाया उसे ज्यों का त्यों देखना, और जो लिया न जा सका उसे फिर लेना',
    'costs.read': 'देखना कि संदेशों पर कितना ख़र्च आता है',
    'budgets.manage': 'बजट तय करना जो चेताएँ और रोकें',
    'events.read': 'घटनाओं का इतिहास पढ़ना और उसे होते हुए देखना',
    'views.share': 'तालिका के सेव किए व्यू सबके साथ बाँटना',
    'health.read': 'देखना कि सिस्टम कैसा चल रहा है',
    'jobs.manage': 'रुके हुए पीछे के काम देखना, फिर चलाना और हटाना',
  },
});

export const permissionGroupMessages = defineMessages('permission-groups', {
  en: {
    workspace: 'Workspace',
    numbers: 'Numbers',
    contacts: 'Contacts',
    consent: 'Consent and people’s rights',
    messages: 'Messages and templates',
    reach: 'Sending to many, and its cost',
    people: 'People and roles',
    signIn: 'Signing in',
    developers: 'Developers',
    system: 'System',
  },
  hi: {
    workspace: 'वर्कस्पेस',
    numbers: 'नंबर',
    contacts: 'संपर्क',
    consent: 'सहमति और लोगों के अधिकार',
    messages: 'संदेश और टेम्पलेट',
    reach: 'बहुतों को भेजना, और ख़र्च',
    people: 'लोग और भूमिकाएँ',
    signIn: 'साइन-इन',
    developers: 'डेवलपर',
    system: 'सिस्टम',
  },
});

const roleMessages = defineMessages('roles', {
  en: {
    owner: 'Owner',
    admin: 'Admin',
    supervisor: 'Supervisor',
    agent: 'Agent',
    marketer: 'Marketer',
    commerce: 'Commerce',
    operations: 'Operations',
    analyst: 'Analyst',
    compliance: 'Compliance',
    developer: 'Developer',
    custom: 'Custom role',
  },
  hi: {
    owner: 'मालिक',
    admin: 'एडमिन',
    supervisor: 'सुपरवाइज़र',
    agent: 'एजेंट',
    marketer: 'मार्केटर',
    commerce: 'बिक्री',
    operations: 'संचालन',
    analyst: 'विश्लेषक',
    compliance: 'अनुपालन',
    developer: 'डेवलपर',
    custom: 'अपनी भूमिका',
  },
});

interface NamedRole {
  role: string;
  roleName: string | null;
}

/** A role as people call it: a custom one by its own name, a built-in one in their language. */
export function useRoleName(): (given: NamedRole) => string {
  const t = useT(roleMessages);
  return useCallback(({ role, roleName }) => roleName ?? t(isBuiltIn(role) ? role : 'custom'), [t]);
}

const isBuiltIn = (role: string): role is BuiltInRole => Object.hasOwn(builtInRoles, role);

export interface RoleChoice {
  /** A built-in role's name or a custom role's id: what a list of choices goes by. */
  key: string;
  role: BuiltInRole | 'custom';
  roleId: string | null;
  roleName: string | null;
  description: string;
  permissions: readonly Permission[];
}

/** Every role that can be given here: the built-in ones, then the workspace's own. */
export function rolesToGive(custom: readonly CustomRole[]): RoleChoice[] {
  const builtIn = builtInRoleNames.map((role): RoleChoice => ({
    key: role,
    role,
    roleId: null,
    roleName: null,
    description: '',
    permissions: builtInRoles[role],
  }));
  const own = custom.map(({ roleId, name, description, permissions: held }): RoleChoice => ({
    key: roleId,
    role: 'custom',
    roleId,
    roleName: name,
    description,
    permissions: held,
  }));
  return [...builtIn, ...own];
}

export const roleKey = ({ role, roleId }: { role: string; roleId: string | null }): string => roleId ?? role;
