import Flag from 'lucide-react/icons/flag';
import X from 'lucide-react/icons/x';
import { type FormEvent, useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Popover } from '#web/ui/Popover.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { type Annotation, AnnotationKind, addAnnotation, listAnnotations, removeAnnotation } from '../../../board-contracts.ts';
import { savedText } from './text/text.ts';

export interface AnnotateMenuProps {
  /** Those of the time shown. */
  readonly annotations: readonly Annotation[];
  /** 'YYYY-MM-DD': the day that is offered first. */
  readonly today: string;
}

const CHANGED = [listAnnotations];

/** What happened when: what is noted in the time of a chart, and a place to note more. */
export const AnnotateMenu = ({ annotations, today }: AnnotateMenuProps) => {
  const t = useText(savedText);
  const reader = useReader();
  const remove = useMutationOf(removeAnnotation, { refresh: CHANGED });
  const mayWrite = useMay('records.write');
  return (
    <Popover label={t('annotations')} align="end" className="w-88" trigger={<Button icon={Flag}>{t('annotate')}</Button>}>
      <p className="mb-2 text-12 text-muted">{t('annotationText')}</p>
      {annotations.length === 0 ? (
        <p className="text-13">{t('none')}</p>
      ) : (
        <ul className="max-h-60 overflow-y-auto">
          {annotations.map(({ id, day, kind, text, authorName }) => (
            <li key={id} className="flex items-start gap-2 py-1 text-13">
              <span className="w-20 shrink-0 text-muted">{formatDate(reader, day, 'day')}</span>
              <span className="min-w-0 flex-1">
                <span className="block wrap-anywhere">{text}</span>
                <span className="block text-12 text-muted">
                  {t(`kinds.${kind}`)} · {authorName === null ? t('told') : t('by', { who: authorName })}
                </span>
              </span>
              {authorName !== null && mayWrite && (
                <IconButton
                  size="small"
                  icon={X}
                  label={t('removeAnnotation', { name: text })}
                  onClick={() => remove.mutate({ params: { id } })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && <AnnotationForm today={today} />}
    </Popover>
  );
};

const AnnotationForm = ({ today }: { readonly today: string }) => {
  const t = useText(savedText);
  const add = useMutationOf(addAnnotation, { refresh: CHANGED });
  const [day, setDay] = useState(today);
  const [kind, setKind] = useState<AnnotationKind>('release');
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && day !== '') add.mutate({ body: { day, kind, text } }, { onSuccess: () => setText('') });
  };
  return (
    <form onSubmit={submit} className="mt-3 grid grid-cols-2 gap-2 border-t border-line pt-3">
      <TextField type="date" aria-label={t('day')} value={day} onChange={setDay} />
      <Select
        label={t('kind')}
        value={kind}
        onChange={setKind}
        options={AnnotationKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField aria-label={t('what')} placeholder={t('what')} value={text} maxLength={200} onChange={setText} className="col-span-2" />
      <Button type="submit" pending={add.isPending} disabled={text.trim() === ''} className="justify-self-start">
        {t('add')}
      </Button>
    </form>
  );
};
