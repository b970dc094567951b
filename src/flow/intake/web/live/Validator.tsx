import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { validateEvent } from '../../contracts.ts';
import { Remarks } from './Remarks.tsx';
import { liveText } from './text/text.ts';

const EXAMPLE = '{\n  "type": "track",\n  "userId": "u_1",\n  "event": "Report exported",\n  "properties": { "format": "pdf" }\n}';

/** A place to try a message: would it be taken, and what would be kept of it? */
export const Validator = () => {
  const t = useText(liveText);
  const [text, setText] = useState(EXAMPLE);
  const [broken, setBroken] = useState(false);
  const check = useMutationOf(validateEvent);
  const submit = () => {
    const message = jsonOrUndefined(text);
    setBroken(message === undefined);
    if (message !== undefined) check.mutate({ body: { message } });
  };
  const result = check.data;
  return (
    <Section title={t('validator')}>
      <p className="mb-2 text-13 text-muted">{t('validatorText')}</p>
      <TextArea
        aria-label={t('validator')}
        rows={7}
        value={text}
        onChange={setText}
        className="min-h-36 font-mono text-12"
        spellCheck={false}
      />
      <div className="mt-2 flex flex-col items-start gap-3" aria-live="polite">
        <Button onClick={submit} pending={check.isPending}>
          {t('try')}
        </Button>
        {broken && <p className="text-13 text-bad">{t('notJson')}</p>}
        {!broken && result && (
          <>
            <StatusPill tone={result.ok ? 'good' : 'bad'}>
              {result.ok ? t('wouldTake', { event: result.event ?? '' }) : t('wouldRefuse')}
            </StatusPill>
            <Remarks problems={result.problems} warnings={result.warnings} />
            {Object.keys(result.props).length > 0 && (
              <Facts facts={Object.entries(result.props).map(([label, value]) => ({ label, value }))} />
            )}
          </>
        )}
      </div>
    </Section>
  );
};

const jsonOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
