import Gauge from 'lucide-react/icons/gauge';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { metricText } from './text/text.ts';

const rateWords = async () => {
  const [{ loadMessages }, { settingsText }, { rateText }] = await Promise.all([
    import('#web/i18n/i18n.ts'),
    import('#web/access/settings/text/text.ts'),
    import('./rates/text/text.ts'),
  ]);
  await Promise.all([loadMessages(settingsText), loadMessages(rateText)]);
};

/** The catalogue of metrics, each metric as a question that can be asked, and the rates that revenue is counted at. */
export const measureSlice = defineSlice({
  id: 'metrics',
  messages: metricText,
  routes: [
    { path: '/metrics', titleKey: 'title', page: async () => (await import('./MetricsPage.tsx')).MetricsPage },
    { path: '/metrics/$id', titleKey: 'title', page: async () => (await import('./MetricPage.tsx')).MetricPage },
    {
      path: '/settings/rates',
      titleKey: 'rates',
      page: async () => {
        const [{ ExchangeRatesPage }] = await Promise.all([import('./rates/ExchangeRatesPage.tsx'), rateWords()]);
        return ExchangeRatesPage;
      },
    },
  ],
  nav: [{ section: 'decide', labelKey: 'title', icon: Gauge, to: '/metrics', order: NAV_ORDER.metrics, goKey: 'm' }],
});
