import type { Metadata } from 'next'
import { getOrigin, getPastedText } from '@/app/request-headers'
import { SiteShell } from '@/app/site-shell'
import { PasteForm } from '@/components/check/paste-form'
import { ResolvedLinksView } from '@/components/resolve/resolved-links'
import { PageTitle } from '@/components/ui/page-title'
import { resolvePaste } from '@/lib/collection'
import { MAX_HEADER_LENGTH } from '@/lib/http/pasted-text'
import { API_PAGE_URL, RESOLVE_URL } from '@/lib/urls'

export const metadata: Metadata = {
  title: 'Resolve links',
  description: 'Paste a page, a README or a list of URLs to see what became of each link to a KB article.',
  alternates: { canonical: RESOLVE_URL },
}

/** The form, and below it what became of each link of the posted text. */
export default async function ResolvePage() {
  const text = await getPastedText()
  const isGiven = text !== undefined && text.trim() !== ''
  const resolved = isGiven ? await resolvePaste(text, await getOrigin()) : undefined
  const isCut = isGiven && text.length >= MAX_HEADER_LENGTH
  return (
    <SiteShell>
      <PageTitle title="Resolve links">
        Paste a page, a README or a list of URLs. You’ll see which KB articles are here, what has replaced them and
        which are missing. Programs use <a href={API_PAGE_URL}>the API</a>.
      </PageTitle>
      <PasteForm
        action={`${RESOLVE_URL}#links`}
        label="Text with links"
        button="Resolve"
        placeholder="Paste text with links to KB articles, such as http://support.microsoft.com/kb/940006…"
        emptyText="Nothing was pasted. Paste some text with links to resolve them."
        text={isGiven ? text : undefined}
        isEmpty={text !== undefined && !isGiven}
      />
      {resolved && <ResolvedLinksView resolved={{ ...resolved, isCut: resolved.isCut || isCut }} />}
    </SiteShell>
  )
}
