/** What of a template’s content is fixed by WhatsApp (Meta, 'Template components'). No schema library: browsers load it. */
export const templateCategories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;

/** Kinds of buttons whose label is prescribed. */
export const fixedLabels = {
  COPY_CODE: ['Copy offer code', 'Copy code'],
  CATALOG: ['View catalog'],
  MPM: ['View items'],
  SPM: ['View'],
  ORDER_DETAILS: ['Review and Pay', 'Buy now'],
  REQUEST_CONTACT_INFO: ['Share contact info'],
} as const;

export type FixedLabelKind = keyof typeof fixedLabels;

export const templateLimits = {
  header: 60,
  body: 1024,
  offerBody: 600,
  shortBody: 160,
  footer: 60,
  offer: 16,
  label: 25,
  callLabel: 20,
  address: 2000,
  phone: 20,
  coupon: 15,
  buttons: 10,
  cardButtons: 2,
  cards: 10,
  name: 512,
} as const;

/** How many of each kind one template may have. */
export const mostButtons: Readonly<Record<string, number>> = { QUICK_REPLY: 10, URL: 2 };

/** How many seconds WhatsApp may go on trying, by category. Minus one is thirty days. */
export const ttlSeconds = {
  AUTHENTICATION: [30, 900],
  UTILITY: [30, 43_200],
  MARKETING: [43_200, 2_592_000],
} as const;

/** The languages that WhatsApp has for templates; those of India first. */
export const templateLanguages = (
  'en hi bn mr te ta gu kn ml pa ur en_IN bn_IN en_US en_GB ' +
  'af sq ar ar_AE ar_EG ar_LB ar_MA ar_QA az be_BY bg ca zh_CN zh_HK zh_TW hr cs da prs_AF nl nl_BE en_AE en_AU en_CA ' +
  'en_GH en_IE en_JM en_MY en_NZ en_QA en_SG en_UG en_ZA et fil fi fr fr_BE fr_CA fr_CH fr_CI fr_MA ka de de_AT de_CH ' +
  'el ha he hu id ga it ja kk rw_RW ko ky_KG lo lv lt mk ms nb ps_AF fa pl pt_BR pt_PT ro ru sr si_LK sk sl es es_AR ' +
  'es_CL es_CO es_CR es_DO es_EC es_HN es_MX es_PA es_PE es_ES es_UY sw sv th tr uk uz vi zu'
).split(' ');
