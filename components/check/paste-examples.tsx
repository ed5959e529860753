import type { ReactNode } from 'react'
import { TitledSection } from '@/components/ui/titled-section'

/** What can be pasted, by the question that it answers. */
export function PasteExamples() {
  return (
    <TitledSection title="What you can paste" className="max-w-4xl" gap="mb-4">
      <div className="grid gap-x-10 gap-y-7 md:grid-cols-3">
        <Group title="Is it up to date?">
          <Command>systeminfo</Command>
          <Command>wmic qfe list</Command>
          <Command>Get-HotFix</Command>
          <Command>Get-ExchangeServer | fl Name,AdminDisplayVersion</Command>
          <li>a list of KB numbers, an email with links to articles</li>
        </Group>
        <Group title="Which release is this?">
          <Command>8.0.744.0</Command>
          <Command>08.01.0340.001 ExSetup.exe</Command>
          <Command>Version 8.0 (Build 685.24)</Command>
          <li>a build number, or a file name with its version</li>
        </Group>
        <Group title="What does this error mean?">
          <li>an event log entry: text, XML, PowerShell output or export</li>
          <li>a Setup or Windows Installer log</li>
          <li>a STOP (blue screen) message</li>
          <li>an error code in any form, or your own words</li>
        </Group>
      </div>
    </TitledSection>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 font-semibold">{title}</h3>
      <ul className="m-0 grid list-none gap-1.5 p-0 text-[0.9375rem] text-muted">{children}</ul>
    </div>
  )
}

function Command({ children }: { children: string }) {
  return (
    <li>
      <code className="rounded-[5px] bg-wash px-1.5 py-0.5 font-mono text-xs text-ink [overflow-wrap:anywhere]">
        {children}
      </code>
    </li>
  )
}
