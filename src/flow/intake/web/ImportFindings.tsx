import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ToneSign } from '#web/ui/StatusPill.tsx';
import type { ImportFinding } from '../contracts.ts';
import { intakeText } from './text/text.ts';

const TONES = { info: 'unknown', warning: 'warn', error: 'bad' } as const;

/** What does not fit together in the data, counted and with examples: found and shown, never hidden. */
export const ImportFindings = ({ findings }: { readonly findings: readonly ImportFinding[] }) => {
  const t = useText(intakeText);
  return (
    <Section title={t('one.findings')}>
      {findings.length === 0 && <p className="text-13 text-muted">{t('one.nothingFound')}</p>}
      <ul className="flex flex-col">
        {findings.map((finding) => (
          <li key={finding.code} className="flex gap-3 border-b border-line py-2 text-13 last:border-0">
            <span className="mt-1.5">
              <ToneSign tone={TONES[finding.severity]} />
            </span>
            <div className="min-w-0 flex-1">
              <p className="max-w-[72ch]">{finding.message[currentLanguage()]}</p>
              {finding.examples.length > 0 && (
                <p className="truncate text-12 text-muted">
                  {finding.examples
                    .slice(0, 3)
                    .map((example) => (example.line > 0 ? t('one.example', { line: example.line, text: example.text }) : example.text))
                    .join(' · ')}
                </p>
              )}
            </div>
            <span className="font-medium">
              <NumberText value={finding.count} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
