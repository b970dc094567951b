import { useState } from 'react';
import type { z } from 'zod';
import { say } from '#kernel/saying.ts';
import { isTold } from '#kernel/told.ts';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useMay } from '#web/app/session.ts';
import { currentLanguage, type Text, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { showToast } from '#web/ui/toasts.ts';
import { listSignals, listSignalVersions, type SignalCard, saveSignal } from '../../contracts.ts';
import { formulaText } from './text/text.ts';

/** A formula that is being changed, and what can be done with it. */
export interface FormulaDraft<Definition> {
  readonly draft: Definition;
  readonly change: (part: Partial<Definition>) => void;
  readonly isChanged: boolean;
  /** Why it cannot be saved as it is. */
  readonly problem: string | null;
  readonly mayChange: boolean;
  readonly isSaving: boolean;
  readonly discard: () => void;
  readonly save: () => void;
}

/** Keeps the changes of a formula until they are saved as a new version. */
export const useFormula = <Definition>(
  id: z.infer<typeof SignalCard>['id'],
  stored: Definition,
  schema: z.ZodType<Definition>,
): FormulaDraft<Definition> => {
  const t = useText(formulaText);
  const [draft, setDraft] = useState(stored);
  const update = useMutationOf(saveSignal, { refresh: [listSignals, listSignalVersions] });
  const checked = schema.safeParse(draft);
  return {
    draft,
    change: (part) => setDraft({ ...draft, ...part }),
    isChanged: JSON.stringify(draft) !== JSON.stringify(stored),
    problem: checked.success ? null : problemOf(checked.error.issues[0], t),
    mayChange: useMay('settings.write'),
    isSaving: update.isPending,
    discard: () => setDraft(stored),
    save: () =>
      update.mutate(
        { params: { id }, body: { definition: draft } },
        { onSuccess: ({ version }) => showToast({ text: t('saved', { version }) }), onError: sayFailure(t('failed')) },
      ),
  };
};

// The definitions' own checks say what is wrong; everything else that can be typed is a number out of its range.
const problemOf = (issue: z.core.$ZodIssue | undefined, t: Text<typeof formulaText.en>): string => {
  if (issue?.code === 'custom' && isTold(issue.params)) return say(issue.params.said, currentLanguage()).message;
  return issue?.code === 'too_small' && issue.origin === 'array' ? t('problem.empty') : t('problem.range');
};
