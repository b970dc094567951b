import { defineSlice } from '#web/app/slice.ts';
import { TicketsPanel } from './TicketsPanel.tsx';
import { retainText } from './text.ts';

/** What an account needed help with, on its page. */
export const retainSlice = defineSlice({
  id: 'retain',
  messages: retainText,
  routes: [],
  accountPanels: [{ order: 40, panel: TicketsPanel }],
});
