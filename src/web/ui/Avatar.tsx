import clsx from 'clsx';

export interface AvatarProps {
  readonly name: string;
  /** Companies are square, people are round. */
  readonly shape?: 'round' | 'square';
  readonly size?: 16 | 20 | 24 | 32 | 40;
}

/** The first letters of a name, in a tint that stays the same for the name. Decorative, so the letters are no text: the name stands beside it. */
export const Avatar = ({ name, shape = 'round', size = 20 }: AvatarProps) => {
  const hue = `var(--color-chart-${(hashOf(name) % 8) + 1})`;
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name, size)}
      className={clsx(
        'inline-flex before:content-[attr(data-initials)] shrink-0 items-center justify-center font-semibold text-text select-none',
        shape === 'round' ? 'rounded-full' : 'rounded-sm',
      )}
      style={{
        width: size,
        height: size,
        fontSize: size < 24 ? size * 0.5 : 12,
        background: `color-mix(in srgb, ${hue} 24%, var(--color-surface))`,
      }}
    />
  );
};

const initialsOf = (name: string, size: number): string => {
  const words = name.trim().split(/[\s._-]+/);
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (size < 24 ? first : first + last).toUpperCase();
};

const hashOf = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
