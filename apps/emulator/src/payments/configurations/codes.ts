/** What merchant category codes of common shops mean; others are numbers to WhatsApp. */
const categories: Record<string, string> = {
  '4722': 'Travel agencies and tour operators',
  '4814': 'Telecommunication services',
  '5311': 'Department stores',
  '5399': 'Misc. general merchandise',
  '5411': 'Grocery stores and supermarkets',
  '5499': 'Misc. food stores',
  '5621': "Women's ready-to-wear stores",
  '5651': 'Family clothing stores',
  '5691': "Men's and women's clothing stores",
  '5732': 'Electronics stores',
  '5812': 'Eating places and restaurants',
  '5912': 'Drug stores and pharmacies',
  '5944': 'Jewellery stores',
  '6300': 'Insurance',
  '7230': 'Beauty and barber shops',
  '8021': 'Dentists and orthodontists',
  '8062': 'Hospitals',
  '8299': 'Schools and educational services',
};

/** UPI's purposes of a payment (Meta, "Onboarding APIs"). */
const purposes: Record<string, string> = {
  '00': 'Default',
  '01': 'SEBI',
  '02': 'AMC',
  '03': 'Travel',
  '04': 'Hospitality',
  '05': 'Hospital',
  '06': 'Telecom',
  '07': 'Insurance',
  '08': 'Education',
  '09': 'Gifting',
  '10': 'Others',
};

export const categoryOf = (code: string): { code: string; description: string } => ({
  code,
  description: categories[code] ?? `Merchant category ${code}`,
});

export const purposeOf = (code: string): { code: string; description: string } => ({
  code,
  description: purposes[code] ?? 'Others',
});

export const isCategory = (code: string): boolean => /^\d{4}$/.test(code);

export const isPurpose = (code: string): boolean => Object.hasOwn(purposes, code);
