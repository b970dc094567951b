import { createKey, listKeys } from '#platform/access/contracts.ts';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { CopyField } from '#web/ui/CopyField.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { listLiveEvents } from '../contracts.ts';
import { Snippet } from './Snippet.tsx';
import { KEY_PLACE, nodeExample, scriptTag, segmentExample } from './snippets.ts';
import { intakeText } from './text/text.ts';

/** How events get here: the address, a key, and lines to paste; says when the first one has come. */
export const ConnectPage = () => {
  const t = useText(intakeText);
  const mayKeys = useMay('keys.write');
  const mayWatch = useMay('personal.read');
  const create = useMutationOf(createKey, { refresh: [listKeys] });
  const events = useQueryOf(listLiveEvents, { query: {} }, { every: 1_500, enabled: mayWatch }).data?.rows;
  const host = window.location.origin;
  const key = create.data?.secret;
  const snippet = { host, key: key ?? KEY_PLACE };
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={t('connect.title')} subtitle={t('connect.lead')} />
      <div className="flex max-w-180 flex-col gap-6 px-4 pb-12">
        <FormField label={t('connect.host')}>
          <CopyField label={t('connect.host')} value={host} />
        </FormField>
        <div>
          {key ? (
            <FormField label={t('connect.key')} hint={t('connect.keyOnce')}>
              <CopyField label={t('connect.key')} value={key} />
            </FormField>
          ) : (
            mayKeys && (
              <Button look="primary" pending={create.isPending} onClick={() => create.mutate({ body: { name: 'product', kind: 'write' } })}>
                {t('connect.makeKey')}
              </Button>
            )
          )}
          {create.error ? <ErrorState error={create.error} /> : null}
        </div>
        <Snippet title={t('connect.page')} text={t('connect.pageText')} code={scriptTag(snippet)} />
        <Snippet title={t('connect.segment')} code={segmentExample(snippet)} />
        <Snippet title={t('connect.node')} code={nodeExample(snippet)} />
        {mayWatch && (
          <div className="flex flex-wrap items-center gap-3 text-13" aria-live="polite">
            {events?.[0] ? (
              <StatusPill tone="good">{t('connect.arrived', { event: events[0].event })}</StatusPill>
            ) : (
              <StatusPill tone="unknown">{t('connect.waiting')}</StatusPill>
            )}
            <ButtonLink to="/live">{t('connect.seeLive')}</ButtonLink>
          </div>
        )}
      </div>
    </div>
  );
};
