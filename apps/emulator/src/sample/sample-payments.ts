import { type Configuration, keyOf } from '../payments/records.ts';
import type { Ledger } from '../payments/ledger.ts';

/** Surat Silks is paid by a gateway and, for small things, straight to its bank. */
export function makeSamplePayments({ configurations, now }: Ledger, wabaId: string): void {
  const shared = { wabaId, categoryCode: '5399', purposeCode: '00', createdAt: now, updatedAt: now };
  const given: Omit<Configuration, 'id'>[] = [
    {
      ...shared,
      name: 'surat-silks-razorpay',
      provider: 'razorpay',
      merchantId: 'acc_SuratSilks2026',
      redirectUrl: 'https://suratsilks.example.in/payments',
      status: 'Active',
    },
    { ...shared, name: 'surat-silks-upi', provider: 'upi_vpa', vpa: 'suratsilks@okbank', status: 'Active' },
  ];
  for (const one of given) configurations.put({ ...one, id: keyOf(wabaId, one.name) });
}
