import type { LibraryEntry } from './entry.ts';

const banks = ['FINANCIAL_SERVICES'];
const all = ['E_COMMERCE', 'FINANCIAL_SERVICES'];

/** Usual texts of Indian shops and banks about money. */
export const payments: readonly LibraryEntry[] = [
  {
    name: 'payment_confirmation_1',
    category: 'UTILITY',
    topic: 'PAYMENTS',
    usecase: 'PAYMENT_CONFIRMATION',
    industry: all,
    types: ['TEXT', 'AMOUNT', 'DATE', 'NUMBER'],
    english: {
      header: 'Payment received',
      body: 'Hi {{1}}, we received your payment of {{2}} on {{3}}. Your reference number is {{4}}. Thank you!',
      params: ['Asha', '₹1,499.00', '12 November', 'TXN88120'],
    },
    hindi: {
      header: 'भुगतान मिल गया',
      body: 'नमस्ते {{1}}, हमें आपका {{2}} का भुगतान {{3}} को मिला. आपका संदर्भ नंबर {{4}} है. धन्यवाद!',
      params: ['आशा', '₹1,499.00', '12 नवंबर', 'TXN88120'],
    },
  },
  {
    name: 'payment_due_reminder_1',
    category: 'UTILITY',
    topic: 'PAYMENTS',
    usecase: 'PAYMENT_DUE_REMINDER',
    industry: all,
    types: ['TEXT', 'AMOUNT', 'DATE'],
    buttons: ['URL'],
    english: {
      body: 'Hi {{1}}, this is a reminder that your payment of {{2}} is due on {{3}}. Please pay in time.',
      params: ['Asha', '₹4,250.00', '5 December'],
      buttons: ['Make payment'],
    },
    hindi: {
      body: 'नमस्ते {{1}}, याद दिला दें कि आपका {{2}} का भुगतान {{3}} को देय है. कृपया समय पर भुगतान करें.',
      params: ['आशा', '₹4,250.00', '5 दिसंबर'],
      buttons: ['भुगतान करें'],
    },
  },
  {
    name: 'payment_overdue_1',
    category: 'UTILITY',
    topic: 'PAYMENTS',
    usecase: 'PAYMENT_OVERDUE',
    industry: all,
    types: ['TEXT', 'AMOUNT', 'DATE'],
    buttons: ['URL', 'PHONE_NUMBER'],
    english: {
      body: 'Hi {{1}}, your payment of {{2}}, due on {{3}}, has not reached us yet. Please pay or contact us.',
      params: ['Asha', '₹4,250.00', '5 December'],
      buttons: ['Make payment', 'Call us'],
    },
    hindi: {
      body: 'नमस्ते {{1}}, {{2}} का भुगतान, जो {{3}} को देय था, अभी तक नहीं मिला है. कृपया भुगतान करें या संपर्क करें.',
      params: ['आशा', '₹4,250.00', '5 दिसंबर'],
      buttons: ['भुगतान करें', 'कॉल करें'],
    },
  },
  {
    name: 'payment_failed_1',
    category: 'UTILITY',
    topic: 'PAYMENTS',
    usecase: 'PAYMENT_REJECT_FAIL',
    industry: all,
    types: ['TEXT', 'AMOUNT', 'NUMBER'],
    buttons: ['URL'],
    english: {
      body: 'Hi {{1}}, your payment of {{2}} for order {{3}} did not go through. Please try again with another method.',
      params: ['Asha', '₹1,499.00', '20417'],
      buttons: ['Try again'],
    },
    hindi: {
      body: 'नमस्ते {{1}}, ऑर्डर {{3}} के लिए आपका {{2}} का भुगतान नहीं हो सका. कृपया दूसरे तरीक़े से फिर कोशिश करें.',
      params: ['आशा', '₹1,499.00', '20417'],
      buttons: ['फिर कोशिश करें'],
    },
  },
  {
    name: 'payment_scheduled_1',
    category: 'UTILITY',
    topic: 'PAYMENTS',
    usecase: 'PAYMENT_SCHEDULED',
    industry: banks,
    types: ['TEXT', 'AMOUNT', 'DATE'],
    english: {
      body: 'Hi {{1}}, your payment of {{2}} is scheduled for {{3}}. Please keep enough balance in your account.',
      params: ['Asha', '₹4,250.00', '5 December'],
    },
    hindi: {
      body: 'नमस्ते {{1}}, आपका {{2}} का भुगतान {{3}} के लिए तय है. कृपया खाते में पर्याप्त राशि रखें.',
      params: ['आशा', '₹4,250.00', '5 दिसंबर'],
    },
  },
  {
    name: 'auto_pay_reminder_1',
    category: 'UTILITY',
    topic: 'PAYMENTS',
    usecase: 'AUTO_PAY_REMINDER',
    industry: banks,
    types: ['TEXT', 'AMOUNT', 'DATE'],
    english: {
      body: 'Hi {{1}}, {{2}} will be debited from your account on {{3}} by AutoPay. No action is needed.',
      params: ['Asha', '₹799.00', '1 December'],
    },
    hindi: {
      body: 'नमस्ते {{1}}, ऑटोपे के ज़रिए आपके खाते से {{2}} की राशि {{3}} को काटी जाएगी. आपको कुछ नहीं करना है.',
      params: ['आशा', '₹799.00', '1 दिसंबर'],
    },
  },
];
