import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface ButtonProps {
  onClick: (event: MouseEvent) => void;
  children: ComponentChildren;
  /** A name of `Icon`. */
  icon?: string;
  /** The one thing that most people want here; else a quiet button beside it. */
  primary?: boolean;
  disabled?: boolean;
  title?: string;
}

export function Button({ onClick, children, icon, primary = false, disabled = false, title }: ButtonProps) {
  return (
    <button
      type="button"
      class={primary ? 'button button-primary' : 'button'}
      onClick={onClick}
      disabled={disabled}
      title={title}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps {
  icon: string;
  /** Its accessible name, shown as a tooltip too. */
  label: string;
  onClick: (event: MouseEvent) => void;
  /** For a button that stays down. */
  pressed?: boolean;
  disabled?: boolean;
}

export function IconButton({ icon, label, onClick, pressed, disabled = false }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
      disabled={disabled}
    >
      <Icon name={icon} />
    </button>
  );
}
