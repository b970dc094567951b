import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useEffect, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { copyText } from './copy-text.ts';
import { IconButton } from './IconButton.tsx';

export interface CopyFieldProps {
  readonly value: string;
  readonly label: string;
  /** Hidden until asked for. */
  readonly secret?: boolean;
}

/** A key, an address or a snippet to take along. */
export const CopyField = ({ value, label, secret }: CopyFieldProps) => {
  const t = useText(uiText);
  const [shown, setShown] = useState(!secret);
  return (
    <div className="flex h-8 items-center rounded-md border border-control bg-sunken pr-1 pl-2.5">
      <input
        readOnly
        aria-label={label}
        value={shown ? value : '•'.repeat(Math.min(value.length, 32))}
        onFocus={(event) => event.target.select()}
        className="min-w-0 flex-1 bg-transparent font-mono text-12 outline-none"
      />
      {secret && (
        <IconButton size="small" label={shown ? t('hide') : t('show')} icon={shown ? EyeOff : Eye} onClick={() => setShown(!shown)} />
      )}
      <CopyButton value={value} />
    </div>
  );
};

/** Puts a text on the clipboard and says so. */
export const CopyButton = ({ value }: { readonly value: string }) => {
  const t = useText(uiText);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    setCopied(await copyText(value));
  };
  return (
    <>
      <IconButton size="small" label={copied ? t('copied') : t('copy')} icon={copied ? Check : Copy} onClick={() => void copy()} />
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
};
