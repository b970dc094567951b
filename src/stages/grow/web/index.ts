import Gauge from 'lucide-react/icons/gauge';
import { defineSlice } from '#web/app/slice.ts';
import { MoneyPanel } from './MoneyPanel.tsx';
import { growText } from './text.ts';

/** What an account pays, on its page; and who leaves, by where they came from and what they bought. */
export const growSlice = defineSlice({
  id: 'grow',
  messages: growText,
  routes: [],
  commands: (['channel', 'plan'] as const).map((by) => ({
    id: `churn by ${by}`,
    labelKey: `churnBy.${by}` as const,
    icon: Gauge,
    run: ({ go }: { readonly go: (to: string) => void }) => go(`/metrics/grow.logo_churn?by=${by}`),
  })),
  accountPanels: [{ order: 30, panel: MoneyPanel }],
});
