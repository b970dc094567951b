import FlaskConical from 'lucide-react/icons/flask-conical';
import Gauge from 'lucide-react/icons/gauge';
import ListChecks from 'lucide-react/icons/list-checks';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { loadMessages } from '#web/i18n/i18n.ts';
import { metricText } from './text/text.ts';

export { exploreSlice } from './explore/slice.ts';
export { segmentSlice } from './segments/slice.ts';

const rateWords = async () => {
  const [{ settingsText }, { rateText }] = await Promise.all([import('#web/access/settings/text/text.ts'), import('./rates/text/text.ts')]);
  await Promise.all([loadMessages(settingsText), loadMessages(rateText)]);
};

const boardWords = async () => loadMessages((await import('./explore/saved/text/text.ts')).savedText);

const planWords = async () => loadMessages((await import('./tracking-plan/text/text.ts')).planText);

/** The catalogue of metrics, each metric as a question that can be asked, the rates that revenue is counted at, the tracking plan, and ideas of experiments. */
export const measureSlice = defineSlice({
  id: 'metrics',
  messages: metricText,
  routes: [
    { path: '/metrics', titleKey: 'title', page: async () => (await import('./MetricsPage.tsx')).MetricsPage },
    {
      path: '/metrics/$id',
      titleKey: 'title',
      page: async () => {
        const [{ MetricPage }] = await Promise.all([import('./MetricPage.tsx'), boardWords()]);
        return MetricPage;
      },
    },
    {
      path: '/tracking-plan',
      titleKey: 'plan',
      page: async () => {
        const [{ TrackingPlanPage }] = await Promise.all([import('./tracking-plan/TrackingPlanPage.tsx'), planWords()]);
        return TrackingPlanPage;
      },
    },
    {
      path: '/tracking-plan/$name',
      titleKey: 'plan',
      page: async () => {
        const [{ PlannedEventPage }] = await Promise.all([import('./tracking-plan/PlannedEventPage.tsx'), planWords()]);
        return PlannedEventPage;
      },
    },
    {
      path: '/experiments',
      titleKey: 'ideas',
      page: async () => {
        const [{ IdeasPage }, { ideaText }] = await Promise.all([
          import('./experiments/IdeasPage.tsx'),
          import('./experiments/text/text.ts'),
        ]);
        await loadMessages(ideaText);
        return IdeasPage;
      },
    },
    {
      path: '/settings/rates',
      titleKey: 'rates',
      page: async () => {
        const [{ ExchangeRatesPage }] = await Promise.all([import('./rates/ExchangeRatesPage.tsx'), rateWords()]);
        return ExchangeRatesPage;
      },
    },
  ],
  nav: [
    { section: 'decide', labelKey: 'ideas', icon: FlaskConical, to: '/experiments', order: NAV_ORDER.experiments },
    { section: 'foot', labelKey: 'plan', icon: ListChecks, to: '/tracking-plan', order: NAV_ORDER.plan },
    { section: 'decide', labelKey: 'title', icon: Gauge, to: '/metrics', order: NAV_ORDER.metrics, goKey: 'm' },
  ],
});
