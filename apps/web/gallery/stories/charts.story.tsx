import { formatMoney, formatNumber, formatShort } from '../../src/i18n/format-number.ts';
import { useLocale } from '../../src/i18n/locale.ts';
import { BarChart } from '../../src/ui/charts/BarChart.tsx';
import { BarList } from '../../src/ui/charts/BarList.tsx';
import { LineChart } from '../../src/ui/charts/LineChart.tsx';
import { Sparkline } from '../../src/ui/charts/Sparkline.tsx';
import { Card } from '../../src/ui/display/Card.tsx';

const labels = Array.from({ length: 28 }, (_, day) => `${((day + 24) % 30) + 1} ${day < 6 ? 'Oct' : 'Nov'}`);
const wave = (base: number, swing: number, lean: number) =>
  labels.map((_, day) =>
    Math.round(base + swing * Math.sin(day / 2.3) + lean * day + ((day * 37) % 11) * swing * 0.04),
  );

function Lines() {
  const locale = useLocale();
  return (
    <Card>
      <LineChart
        title="First response, minutes"
        format={(value) => formatNumber(value, locale)}
        data={{
          along: 'Day',
          labels,
          highlight: 'Surat',
          series: [
            { name: 'Surat', values: wave(6, 2, -0.1) },
            { name: 'Pune', values: wave(8, 1.5, 0.05) },
            { name: 'Coimbatore', values: wave(7, 1, 0.12) },
          ],
        }}
      />
    </Card>
  );
}

function Compare() {
  const locale = useLocale();
  return (
    <Card>
      <LineChart
        title="Messages by category"
        format={(value) => formatShort(value, locale)}
        data={{
          along: 'Day',
          labels,
          series: [
            { name: 'Marketing', values: wave(82_000, 21_000, 900) },
            { name: 'Utility', values: wave(51_000, 6000, 200) },
            {
              name: 'Authentication',
              values: wave(23_000, 2000, -100).map((value, day) => (day > 9 && day < 13 ? null : value)),
            },
          ],
        }}
      />
    </Card>
  );
}

function Bars() {
  const locale = useLocale();
  return (
    <Card>
      <BarChart
        title="Orders paid in chat"
        format={(value) => formatNumber(value, locale)}
        data={{
          along: 'Day',
          labels: labels.slice(-14),
          series: [{ name: 'Orders', values: wave(240, 60, 2).slice(-14) }],
        }}
      />
    </Card>
  );
}

function Ranking() {
  const locale = useLocale();
  return (
    <div className="max-w-xl">
      <BarList
        title="Revenue by campaign"
        highlight="Diwali early access"
        format={(value) => formatMoney({ minor: value, currency: 'INR' }, locale)}
        bars={[
          { name: 'Diwali early access', value: 84_210_000 },
          { name: 'Navratri lehengas', value: 41_875_050 },
          { name: 'Win-back 60 days', value: 12_500_000 },
          { name: 'Back in stock', value: 1_990_000 },
        ]}
      />
    </div>
  );
}

export const stories = {
  lines: Lines,
  compare: Compare,
  bars: Bars,
  ranking: Ranking,
  sparkline: () => (
    <p>
      Replies 48{' '}
      <Sparkline label="Rising from 12 to 48 in seven days" values={[12, 18, 15, 24, 31, 29, 48]} />
    </p>
  ),
};
