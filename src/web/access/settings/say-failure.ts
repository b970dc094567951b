import { problemOf } from '#web/ui/ErrorState.tsx';
import { showToast } from '#web/ui/toasts.ts';

/** Says in a toast why something was refused, and what to do; `title` stands where the answer says nothing. */
export const sayFailure = (title: string) => (error: unknown) => {
  const { detail, remedy } = problemOf(error, title);
  showToast({ text: [detail ?? title, remedy].filter(Boolean).join(' '), tone: 'bad' });
};
