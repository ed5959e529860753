import type { Metadata } from 'next'
import { getPastedText } from '@/app/request-headers'
import { SiteShell } from '@/app/site-shell'
import { unlessAway } from '@/app/unless-away'
import { PasteExamples } from '@/components/check/paste-examples'
import { PasteForm } from '@/components/check/paste-form'
import { VerdictView } from '@/components/check/verdict-view'
import { PageStatus } from '@/components/layout/page-status'
import { SearchAway } from '@/components/search/search-away'
import { PageTitle } from '@/components/ui/page-title'
import { checkPaste } from '@/lib/collection'
import { CHECK_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Check a server',
  description:
    'Paste an update list, a build number, an event or a log to see what is out of date, what to install and which articles match.',
  alternates: { canonical: CHECK_URL },
}

/** The form, and below it the verdict on a posted text: docs/decisions/0005-posted-text.md says why it is posted here. */
export default async function CheckPage() {
  const text = await getPastedText()
  const verdict = text?.trim() ? await unlessAway(checkPaste(text)) : undefined
  const isAway = Boolean(text?.trim()) && !verdict
  return (
    <SiteShell>
      <PageTitle title="Check a server">
        Paste an update list, a build number, an event or a log. You’ll see what is out of date, what to install and
        which articles match.
      </PageTitle>
      <PasteForm
        action={`${CHECK_URL}#verdict`}
        label="Server output"
        button="Check"
        placeholder="Paste an update list, build number, event, log or email…"
        emptyText="Nothing was pasted. Paste some server output to check it."
        text={verdict?.text ?? (isAway ? text : undefined)}
        isEmpty={text?.trim() === ''}
      />
      {isAway && <PageStatus status={503} />}
      {isAway && <SearchAway title="Your text was not checked" />}
      {verdict && <VerdictView verdict={verdict} />}
      {!verdict && !isAway && <PasteExamples />}
    </SiteShell>
  )
}
