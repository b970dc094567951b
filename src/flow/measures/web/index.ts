import Gauge from 'lucide-react/icons/gauge';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { metricText } from './text/text.ts';

/** The catalogue of metrics, and each metric as a question that can be asked. */
export const measureSlice = defineSlice({
  id: 'metrics',
  messages: metricText,
  routes: [
    { path: '/metrics', titleKey: 'title', page: async () => (await import('./MetricsPage.tsx')).MetricsPage },
    { path: '/metrics/$id', titleKey: 'title', page: async () => (await import('./MetricPage.tsx')).MetricPage },
  ],
  nav: [{ section: 'decide', labelKey: 'title', icon: Gauge, to: '/metrics', order: NAV_ORDER.metrics, goKey: 'm' }],
});
