import { createKey, listKeys } from '#platform/access/contracts.ts';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Snippet } from '../Snippet.tsx';
import { KEY_PLACE, nodeExample, scriptTag } from '../snippets.ts';
import { liveText } from './text/text.ts';

/** Nothing has arrived yet: how events are sent, with a key of this workspace in place. */
export const FirstEvent = () => {
  const t = useText(liveText);
  const mayKeys = useMay('keys.write');
  const create = useMutationOf(createKey, { refresh: [listKeys] });
  const secret = create.data?.secret;
  const snippet = { host: window.location.origin, key: secret ?? KEY_PLACE };
  return (
    <div className="flex max-w-180 flex-col gap-4">
      <div aria-live="polite">
        <StatusPill tone="unknown">{t('waiting')}</StatusPill>
      </div>
      <p className="text-13 text-muted">
        {t('emptyText')} {t('teach')}
      </p>
      {secret ? (
        <p className="text-13 text-muted">{t('keyOnce')}</p>
      ) : (
        mayKeys && (
          <div>
            <Button look="primary" pending={create.isPending} onClick={() => create.mutate({ body: { name: 'product', kind: 'write' } })}>
              {t('makeKey')}
            </Button>
          </div>
        )
      )}
      {create.error ? <ErrorState error={create.error} /> : null}
      <Snippet title={t('page')} code={scriptTag(snippet)} />
      <Snippet title={t('server')} code={nodeExample(snippet)} />
      <Link to="/connect" look="text">
        {t('connect')}
      </Link>
    </div>
  );
};
