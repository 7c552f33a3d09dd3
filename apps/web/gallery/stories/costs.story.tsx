import { Breakdown } from '../../src/features/costs/month/Breakdown.tsx';
import { Spent } from '../../src/features/costs/month/Spent.tsx';
import { PriceTable } from '../../src/features/costs/prices/PriceTable.tsx';
import type { Price } from '../../src/features/costs/prices/prices-query.ts';

const rupee = 1_000_000;
const sums = {
  messages: 12_340,
  free: 940,
  micros: 3_963 * rupee,
  unpriced: 12,
  estimatedMicros: 3_844 * rupee,
  differenceMicros: 119 * rupee,
};
const price = (category: Price['category'], validFrom: string, micros: number): Price => ({
  entryId: null,
  note: validFrom < '2026' ? null : 'By the partner who brings WhatsApp to us, without tax',
  currency: 'INR',
  country: 'IN',
  category,
  validFrom,
  micros,
});

export const stories = {
  spent: () => (
    <div className="grid gap-4">
      <h2 className="sr-only">Spent</h2>
      <Spent sums={sums} currency="INR" month="2026-11" isPresent />
      <Spent
        sums={{ ...sums, micros: 0, free: 0, unpriced: 0, estimatedMicros: 0 }}
        currency="USD"
        month="2026-10"
        isPresent={false}
      />
      <Spent sums={{ ...sums, differenceMicros: -7_000 }} currency="INR" month="2026-10" isPresent={false} />
    </div>
  ),
  breakdown: () => (
    <>
      <h2 className="sr-only">Taken apart</h2>
      <Breakdown
        title="By campaign"
        head="Campaign"
        currency="INR"
        lines={[
          {
            key: 'a',
            name: 'தீபாவளி சிறப்புத் தள்ளுபடி: காஞ்சிபுரம் பட்டுப் புடவைகள் மற்றும் துணிகள்',
            messages: 1_25_000,
            micros: 1_07_887 * rupee,
          },
          { key: 'b', name: 'Back in stock', messages: 210, micros: 181 * rupee },
          { key: 'c', name: 'Replies', messages: 940, micros: 0 },
        ]}
      />
    </>
  ),
  prices: () => (
    <>
      <h2 className="sr-only">Prices</h2>
      <PriceTable
        title="Prices"
        withCountry
        prices={[
          price('marketing', '2025-07-01', 784_600),
          price('marketing', '2026-01-01', 863_100),
          price('marketing', '2099-01-01', 900_001),
          price('service', '2025-10-01', 115_000),
        ]}
      />
    </>
  ),
};
