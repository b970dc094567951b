import { useRef } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { segmentText } from './text/text.ts';

export interface MembersFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly error?: string;
}

/** Names, one per line: typed, pasted, or from a file with one column. */
export const MembersField = ({ value, onChange, error }: MembersFieldProps) => {
  const t = useText(segmentText);
  const file = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <FormField label={t('members')} hint={t('addText')} {...(error ? { error } : {})}>
          <TextArea rows={6} value={value} onChange={onChange} />
        </FormField>
      </div>
      <input
        ref={file}
        type="file"
        accept=".csv,.txt,text/plain,text/csv"
        className="hidden"
        aria-label={t('addFile')}
        onChange={(event) => void event.target.files?.[0]?.text().then(onChange)}
      />
      <Button size="small" onClick={() => file.current?.click()}>
        {t('addFile')}
      </Button>
    </div>
  );
};

/** The names of a text, one per line, without quotes and empty lines; of a line with several columns the first. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => (/^"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? line.split(/[,;\t]/)[0] ?? '').trim())
      .filter((name) => name !== ''),
  ),
];
