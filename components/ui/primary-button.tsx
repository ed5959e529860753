import type { ComponentProps } from 'react'

export function PrimaryButton({ className = 'px-5', ...properties }: ComponentProps<'button'>) {
  return (
    <button
      type="submit"
      {...properties}
      className={`min-h-11 flex-none rounded-lg bg-accent-fill font-semibold text-white ${className}`}
    />
  )
}
