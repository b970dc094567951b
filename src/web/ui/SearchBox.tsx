import clsx from 'clsx';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { IconButton } from './IconButton.tsx';
import { FIELD } from './surfaces.ts';
import { useKeys } from './use-keys.ts';

export interface SearchBoxProps {
  readonly value: string;
  /** Called once typing pauses for 200 ms. */
  readonly onChange: (value: string) => void;
  /** What is searched: "Search accounts". */
  readonly label: string;
  readonly className?: string;
}

const PAUSE = 200;

/** Finds by typing; `/` leads here from anywhere on the page. */
export const SearchBox = ({ value, onChange, label, className }: SearchBoxProps) => {
  const t = useText(uiText);
  const [text, setText] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  const report = useRef(onChange);
  report.current = onChange;
  useKeys({ '/': () => box.current?.focus() });
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => report.current(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <div className={clsx('relative', className)}>
      <Search size={14} aria-hidden className="pointer-events-none absolute top-2.25 left-2.5 text-faint" />
      <input
        ref={box}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={clsx(FIELD, 'pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden')}
      />
      {text !== '' && (
        <IconButton size="small" label={t('clear')} icon={X} className="absolute top-1 right-1" onClick={() => setText('')} />
      )}
    </div>
  );
};
