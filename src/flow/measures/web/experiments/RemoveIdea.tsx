import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { type ExperimentIdea, listExperimentIdeas, removeExperimentIdea } from '../../experiment-contracts.ts';
import { ideaText } from './text/text.ts';

export interface RemoveIdeaProps {
  readonly idea: ExperimentIdea;
  readonly onKept: () => void;
  readonly onRemoved: () => void;
}

/** Asks before an idea is gone for everybody. */
export const RemoveIdea = ({ idea, onKept, onRemoved }: RemoveIdeaProps) => {
  const t = useText(ideaText);
  const remove = useMutationOf(removeExperimentIdea, { refresh: [listExperimentIdeas] });
  const confirm = () =>
    remove.mutate(
      { params: { id: idea.id } },
      {
        onSuccess: () => {
          showToast({ text: t('removed') });
          onRemoved();
        },
        onError: sayFailure(t('failed')),
      },
    );
  return (
    <Dialog
      open
      onClose={onKept}
      title={t('removeTitle')}
      description={t('removeText', { name: idea.name })}
      width="narrow"
      actions={
        <>
          <Button onClick={onKept}>{t('keep')}</Button>
          <Button look="danger" pending={remove.isPending} onClick={confirm}>
            {t('remove')}
          </Button>
        </>
      }
    />
  );
};
