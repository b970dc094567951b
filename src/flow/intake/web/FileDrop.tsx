import Upload from 'lucide-react/icons/upload';
import { type DragEvent, useRef, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { intakeText } from './text/text.ts';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx';

/** Where files are dropped or chosen. */
export const FileDrop = ({ onFiles, busy }: { readonly onFiles: (files: readonly File[]) => void; readonly busy?: string | null }) => {
  const t = useText(intakeText);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-wrap items-center justify-center gap-3 rounded-md border border-dashed px-4 py-6 text-13 ${over ? 'border-accent bg-selected' : 'border-line-strong'}`}
    >
      <Upload size={16} aria-hidden className="text-muted" />
      <span className="text-muted">{busy ?? t('list.drop')}</span>
      <Button look="primary" onClick={() => input.current?.click()}>
        {t('list.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        multiple
        aria-label={t('list.choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
};
